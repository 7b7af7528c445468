import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { statusOn } from '#lib/atlas/status';
import { AtlasData } from '#lib/schema/atlas';

/* The facts as published (built by `npm run geodata`): what the product promises of them. */

const OUT = 'static/data/v1';
const read = (name: string): unknown => JSON.parse(readFileSync(`${OUT}/${name}.json`, 'utf8'));
const names = ['index', 'documents', 'layouts', 'zones', 'sectors', 'targets', 'places', 'incentives', 'notes', 'vocabulary', 'admin'];
const data = AtlasData.parse(Object.fromEntries(names.map((name) => [name, read(name)])));
const zone = (id: string) => {
  const found = data.zones.find((one) => one.id === id);
  if (!found) throw new Error(`no zone ${id}`);
  return found;
};

describe('published facts', () => {
  it('cite a clause that exists, every one of them', () => {
    const clauses = new Set(data.documents.flatMap((document) => document.clauses.map((clause) => `${document.id} ${clause.id}`)));
    const cited = [
      ...data.zones.flatMap((one) => [
        one.citations,
        one.membershipCitations,
        ...Object.values(one.links).flatMap((links) => links.map((link) => link.citations))
      ]),
      ...data.layouts.map((layout) => layout.citations),
      ...data.targets.map((target) => [target.citation]),
      ...data.places.map((place) => place.citations),
      ...data.incentives.map(({ document, clause }) => [{ document, clause }])
    ];
    expect(cited.filter((list) => list.length === 0)).toEqual([]);
    expect(cited.flat().filter(({ document, clause }) => !clauses.has(`${document} ${clause}`))).toEqual([]);
  });

  it('cover the five documents, with well over a hundred targets', () => {
    expect(data.documents.filter(({ kind }) => kind === 'policy').map(({ id }) => id)).toEqual([
      'hz-2021-39',
      'hz-2024-2026',
      'zj-2022-2024',
      'zj-life-health-draft',
      'zj-pharma-innovation'
    ]);
    expect(data.targets.length).toBeGreaterThan(110);
    expect(data.places.length).toBeGreaterThan(150);
  });

  it('carry the layouts with their members', () => {
    const members = Object.fromEntries(data.zones.map((one) => [one.id, [...one.units].sort()]));
    expect(members['h24-core-qiantang']).toEqual(['330114']);
    expect(['h24-park-binjiang', 'h24-park-yuhang', 'h24-park-linping', 'h24-park-xiaoshan'].map((id) => members[id])).toEqual([
      ['330108'],
      ['330110'],
      ['330113'],
      ['330109']
    ]);
    expect(members['h24-belt-future']).toEqual(['330102', '330105', '330106']);
    expect(members['h24-belt-api']).toEqual(['330112', '330182']);
    expect(members['h24-belt-features']).toEqual(['330111', '330122', '330127']);
    expect(members['z22-circle-mountain']).toHaveLength(26);
    expect(members['z22-circle-marine']).toEqual(['330200', '330300', '330900', '331000']);
    expect(members['z22-belt-pharma']).toEqual(['330100', '330500', '330600', '330700', '331000']);
    expect(members['z22-belt-devices']).toEqual(['330100', '330200', '330300', '330400', '330700']);
  });

  it('say where membership comes from an outside source or from reading', () => {
    for (const id of ['z22-belt-pharma', 'z22-belt-devices']) {
      expect(zone(id).membership).toBe('secondary');
      expect(zone(id).membershipCitations.map(({ document }) => document)).toContain('askci-2023');
    }
    expect(zone('h24-pair-xilin')).toMatchObject({ membership: 'unknown', units: [] });
  });

  it('name M3 land in 临安 and 建德 only, in the running plan', () => {
    const holders = data.zones
      .filter(({ document }) => document === 'hz-2024-2026')
      .flatMap((one) => one.links.capabilities.filter(({ id }) => id === 'land-m3').flatMap(({ units }) => units ?? one.units));
    expect([...new Set(holders)].sort()).toEqual(['330112', '330182']);
  });

  it('carry validity to every incentive, so that an expired one cannot look claimable', () => {
    const hangzhou = data.incentives.filter(({ document }) => document === 'hz-2021-39');
    expect(hangzhou.length).toBeGreaterThan(15);
    expect(hangzhou.every(({ validTo }) => validTo === '2025-12-31')).toBe(true);
    const document = data.documents.find(({ id }) => id === 'hz-2021-39');
    expect(document && statusOn(document, '2026-11-22')).toBe('expired');
    const classOne = hangzhou.find(({ clause, tiers }) => clause === '（五）' && tiers.length === 3);
    expect(classOne?.tiers.map(({ cap, rate }) => [cap?.value, rate])).toEqual([
      [600, 0.4],
      [1200, 0.4],
      [3000, 0.4]
    ]);
  });

  it('keep nested targets apart from sums', () => {
    const parent = (id: string) => data.targets.find((target) => target.id === id)?.partOf;
    expect(parent('h24-core-parks-output')).toBe('h24-manufacturing-output');
    const joint = data.targets.find(({ id }) => id === 'h24-core-parks-output');
    expect(joint?.scope.zones).toHaveLength(5);
  });

  it('are listed in the index with the right digest', () => {
    for (const [name, { sha256, bytes }] of Object.entries(data.index.files)) {
      expect(existsSync(`${OUT}/${name}`), name).toBe(true);
      const content = readFileSync(`${OUT}/${name}`);
      expect([content.length, createHash('sha256').update(content).digest('hex')], name).toEqual([bytes, sha256]);
    }
  });

  it('publish a layer for every layout, and leave out zones without members', () => {
    for (const layout of data.layouts) {
      const layer = JSON.parse(readFileSync(`${OUT}/zones/${layout.id}.geojson`, 'utf8')) as {
        features: { id: string; geometry: { coordinates: unknown[] } }[];
      };
      const located = data.zones.filter((one) => one.layout === layout.id && one.units.length > 0).map(({ id }) => id);
      expect(layer.features.map(({ id }) => id)).toEqual(located);
      expect(layer.features.every(({ geometry }) => geometry.coordinates.length > 0)).toBe(true);
    }
  });
});
