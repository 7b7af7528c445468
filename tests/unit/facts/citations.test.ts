import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import type { Note, PolicyDocument } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';
import { atlasData } from '../atlas/fixtures';
import Foot from './Foot.svelte';

/* What is prerendered, from the components themselves. */

const data = atlasData({});
const DAY = '2026-06-01';
const text = (words: string) => ({ zh: words, en: words });
const document = (id: string, rest: Partial<PolicyDocument> = {}): PolicyDocument => ({
  ...data.documents[0]!,
  id,
  title: text(`full title of ${id}`),
  short: text(`short ${id}`),
  issued: '2024-01-01',
  clauses: ['一', '二', '三'].map((clause) => ({ id: clause, title: text(`about ${clause}`), reconstructed: false, notes: [] })),
  ...rest
});
const note: Note = { id: 'left-open', document: 'plan', kind: 'silent', text: text('what is left open'), citations: [] };
const atlas = indexAtlas({ ...data, documents: [document('plan'), document('old-plan', { validTo: '2025-01-01' })], notes: [note] });
const plan = (clause: string): Citation => ({ document: 'plan', clause });
const old = (clause: string): Citation => ({ document: 'old-plan', clause });

function page(facts: readonly (readonly Citation[])[], rest: { notes?: string[]; listed?: boolean; running?: boolean } = {}) {
  const html = render(Foot, { props: { atlas, facts, day: DAY, ...rest } }).body.replaceAll(/<!--.*?-->/g, '');
  const [, above = '', part = '', below = ''] = /id="facts">(.*?)id="part">(.*?)<\/div>(.*)$/s.exec(html) ?? [];
  const marks = (of: string) =>
    [...of.matchAll(/<a[^>]*aria-label="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(([, label = '', shown = '']) => ({ label, shown: shown.replaceAll(/<[^>]*>/g, '') }));
  return { html, below, above: marks(above), part: marks(part) };
}

describe('citations', () => {
  it('are numbers in the order of the page, one for each clause, and the list has the same', () => {
    const { above, below } = page([[plan('二')], [plan('一'), plan('二')], [plan('二'), plan('二')]]);
    expect(above.map(({ shown }) => shown)).toEqual(['1', '2,1', '1']);
    expect(above[1]?.label).toContain('short plan 一');
    expect(above[1]?.label).toContain('short plan 二');
    const listed = [...below.matchAll(/<li id="source-\d+" value="(\d+)".*?about (.)/gs)].map(([, number, about]) => `${number}${about}`);
    expect(listed).toEqual(['1二', '2一']);
    expect(below.match(/full title of plan/g)).toHaveLength(1);
  });

  it('are named by their number alone until a browser runs the page', () => {
    expect(page([[plan('二'), plan('一')]], { running: false }).above[0]).toEqual({ label: '出处 1,2', shown: '1,2' });
  });

  it('say a standing that is not the page’s, in sign and words', () => {
    const { above } = page([[plan('一')], [old('一')]]);
    expect(above.map(({ shown }) => shown)).toEqual(['1', '2\u2009旧']);
    expect(above[0]?.label).not.toContain('已失效');
    expect(above[1]?.label).toContain('已失效');
  });

  it('are told once for a part that rests on one clause, and exceptions as ever', () => {
    const { part } = page([[plan('一')], [plan('一'), plan('三')], [plan('一')]]);
    expect(part.map(({ shown }) => shown)).toEqual(['1', '1,2']);
    expect(page([[plan('一')], [plan('二')]]).part.map(({ shown }) => shown)).toEqual(['1', '2']);
    expect(page([[plan('一')]]).part.map(({ shown }) => shown)).toEqual(['1']);
  });

  it('lead to their line in the list, which leads to the clause; a note’s letter leads to the note, which stands once on the page', () => {
    const { html, above, below } = page([[plan('二')], [plan('一')]], { notes: ['left-open', 'left-open'] });
    expect([...html.matchAll(/href="#source-(\d)"/g)].map(([, number]) => number)).toEqual(['1', '2', '1', '2']);
    expect(below).toMatch(/<li id="source-1" value="1".*?href="\/documents\/plan\/#c-二"/s);
    expect(above.map(({ shown }) => shown)).toEqual(['1', '注a', '2']);
    expect(html).toContain('href="#note-left-open"');
    expect(html.match(/what is left open/g)).toHaveLength(1);
    expect(html).toMatch(/<li id="note-left-open"/);
  });

  it('are words where the page has no list', () => {
    const { above, html } = page([[plan('二')], [old('一')]], { listed: false });
    expect(above.map(({ shown }) => shown)).toEqual(['二', '一\u2009旧']);
    expect(html).not.toContain('value="1"');
  });
});
