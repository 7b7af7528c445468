import { afterAll, describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { placesWithPage } from '#lib/atlas/related-places';
import { placeIndex, placePage } from '#lib/features/places/page';
import { resultPath } from '#lib/features/search/result-path';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { isStandIn } from '#lib/schema/terms';
import { readAtlas, readPublished } from '#lib/site/prerender/read-data';
import { searchIndex } from '../../scripts/steps/search-index';

/* Pages of places and their directory, made from the built facts. */
const data = readAtlas();
const published = readPublished();
const atlas = indexAtlas(data);
const places = placesWithPage(atlas);
const pages = places.map((place) => ({ place, page: placePage(data, published, place, 'zh') }));
const isPolicy = (id: string) => atlas.document.get(id)?.kind === 'policy';

afterAll(() => overwriteGetLocale(() => 'zh'));

describe('pages of places', () => {
  it('there is one for every place that a policy document names or a zone leads to, and for every park', () => {
    const paged = new Set(places.map(({ id }) => id));
    const owed = data.places.filter(({ mentions, kind }) => mentions.some(({ document }) => isPolicy(document)) || kind === 'park');
    expect(owed.length).toBeGreaterThan(100);
    expect(owed.filter(({ id }) => !paged.has(id)).map(({ id }) => id)).toEqual([]);
    const led = data.zones.flatMap(({ place, parks, platforms }) => [...(place ? [place] : []), ...parks, ...platforms]);
    expect(led.filter((id) => !paged.has(id))).toEqual([]);
  });

  it('hold every mention with its document and the title of its clause', () => {
    for (const { place, page } of pages) {
      const [own] = page.slice.places;
      expect(own?.mentions, place.id).toEqual(place.mentions);
      for (const { document, clause } of place.mentions)
        expect(
          page.slice.documents.find(({ id }) => id === document)?.clauses.map(({ id }) => id),
          place.id
        ).toContain(clause);
    }
  });

  it('tell every zone that names the place, with a clause, and none of them again as ground', () => {
    for (const { place, page } of pages) {
      const naming = data.zones.filter((zone) => [zone.place, ...zone.parks, ...zone.platforms].includes(place.id)).map(({ id }) => id);
      expect(page.naming.map(({ zone }) => zone.id).sort(), place.id).toEqual(naming.sort());
      for (const { citations } of page.naming) expect(citations.length, place.id).toBeGreaterThan(0);
      expect(
        page.around.filter(({ id }) => naming.includes(id)),
        place.id
      ).toEqual([]);
    }
  });

  it('what only its district, or nothing, is known of has no point: no distance, no mark, no coordinates for search engines', () => {
    const vague = pages.filter(({ place }) => place.lon === null || isStandIn(place.precision));
    expect(vague.length).toBeGreaterThan(50);
    for (const { place, page } of vague) {
      expect([page.near, page.access], place.id).toEqual([[], []]);
      expect(page.map?.places ?? [], place.id).toEqual([]);
      expect(page.map?.reach, place.id).toBeUndefined();
      expect(page.structured, place.id).not.toHaveProperty('geo');
    }
  });

  it('a located place is marked at its point and named, with how far it may lie from it', () => {
    const located = pages.filter(({ place }) => place.lon !== null && !isStandIn(place.precision) && atlas.unit.has(place.adcode));
    for (const { place, page } of located) {
      expect(page.map?.places?.find(({ own }) => own)?.words, `${place.id} is named`).toBeDefined();
      expect(page.map?.places?.find(({ own }) => own)?.id, place.id).toBe(place.id);
      expect(page.map?.reach !== undefined, place.id).toBe(place.precision !== 'site');
      expect(page.structured, place.id).toHaveProperty('geo');
    }
  });
});

it('all that is published of a place is on its page with its source, and where nothing is, the day of the search', () => {
  for (const { place, page } of pages) {
    const own = [...published.profiles, ...published.figures].filter((one) => one.place === place.id).map(({ id }) => id);
    const shown = page.published?.groups.flatMap(({ rows }) => rows) ?? [];
    expect(shown.map(({ id }) => id).sort(), place.id).toEqual(own.sort());
    for (const { source, id } of shown) expect(page.published?.sources[source]?.url, id).toMatch(/^https?:/);
    // what stands large in the head is one of them
    for (const { id } of page.keys) expect(own).toContain(id);
    expect(page.searched).toBe(published.searched);
  }
  expect(pages.filter(({ page }) => page.keys.length > 2).length).toBeGreaterThan(3);
});

it('search leads to a place’s page, and to the map for what has none', () => {
  const paged = new Set(places.map(({ id }) => id));
  const found = searchIndex(data).entries.filter(({ kind }) => kind === 'place');
  expect(found.length).toBe(data.places.length);
  for (const entry of found) expect(resultPath(entry)).toBe(paged.has(entry.id) ? `/places/${entry.id}/` : `/?place=${entry.id}`);
});

it('the directory has a row for each page, and every name that its rows need', () => {
  const { rows, units, sectors, facilities, zones, documents, cities } = placeIndex(data, published, 'zh');
  expect(rows.map(({ id }) => id).sort()).toEqual(places.map(({ id }) => id).sort());
  const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  const adcodes = new Set(units.map(({ adcode }) => adcode));
  for (const row of rows) {
    for (const code of [row.city, row.county]) if (code) expect(adcodes).toContain(code);
    if (row.city) expect(cities).toContain(row.city);
    for (const id of row.sectors) expect(ids(sectors)).toContain(id);
    for (const id of row.facilities) expect(ids(facilities)).toContain(id);
    for (const id of row.zones) expect(ids(zones)).toContain(id);
    for (const { document } of row.named) expect(ids(documents)).toContain(document);
  }
});
