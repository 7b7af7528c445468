import { strFromU8, unzipSync } from 'fflate';
import { render } from 'svelte/server';
import { afterEach, describe, expect, it } from 'vitest';
import { besideOf, figuresOfZone } from '#lib/atlas/published';
import { compareZones } from '#lib/features/compare/comparison';
import { sharedElsewhere } from '#lib/features/compare/published-columns';
import { buildPitch } from '#lib/features/pitch/build';
import type { Pitch } from '#lib/features/pitch/build';
import { buildDeck } from '#lib/features/pitch/deck/build-deck';
import { pitchCsv, pitchGeoJson } from '#lib/features/pitch/deck/data-files';
import { workbookTables } from '#lib/features/pitch/deck/data-tables';
import { pageNumber, pagesOf, publishedItems } from '#lib/features/pitch/sheet/published-section';
import { sectionsOf } from '#lib/features/pitch/sheet/sections';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import type { Zone } from '#lib/schema/atlas';
import { readPublished } from '#lib/site/prerender/read-data';
import PublishedParts from '../unit/facts/PublishedParts.svelte';
import { atlas, DAY, MAP, state, topology } from '../unit/features/pitch/deck/real-pitch';

/* What is published elsewhere about zones' areas, in the comparison and in the pitch, over the data as built. */

const published = readPublished();
const figureOf = new Map(published.figures.map((figure) => [figure.id, figure]));
const zones = atlas.data.zones;
const about = zones.filter((zone) => figuresOfZone(atlas, published, zone).length > 0);
const COMPARABLE = 'zl-core-taizhou';
const pitchOf = (ids: readonly string[], all = true): Pitch =>
  buildPitch(atlas, state({ zones: ids, sectors: [], wishes: [], notes: {} }), DAY, undefined, [], all ? published : undefined);
const address = (path: string) => `https://example.org${path}`;

async function deckOf(pitch: Pitch) {
  const drawMap = () => Promise.resolve({ data: MAP, width: 10, height: 10 });
  const { file, problems } = await buildDeck({ atlas, pitch, siteName: 'Site', address, drawMap });
  expect(problems).toEqual([]);
  const parts = Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  const of = (pattern: RegExp) => parts.flatMap(([name, xml]) => (pattern.test(name) ? [xml] : []));
  return { slides: of(/^ppt\/slides\/slide\d+\.xml$/), charts: of(/^ppt\/charts\/chart\d+\.xml$/), notes: of(/^ppt\/notesSlides\/notes/) };
}

afterEach(() => overwriteGetLocale(() => 'zh'));

describe('figures about zones', () => {
  it('are there for most zones, and comparable for one', () => {
    expect(about.length).toBeGreaterThan(40);
    const comparable = about.filter((zone) => figuresOfZone(atlas, published, zone).some(({ kind }) => kind === 'comparable'));
    expect(comparable.map(({ id }) => id)).toEqual([COMPARABLE]);
  });

  it('are of the zone’s own ground, comparable ones first, and as near or comparable as they are to its targets', () => {
    for (const zone of about) {
      const list = figuresOfZone(atlas, published, zone);
      const kinds = list.map(({ kind }) => kind);
      expect(kinds, zone.id).toEqual([...kinds].sort((a, b) => ['comparable', 'near', 'area'].indexOf(a) - ['comparable', 'near', 'area'].indexOf(b)));
      for (const { figure, kind, differs } of list) {
        expect(zone.units.includes(figure.adcode) || figure.place === zone.place, figure.id).toBe(true);
        const sides = zone.targets.map((target) => besideOf(published, target));
        const isIn = (side: 'comparable' | 'near') => sides.some((one) => one[side].some((other) => other.figure.id === figure.id));
        expect(kind, `${zone.id} ${figure.id}`).toBe(isIn('comparable') ? 'comparable' : isIn('near') ? 'near' : 'area');
        if (kind === 'near') expect(differs?.en, figure.id).toBeTruthy();
      }
    }
  });
});

