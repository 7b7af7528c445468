import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lineage, zonePlaces, zonesOf } from '#lib/atlas/atlas';
import { countPlaces, groupOf, zoneGround } from '#lib/atlas/on-ground';
import { zonesOnGround } from '#lib/atlas/zones-on-ground';
import { unitPage } from '#lib/features/units/page';
import { groundView } from '#lib/features/zones/around';
import { pitchZone } from '#lib/features/pitch/zone';
import { EMPTY_PITCH } from '#lib/features/pitch/state';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { GroundFile } from '#lib/schema/ground';
import { atlas, data } from './estimate-real';

/* What all documents say about the ground of every zone of the pack. */
const DAY = data.index.statusAsOf;
const all = data.zones.map((zone) => ({ zone, ground: zoneGround(atlas, zone, DAY) }));
const policies = (id: string) =>
  [...new Set(atlas.place.get(id)!.mentions.map(({ document }) => document))].filter((one) => atlas.document.get(one)!.kind === 'policy');

it.each(all.map(({ zone, ground }) => [zone.id, zone, ground] as const))(
  '%s: every place is named as told, once, in its group',
  (_, zone, { samePlan, others }) => {
    const own = new Set(zonePlaces(zone));
    const told = [...(samePlan?.places ?? []), ...others.flatMap(({ places }) => places)];
    expect(new Set(told.map(({ place }) => place.id)).size).toBe(told.length);
    for (const { place, member } of told) {
      expect(own.has(place.id), place.id).toBe(false);
      expect(zone.units).toContain(member);
      expect(lineage(atlas, place.adcode).map(({ adcode }) => adcode)).toContain(member);
    }
    for (const { place } of samePlan?.places ?? []) expect(policies(place.id)).toContain(zone.document);
    for (const { document, places } of others)
      for (const { place, citations, also } of places) {
        expect(policies(place.id).sort()).toEqual([document.id, ...also].sort());
        expect(policies(place.id)).not.toContain(zone.document);
        expect(citations.length).toBeGreaterThan(0);
        for (const cite of citations) expect(place.mentions.map(({ document: id, clause }) => ({ document: id, clause }))).toContainEqual(cite);
      }
    // nothing is lost
    const on = data.places.filter((place) => groupOf(place) && lineage(atlas, place.adcode).some(({ adcode }) => zone.units.includes(adcode)));
    expect(told.length).toBe(on.filter(({ id }) => policies(id).length > 0 && !own.has(id)).length);
  }
);

describe('the start page', () => {
  const layout = atlas.layout.get(data.index.defaultLayout)!;

  it.each(zonesOf(atlas, layout).map((zone) => [zone.id, zone] as const))('%s is not empty', (_, zone) => {
    const { others } = zoneGround(atlas, zone, DAY);
    expect(countPlaces(others).all).toBeGreaterThan(0);
    for (const { document, places } of others)
      for (const words of [document.short, ...places.map(({ place }) => place.name)]) expect([words.zh.trim(), words.en.trim()]).not.toContain('');
  });

  it('shows the pharmaceutical belt’s parks in every one of its five cities, with their documents', () => {
    const { others } = zoneGround(atlas, atlas.zone.get('z22-belt-pharma')!, DAY);
    const parks = others.flatMap(({ document, places }) => places.filter(({ group }) => group === 'parks').map(({ member }) => `${member} ${document.id}`));
    const cities = new Set(parks.map((one) => one.slice(0, 6)));
    expect([...cities].sort()).toEqual(['330100', '330500', '330600', '330700', '331000']);
    expect(new Set(parks.map((one) => one.slice(7)))).toEqual(new Set(['hz-2024-2026', 'zj-pharma-innovation', 'zj-life-health-draft']));
  });
});

