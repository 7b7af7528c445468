import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { callsFor } from '#lib/atlas/calls-for';
import { askEntries, askLines, askMeasures, enquiry, mailAddress } from '#lib/facts/ask';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { readAtlas, readCalls } from '#lib/site/prerender/read-data';

/* Whom to ask, asked of the data as built: of every zone, in both languages. */
const data = readAtlas();
const atlas = indexAtlas(data);
const calls = readCalls();
const DAY = '2026-11-29';
const zone = (id: string) => {
  const found = atlas.zone.get(id);
  if (!found) throw new Error(`no zone ${id}`);
  return found;
};
const contact = { name: { zh: '某局招商处', en: 'An office' }, telephone: '0571-88880000', email: 'office@example.org' };
const speak = (language: 'zh' | 'en') => overwriteGetLocale(() => language);
afterEach(() => speak('zh'));

describe('who answers by the documents', () => {
  it.each(['zh', 'en'] as const)('somebody does for every zone, by its own clauses (%s)', (language) => {
    speak(language);
    for (const one of data.zones) {
      const entries = askEntries(atlas, one.citations);
      expect(entries.length, one.id).toBeGreaterThan(0);
      for (const { citation, text, sites } of entries) {
        expect(one.citations, one.id).toContainEqual(citation);
        expect(text, one.id).not.toMatch(/undefined|null|: $|：$/);
        if (language === 'en') expect(text, one.id).not.toMatch(/\p{Script=Han}/u);
        expect(sites.every(({ url }) => /^https?:\/\//.test(url))).toBe(true);
      }
    }
  });

  it('names the bodies of the clause, each once', () => {
    const measures = data.incentives.filter(({ document }) => document === 'hz-2021-39');
    const entries = askMeasures(atlas, measures);
    expect(entries.map(({ citation }) => citation.clause)).toContain('（五）');
    expect(new Set(entries.map(({ text }) => text)).size).toBe(entries.length);
    expect(entries.find(({ citation }) => citation.clause === '（五）')?.text).toContain('市科技局');
  });
});

describe('calls for applications', () => {
  it.each([
    // Hangzhou's zones: the city's; the speciality belt holds Tonglu, whose county has one of its own; Shaoxing has none
    ['h24-core-qiantang', ['hz-call-2024']],
    ['h24-belt-features', ['hz-call-2024', 'tl-call-2025']],
    ['zl-point-shaoxing', []]
  ])('%s: %j', (id, expected) => {
    expect(callsFor(atlas, calls, zone(id).units).map((call) => call.id)).toEqual(expected);
  });

  it('of one area only the newest is told', () => {
    const [first] = calls;
    if (!first) throw new Error('no call');
    const older = { ...first, id: 'older', year: first.year - 1, published: '2023-04-28' };
    expect(callsFor(atlas, [first, older], zone('h24-core-qiantang').units).map(({ id }) => id)).toEqual([first.id]);
  });
});

describe('as lines of text', () => {
  it.each(['zh', 'en'] as const)('the office comes first, then the bodies, then the call with its portal (%s)', (language) => {
    speak(language);
    const lines = askLines(atlas, [zone('h24-core-qiantang')], { contact, calls, day: DAY });
    expect(lines[0]).toBe(contact.name[language]);
    expect(lines[1]).toContain(contact.telephone);
    expect(lines[2]).toContain(contact.email);
    expect(lines.at(-1)).toContain(language === 'zh' ? '杭州市企事通直报平台' : 'reporting platform');
    expect(lines.at(-1)).toMatch(language === 'zh' ? /2024年5月6日发布/ : /published on 6 May 2024/);
    expect(lines.slice(3, -1).every((line) => line.includes(language === 'zh' ? '至 2026年12月31日' : 'until 31 December 2026'))).toBe(true);
    expect(askLines(atlas, [zone('h24-core-qiantang')], { calls: [], day: DAY })).toEqual(lines.slice(3, -1));
  });
});

describe('a prepared e-mail', () => {
  it('holds the view’s address and nothing that another could add, whatever the page is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.webUrl({ withQueryParameters: true, withFragments: true }), (about, link) => {
        const address = mailAddress(contact.email, enquiry(about, link));
        const [to, query = ''] = address.split('?');
        expect(to).toBe('mailto:office@example.org');
        const fields = [...new URLSearchParams(query.replaceAll('+', '%2B'))];
        expect(fields.map(([name]) => name)).toEqual(['subject', 'body']);
        expect(fields[1]?.[1]).toContain(link);
        expect(address).not.toMatch(/[\s<>"]/);
      })
    );
  });
});
