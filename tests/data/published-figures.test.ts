import { existsSync } from 'node:fs';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { besideOf } from '#lib/atlas/published';
import { targetsFor } from '#lib/atlas/related-units';
import type { AdminUnit, Zone } from '#lib/schema/atlas';
import { figuresBeside } from '#lib/facts/target-figures';
import { deadlineAxis } from '#lib/features/targets/axis';
import { sectorPage } from '#lib/features/sectors/page';
import { publishedPage, targetsPage } from '#lib/features/targets/page';
import { unitPage } from '#lib/features/units/page';
import { zonePage } from '#lib/features/zones/page';
import { readAtlas, readPublished } from '#lib/site/prerender/read-data';
import FiguresPart from '../unit/facts/FiguresPart.svelte';

/* What was published beside the targets, as the pages show it, over the data as built. */

const data = readAtlas();
const atlas = indexAtlas(data);
const published = readPublished();
const beside = figuresBeside(atlas, published, data.targets);
const linked = new Set(published.beside.map(({ target }) => target));
const ofTarget = (id: string) => {
  const { comparable, near } = besideOf(published, id);
  return { comparable: comparable.map(({ figure }) => figure.id), near: near.map(({ figure }) => figure.id) };
};

/** Pages draw small maps: each is made once. */
const once = <T, P>(make: (of: T) => P): ((of: T) => P) => {
  const made = new Map<T, P>();
  return (of) => made.get(of) ?? made.set(of, make(of)).get(of)!;
};
const pageOfUnit = once((unit: AdminUnit) => unitPage(data, unit, 'zh'));
const pageOfZone = once((zone: Zone) => zonePage(data, zone, 'zh'));

/** What a target's own scale and its line in the chart by deadline hold, as rendered. */
function shown(id: string): { drawn: string[]; linked: string[]; text: string } {
  const target = atlas.target.get(id)!;
  const { body } = render(FiguresPart, { props: { atlas, target, axis: deadlineAxis(data.targets), beside } });
  return {
    drawn: [...body.matchAll(/data-figure="([^"]+)"/g)].map(([, figure = '']) => figure),
    linked: [...body.matchAll(/targets\/published\/#published-([^"]+)"/g)].map(([, figure = '']) => figure),
    text: body
  };
}

describe('figures beside targets', () => {
  it('stand beside some, of both kinds', () => {
    expect(linked.size).toBeGreaterThan(20);
    const kinds = new Set(published.beside.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['comparable', 'near']));
  });

  it.each(data.targets.map(({ id }) => id))('%s: only what is comparable is drawn, and all is told in words', (id) => {
    const { comparable, near } = ofTarget(id);
    const { drawn, linked: told, text } = shown(id);
    for (const figure of drawn) expect(comparable, `${figure} is drawn`).toContain(figure);
    // on the target's own scale each is drawn, but for ranks
    if (atlas.target.get(id)?.unit !== 'rank') for (const figure of comparable) expect(drawn).toContain(figure);
    expect(told.sort()).toEqual([...comparable, ...near].sort());
    // no bar whose length is a figure's: nothing here is progress
    expect(text).not.toMatch(/<(progress|meter)\b/);
  });

  it('have the whole of what is published on one page, each in its place', () => {
    const { block, without } = publishedPage('zh');
    const rows = block?.groups.flatMap((group) => group.rows.map(({ id }) => id)) ?? [];
    expect(rows.toSorted()).toEqual(published.figures.map(({ id }) => id).sort());
    expect(without).toBe(data.targets.length - linked.size);
  });

  it('are a dataset to search engines, with its pages and its files', () => {
    for (const language of ['zh', 'en'] as const) {
      const { structured } = publishedPage(language);
      const { isBasedOn, variableMeasured, distribution, ...rest } = structured as Record<string, string[]> & { distribution: { contentUrl: string }[] };
      expect(rest).toMatchObject({
        '@type': 'Dataset',
        dateModified: published.searched,
        spatialCoverage: { name: language === 'zh' ? '浙江省' : 'Zhejiang' }
      });
      expect(new Set(isBasedOn)).toEqual(new Set(published.figures.map(({ page }) => page.url)));
      expect(new Set(variableMeasured)).toEqual(new Set(published.figures.map(({ metric }) => metric[language])));
      for (const { contentUrl } of distribution) expect(existsSync(`static${contentUrl}`), contentUrl).toBe(true);
    }
  });

  it('are the same on the pages of targets, sectors, units and zones', () => {
    expect(targetsPage('zh').beside).toEqual(beside);
    const sectors = data.sectors.filter(({ id }) => data.targets.some((target) => linked.has(target.id) && target.sectors.includes(id)));
    expect(sectors.length).toBeGreaterThan(0);
    for (const sector of sectors) {
      const { targets, beside: shownThere } = sectorPage(data, sector, 'zh');
      for (const id of targets) expect(shownThere[id], id).toEqual(beside[id]);
    }
    for (const unit of data.admin.filter(({ adcode }) => targetsFor(atlas, adcode).some(({ id }) => linked.has(id)))) {
      if (unit.level === 'province') continue;
      const { beside: shownThere } = pageOfUnit(unit);
      for (const { id } of targetsFor(atlas, unit.adcode)) expect(shownThere[id], id).toEqual(beside[id]);
    }
    const zones = data.zones.filter(({ targets }) => targets.some((id) => linked.has(id)));
    expect(zones.length).toBeGreaterThan(0);
    for (const zone of zones) for (const id of zone.targets) expect(pageOfZone(zone).beside[id], id).toEqual(beside[id]);
  });
});

describe('what is published about areas', () => {
  it('stands on its unit’s page once, and is counted on the page of the city', () => {
    for (const { id, adcode } of published.figures) {
      const unit = atlas.unit.get(adcode)!;
      if (unit.level === 'province') continue;
      const groups = pageOfUnit(unit).published?.groups.filter(({ rows }) => rows.some((row) => row.id === id)) ?? [];
      expect(groups, id).toHaveLength(1);
      if (unit.level !== 'county') continue;
      const below = pageOfUnit(atlas.unit.get(unit.parent!)!).publishedBelow.find((part) => part.adcode === adcode);
      expect(below?.count, adcode).toBe(published.figures.filter((figure) => figure.adcode === adcode).length);
    }
  });

  it('is told of each member of a zone by name, and nothing of it is of the zone', () => {
    let told = 0;
    const about = new Set(published.figures.map(({ adcode }) => adcode));
    for (const zone of data.zones.filter(({ units }) => units.some((adcode) => about.has(adcode)))) {
      const groups = pageOfZone(zone).published?.groups ?? [];
      const names = [...zone.units.map((adcode) => atlas.unit.get(adcode)?.name.zh), atlas.place.get(zone.place ?? '')?.name.zh];
      for (const { title } of groups) expect(names, zone.id).toContain(title);
      told += groups.length;
    }
    expect(told).toBeGreaterThan(10);
  });
});