it('no zone of districts is given a place that is known by the city alone', () => {
  const city = new Set(data.places.filter(({ adcode }) => atlas.unit.get(adcode)?.level !== 'county').map(({ id }) => id));
  const districts = all.filter(({ zone }) => zone.units.every((code) => atlas.unit.get(code)?.level === 'county'));
  expect(districts.length).toBeGreaterThan(20);
  for (const { zone, ground } of districts)
    for (const { place } of [...(ground.samePlan?.places ?? []), ...ground.others.flatMap(({ places }) => places)])
      expect(city.has(place.id), zone.id).toBe(false);
});

it('every zone lies on its own ground, wholly', () => {
  for (const { zone } of all.filter((one) => one.zone.units.length > 0)) {
    const itself = zonesOnGround(atlas, zone.units, DAY).find((one) => one.zone.id === zone.id);
    expect(itself?.members).toBe(itself?.of);
    expect(zonesOnGround(atlas, zone.units, DAY, zone.layout).map((one) => one.layout.id)).not.toContain(zone.layout);
  }
});

it('ground.json says the same of every zone, in its form', () => {
  const file = GroundFile.parse(JSON.parse(readFileSync('static/data/v1/ground.json', 'utf8')));
  expect(Object.keys(file)).toEqual(data.zones.map(({ id }) => id));
  for (const { zone, ground } of all) {
    const entry = file[zone.id]!;
    expect(entry.plan.map(({ id }) => id)).toEqual((ground.samePlan?.places ?? []).map(({ place }) => place.id));
    expect(entry.others.map((by) => [by.document, by.places.map(({ id }) => id)])).toEqual(
      ground.others.map(({ document, places }) => [document.id, places.map(({ place }) => place.id)])
    );
    expect(entry.targets.map(({ id }) => id)).toEqual(ground.targets.map(({ target }) => target.id));
    expect(entry.zones.map(({ id }) => id)).toEqual(zonesOnGround(atlas, zone.units, DAY, zone.layout).map((one) => one.zone.id));
  }
});

describe.each(['zh', 'en'] as const)('the pages of zones in %s', (language) => {
  it('tell places by name, parks first, and leave none uncounted', () => {
    overwriteGetLocale(() => language);
    for (const { zone, ground } of all) {
      const view = groundView(atlas, zone, DAY);
      const names = [...(view.samePlan ? [view.samePlan] : []), ...view.others].flatMap(({ first, rest }) => [...first, ...rest].flatMap((run) => run.names));
      const told = [...(ground.samePlan?.places ?? []), ...ground.others.flatMap(({ places }) => places)];
      const left = view.left.reduce((sum, { count }) => sum + count, 0);
      expect(names.length + left, zone.id).toBe(told.length);
      // where names are left out, of each document the first are told
      if (left > 0) for (const { first, rest } of view.others) expect([...first, ...rest].flatMap((run) => run.names).length, zone.id).toBeGreaterThan(0);
      else expect(names.length).toBe(told.length);
      for (const { name } of names) expect(name.trim()).not.toBe('');
      expect(view.count).toBe(countPlaces(ground.others).all);
      // the one count of a head is of all that the page tells
      expect(view.same + view.count, zone.id).toBe(told.length);
    }
    overwriteGetLocale(() => 'zh');
  });
});

it('a pitch keeps them in a block of their own, with clauses of documents other than the zone’s', () => {
  for (const { zone } of all) {
    const pitched = pitchZone(atlas, zone.id, EMPTY_PITCH, DAY)!;
    const own = new Set(pitched.places.map(({ place }) => place.id));
    for (const { places, citations } of pitched.others) {
      expect(citations.length).toBeGreaterThan(0);
      for (const { document } of citations) expect(document).not.toBe(zone.document);
      for (const { place } of places) expect(own).not.toContain(place.id);
    }
  }
});

it('the pages of units put each place under a document that names it, and under none what only outside sources name', () => {
  for (const unit of data.admin)
    for (const { document, places } of unitPage(data, unit, 'zh').places)
      for (const { id } of places) {
        if (document) expect(policies(id), id).toContain(document);
        else expect(policies(id), id).toEqual([]);
      }
});
