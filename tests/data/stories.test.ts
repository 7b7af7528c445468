import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { partsOf } from '#lib/features/stories/parts';
import { sliceStory } from '#lib/features/stories/slice';
import { AtlasData, GlossaryTerm, Story } from '#lib/schema/atlas';

/* The built stories, against the built facts. */
const read = (name: string): unknown => JSON.parse(readFileSync(`static/data/v1/${name}.json`, 'utf8'));
const data = AtlasData.parse(Object.fromEntries(Object.keys(AtlasData.shape).map((name) => [name, read(name)])));
const stories = Story.array().parse(read('stories'));
const PROVINCE = 'zj-one-core-two-belts-two-circles';
const CITY = 'hz-one-core-four-parks';

const parts = (layout: string, adcode: string): string[] => {
  const story = stories.find(({ selfCheck }) => selfCheck?.layout === layout);
  if (!story) throw new Error(`no story about ${layout}`);
  // as the page has it: from the story's own slice
  return partsOf(indexAtlas(sliceStory(data, story)), layout, adcode).map(
    ({ zone, how, units }) => `${zone.id} ${how}${how === 'member' ? '' : ` ${units.map(({ name }) => name.zh).join('、')}`}`
  );
};

describe('which part a place is in', () => {
  it.each([
    [PROVINCE, '331000', ['z22-belt-pharma member', 'z22-circle-mountain partly 三门县、天台县、仙居县', 'z22-circle-marine member']],
    [PROVINCE, '330400', ['z22-belt-devices member']],
    [PROVINCE, '330800', ['z22-circle-mountain partly 柯城区、衢江区、常山县、开化县、龙游县、江山市']],
    [PROVINCE, '330727', ['z22-belt-pharma through 金华市', 'z22-belt-devices through 金华市', 'z22-circle-mountain member']],
    [PROVINCE, '330900', ['z22-circle-marine member']],
    [CITY, '330113', ['h24-park-linping member']],
    [CITY, '330182', ['h24-belt-api member']],
    ['nowhere', '330100', []]
  ])('%s %s: %j', (layout, adcode, expected) => {
    expect(layout === 'nowhere' ? partsOf(indexAtlas(data), layout, adcode) : parts(layout, adcode)).toEqual(expected);
  });
});

describe.each(stories.map((story) => [story.id, story] as const))('story %s', (_, story) => {
  it('has six steps, each of two to four sentences in both languages', () => {
    expect(story.steps).toHaveLength(6);
    for (const { text } of story.steps) {
      const sentences = text.zh.match(/[。？！]/g)?.length ?? 0;
      expect(sentences, text.zh).toBeGreaterThanOrEqual(2);
      expect(sentences, text.zh).toBeLessThanOrEqual(4);
    }
  });

  it('cites only clauses that its slice holds, so that no source is missing on the page', () => {
    const slice = sliceStory(data, story);
    const clauses = new Set(slice.documents.flatMap(({ id, clauses }) => clauses.map((clause) => `${id} ${clause.id}`)));
    for (const { document, clause } of story.steps.flatMap(({ cite }) => cite)) expect(clauses).toContain(`${document} ${clause}`);
    for (const zone of slice.zones) for (const { document, clause } of zone.membershipCitations) expect(clauses).toContain(`${document} ${clause}`);
  });

  it('names every place it draws: each zone shown has members or says that it has none', () => {
    const slice = indexAtlas(sliceStory(data, story));
    for (const id of story.steps.flatMap(({ focus }) => focus.zones)) {
      const zone = slice.zone.get(id);
      expect(zone, id).toBeDefined();
      for (const code of zone?.units ?? []) expect(slice.unit.has(code), `${id} ${code}`).toBe(true);
    }
  });
});

it('every number of yuan in a story is a target of the facts', () => {
  const values = new Set(data.targets.filter(({ unit }) => unit === 'yi-yuan').map(({ value }) => value));
  const told = stories.flatMap(({ steps }) => steps.flatMap(({ text }) => [...text.zh.matchAll(/(\d+)亿元/g)].map(([, number]) => Number(number))));
  expect(told.length).toBeGreaterThan(3);
  for (const value of told) expect(values).toContain(value);
});

it('the glossary explains each term once', () => {
  const terms = GlossaryTerm.array().parse(read('glossary'));
  expect(new Set(terms.map(({ term }) => term.zh)).size).toBe(terms.length);
  for (const zh of ['CXO', 'CRO', 'MAH', 'GCP', 'GMP', 'M2', 'M3', '亿元']) expect(terms.map(({ term }) => term.zh)).toContain(zh);
});