describe('in the comparison', () => {
  const shown = (ids: readonly string[]): string => render(PublishedParts, { props: { atlas, published, columns: compareZones(atlas, ids).columns } }).body;

  it.each(about.map((zone) => [zone.id, zone] as const))('%s: all is told with its source, in words only', (id, zone) => {
    const body = shown([id]);
    const list = figuresOfZone(atlas, published, zone);
    expect([...body.matchAll(/#published-([^"]+)"/g)].map(([, figure]) => figure)).toEqual(list.map(({ figure }) => figure.id));
    expect([...body.matchAll(/<li data-kind="(\w+)"/g)].map(([, kind]) => kind)).toEqual(list.map(({ kind }) => kind));
    for (const { figure, kind, differs } of list) {
      expect(body).toContain(`href="${figure.page.url.replaceAll('&', '&amp;')}"`);
      if (kind === 'near') expect(body).toContain(differs?.zh);
    }
    expect(body).not.toMatch(/<(svg|progress|meter|canvas)\b/);
  });

  it('make no difference between zones: nothing of them is in what is compared', () => {
    const compared = JSON.stringify(compareZones(atlas, [COMPARABLE, 'h24-core-qiantang']));
    for (const { id, page } of published.figures) for (const text of [id, page.url]) expect(compared).not.toContain(`"${text}"`);
  });

  it('say where nothing was found, and take no row where that is so of all', () => {
    expect(shown([COMPARABLE, 'h24-belt-api'])).toContain('没有查到');
    expect(shown(['h24-belt-api', 'h24-park-linping'])).not.toContain('<tbody');
  });

  it('count what stands under two zones', () => {
    expect(sharedElsewhere([[{ id: 'a' }, { id: 'b' }], [{ id: 'b' }], [{ id: 'c' }]])).toEqual([1, 1, 0]);
  });
});

describe('in a pitch', () => {
  it('are two of a zone at most, each with the number of its page, after those of the clauses', () => {
    for (const zone of about) {
      const pitch = pitchOf([zone.id]);
      const [one] = pitch.zones;
      if (!one) throw new Error(zone.id);
      const figures = pitch.published.figures.get(zone.id) ?? [];
      expect(figures.length, zone.id).toBeGreaterThan(0);
      expect(figures.length, zone.id).toBeLessThanOrEqual(2);
      expect(new Set(pagesOf(pitch, one).map(({ url }) => url))).toEqual(new Set(figures.map(({ figure }) => figure.page.url)));
      const numbers = pitch.published.pages.map((page) => pageNumber(pitch, page));
      expect(numbers).toEqual(numbers.map((_, i) => pitch.footnotes.length + 1 + i));
      const items = publishedItems(atlas, pitch, one);
      expect(items.map(({ number }) => Number(number))).toEqual(figures.map(({ figure }) => pageNumber(pitch, figure.page)));
      // the place or area, and the time, that it is of
      for (const { text } of items) expect(text, zone.id).toMatch(/（.+，.*\d{4}/);
    }
  });

  it('are in no section, chart, table of facts or outline: those hold what documents say', () => {
    const ids = [COMPARABLE, 'h24-core-qiantang', 'h24-park-yuhang'];
    const [without, pitch] = [pitchOf(ids, false), pitchOf(ids)];
    expect(pitch.published.pages.length).toBeGreaterThan(2);
    expect({ ...pitch, published: undefined }).toEqual({ ...without, published: undefined });
    for (const [i, one] of pitch.zones.entries()) expect(sectionsOf(atlas, one)).toEqual(sectionsOf(atlas, without.zones[i]!));
    expect(pitchCsv(atlas, pitch, address)).toBe(pitchCsv(atlas, without, address));
    // in the workbook they have a table of their own, with their pages
    const tables = workbookTables(atlas, pitch, address);
    const own = tables.find(({ name }) => name === '公布数字');
    expect(tables.filter((table) => table !== own)).toEqual(workbookTables(atlas, without, address));
    const told = [...pitch.published.figures.values()].flat();
    expect(own?.rows).toHaveLength(1 + told.length);
    for (const { figure } of told) expect(own?.rows.flat()).toContain(figure.page.url);
    expect(pitchGeoJson(atlas, pitch, topology, address)).toBe(pitchGeoJson(atlas, without, topology, address));
  });

  it.each(['zh', 'en'] as const)('stand on the zone’s slide in words, their pages in the list and in the notes, and in no chart (%s)', async (language) => {
    overwriteGetLocale(() => language);
    const ids = [COMPARABLE, 'h24-core-qiantang', 'h24-park-yuhang'];
    const pitch = pitchOf(ids);
    const [deck, without] = [await deckOf(pitch), await deckOf(pitchOf(ids, false))];
    expect(deck.charts).toEqual(without.charts);
    const slides = deck.slides.join();
    const notes = deck.notes.join();
    for (const [id, figures] of pitch.published.figures) {
      for (const { figure } of figures) expect(slides, `${id} ${figure.id}`).toContain(figureOf.get(figure.id)?.metric[language].replaceAll('&', '&amp;'));
    }
    for (const page of pitch.published.pages) {
      const url = page.url.replaceAll('&', '&amp;');
      expect(slides).toContain(url);
      expect(notes).toContain(`[${pageNumber(pitch, page)}] `);
      expect(notes).toContain(url);
    }
    expect(without.slides.join()).not.toContain('◇');
  });

  it('are words on the sheet, too', () => {
    for (const zone of [COMPARABLE, 'h24-core-qiantang']) {
      const pitch = pitchOf([zone]);
      const one = pitch.zones[0]!;
      const { body } = render(PublishedParts, { props: { atlas, published, columns: [], pitch, items: publishedItems(atlas, pitch, one) } });
      expect(body).toContain('其他来源公布的数字');
      for (const { title, url } of pagesOf(pitch, one)) for (const text of [title, url.replaceAll('&', '&amp;')]) expect(body).toContain(text);
      expect(body).not.toMatch(/<(svg|progress|meter|canvas)\b/);
    }
  });
});

it('every zone can be asked', () => {
  const none = zones.filter((zone: Zone) => !about.includes(zone));
  for (const { id } of none) expect([...pitchOf([id]).published.figures.values()].flat(), id).toEqual([]);
});
