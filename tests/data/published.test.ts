import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deadlinesOf } from '#lib/atlas/deadlines';
import { besideOf, figuresOf, profileOf } from '#lib/atlas/published';
import { Published } from '#lib/schema/published';
import { readAtlas, readCalls, readPublished } from '#lib/site/prerender/read-data';

const data = readAtlas();
const published = readPublished();
const entries = [...published.figures, ...published.profiles];

describe('what is published elsewhere, as built', () => {
  it('fits its schema and is counted in the index', () => {
    expect(Published.safeParse(published).error).toBeUndefined();
    expect(data.index.counts).toMatchObject({ figures: published.figures.length, profiles: published.profiles.length });
  });

  it('is about places and units of the data, by which each entry is found', () => {
    for (const figure of published.figures) {
      expect(
        data.admin.some(({ adcode }) => adcode === figure.adcode),
        figure.id
      ).toBe(true);
      expect(figuresOf(published, { adcode: figure.adcode })).toContain(figure);
    }
    for (const { id } of data.places) expect(profileOf(published, id)).toHaveLength(published.profiles.filter(({ place }) => place === id).length);
    expect(data.places.reduce((sum, { id }) => sum + profileOf(published, id).length, 0)).toBe(published.profiles.length);
  });

  it('stands beside a target as comparable only with its unit, family and area', () => {
    const kinds = data.targets.map((target) => ({ target, ...besideOf(published, target.id) }));
    for (const { target, comparable, near } of kinds) {
      for (const { figure } of comparable) {
        expect([figure.unit, figure.family, figure.scope], figure.id).toEqual([target.unit, target.family, undefined]);
        expect(target.scope.adcodes, figure.id).toEqual([figure.adcode]);
      }
      for (const { figure, differs } of near) expect(differs?.en, figure.id).toBeTruthy();
    }
    expect(kinds.reduce((sum, { comparable, near }) => sum + comparable.length + near.length, 0)).toBe(published.beside.length);
  });

  it('has an address, a day on which it was read and a publisher, and holds no document’s word', () => {
    const documents = new Set(data.documents.flatMap(({ sources = [] }) => sources.map(({ url }) => url)));
    for (const { id, page } of entries) {
      expect(URL.canParse(page.url), id).toBe(true);
      expect(page.read <= (published.searched ?? ''), id).toBe(true);
      expect(documents.has(page.url), id).toBe(false);
    }
  });

  it('names nobody by phone, mail or number', () => {
    const texts = readFileSync('static/data/v1/published.json', 'utf8').replaceAll(/"url":"[^"]*"/g, '');
    expect(texts).not.toMatch(/1[3-9]\d{9}|\d{3,4}-\d{7,8}|[\w.]+@[\w.]+\.\w+/);
  });
});

describe('places that no document names', () => {
  it('say so in their basis, or are for travel', () => {
    const TRAVEL = ['airport', 'port', 'station', 'customs'];
    const seen = data.places.filter(({ mentions, kind }) => mentions.length === 0 && !TRAVEL.includes(kind));
    const withFacts = seen.filter(({ id }) => published.profiles.some(({ place }) => place === id));
    for (const { id, basis } of withFacts) expect(basis.zh, id).toMatch(/文件.*(没有点名|未提及)|五份文件均未提及/);
  });
});

it('the calendar has the ends of documents in force, and none of drafts', () => {
  const deadlines = deadlinesOf(data, readCalls());
  const drafts = new Set(data.documents.filter(({ status }) => status === 'draft').map(({ id }) => id));
  for (const { validTo, periodEnd, id, kind } of data.documents)
    if (kind === 'policy' && !drafts.has(id))
      for (const end of [validTo, periodEnd])
        if (end)
          expect(
            deadlines.some((one) => 'document' in one && one.document === id && one.day === end),
            id
          ).toBe(true);
  expect(deadlines.filter((one) => 'document' in one && drafts.has(one.document))).toEqual([]);
  expect(readCalls().length).toBeGreaterThan(0);
});
