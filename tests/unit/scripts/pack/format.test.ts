import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPack } from '../../../../scripts/steps/pack/check-pack';
import { compileAtlas } from '../../../../scripts/steps/pack/compile-atlas';
import { readPack } from '../../../../scripts/steps/pack/read-pack';
import { ruleIn } from '../../../../scripts/steps/problem';
import { indexAtlas } from '#lib/atlas/atlas';
import type { Atlas } from '#lib/atlas/atlas';
import { incentivesAt, reachesZone } from '#lib/atlas/related-incentives';
import { tierNameOf } from '#lib/facts/terms';
import type { AdminUnit } from '#lib/schema/atlas';
import { brokenPack, DEMO_PACK } from './support';

const PLAN = 'documents/demo-plan';
const admin = ['320000', '320500', '320506', '320508', '320509', '320581', '320582'].map((adcode): AdminUnit => ({
  adcode,
  name: { zh: `名${adcode}`, en: `Unit ${adcode}` },
  level: adcode === '320000' ? 'province' : adcode === '320500' ? 'prefecture' : 'county',
  ...(adcode === '320000' ? {} : { parent: adcode === '320500' ? '320000' : '320500' }),
  areaKm2: 1,
  label: [120, 31],
  bbox: [120, 31, 121, 32]
}));
const compiled = (dir: string) => compileAtlas(readPack(dir), admin, '2026-06-30');
const atlasOf = (dir: string): Atlas =>
  indexAtlas({ ...compiled(dir), index: { defaultLayout: 'demo-two-wings' } } as unknown as Parameters<typeof indexAtlas>[0]);

describe('what a zone’s tier is called', () => {
  it.each([DEMO_PACK, 'tests/packs/guangdong-demo', 'geodata/packs/zhejiang-biopharma'])('is the layout’s word for it, in %s', (dir) => {
    const { zones, layouts } = compiled(dir);
    const own = new Map(readPack(dir).documents.flatMap((folder) => folder.zones.data.zones.map(({ id, tierName }) => [id, tierName])));
    for (const zone of zones) {
      const tier = layouts.find(({ id }) => id === zone.layout)?.tiers.find((one) => one.tier === zone.tier);
      expect(tierNameOf(zone), zone.id).toBe((own.get(zone.id) ?? tier?.one ?? tier?.name)?.zh);
    }
  });

  it('is never a common word that the layout does not have', () => {
    const text = readFileSync(join(DEMO_PACK, PLAN, 'zones.yaml'), 'utf8');
    const wing = 'tier: belt\n        name: { zh: "翼", en: "Wing" }';
    for (const tier of ['circle', 'point', 'park', 'area', 'base']) {
      const dir = brokenPack(`${PLAN}/zones.yaml`, text, text.replace(wing, wing.replace('belt', tier)).replaceAll('    tier: belt\n', `    tier: ${tier}\n`));
      expect(checkPack(readPack(dir))).toEqual([]);
      expect(compiled(dir).zones.map(tierNameOf)).toEqual(['核心', '翼', '翼']);
    }
  });
});

describe('a target of a zone', () => {
  it('is one of the zone’s units, also where a group gives them', () => {
    expect(compiled(DEMO_PACK).targets.find(({ id }) => id === 'demo-share')?.scope.adcodes).toEqual(['320508']);
    const joint = brokenPack(`${PLAN}/targets.yaml`, 'scope: { level: zone, zone: demo-core }', 'scope: { level: zone, zones: [demo-core, demo-lake-wing] }');
    expect(compiled(joint).targets.find(({ id }) => id === 'demo-share')?.scope.adcodes).toEqual(['320508', '320506', '320509']);
  });

  it('keeps the units that it names itself, and a county may have targets', () => {
    const dir = brokenPack(`${PLAN}/targets.yaml`, 'scope: { level: zone, zone: demo-core }', 'scope: { level: county, adcodes: ["320581"], zone: demo-core }');
    expect(compiled(dir).targets.find(({ id }) => id === 'demo-share')?.scope).toMatchObject({ level: 'county', adcodes: ['320581'] });
  });
});

describe('an incentive with a scope', () => {
  const scoped = (scope: string) => brokenPack(`${PLAN}/incentives.yaml`, '  conditions:\n', `  scope: ${scope}\n  conditions:\n`);
  const zonesReached = (dir: string) => {
    const atlas = atlasOf(dir);
    const [incentive] = atlas.data.incentives;
    return incentive ? atlas.data.zones.filter((zone) => reachesZone(atlas, incentive, zone, zone.units)).map(({ id }) => id) : [];
  };
  const unitsReached = (dir: string) => ['320508', '320506', '320581'].filter((unit) => incentivesAt(atlasOf(dir), unit).length > 0);

  it('is for its units and zones alone; without one for all that the document covers', () => {
    expect(zonesReached(DEMO_PACK)).toEqual(['demo-core', 'demo-north-wing', 'demo-lake-wing']);
    expect(zonesReached(scoped('{ adcodes: ["320581"] }'))).toEqual(['demo-north-wing']);
    expect(zonesReached(scoped('{ zones: [demo-core] }'))).toEqual(['demo-core']);
    expect(zonesReached(scoped('{ adcodes: ["320500"] }'))).toHaveLength(3);
    expect(unitsReached(DEMO_PACK)).toEqual(['320508', '320506', '320581']);
    expect(unitsReached(scoped('{ adcodes: ["320581"] }'))).toEqual(['320581']);
    expect(unitsReached(scoped('{ zones: [demo-lake-wing] }'))).toEqual(['320506']);
  });

  it('says so among its conditions', () => {
    const [incentive] = compiled(scoped('{ adcodes: ["320581"], zones: [demo-core] }')).incentives;
    expect(incentive?.conditions[0]).toEqual({ zh: '限名320581、核心（虚构）', en: 'Only in Unit 320581, Core (made up)' });
    expect(incentive?.conditions).toHaveLength(3);
  });

  it.each([
    ['{ zones: [demo-kern] }', /unknown zone "demo-kern"/],
    ['{ adcodes: [] }', /the scope of the incentive "demo-award" is empty/]
  ])('is refused for %s', (scope, said) => {
    expect(checkPack(readPack(scoped(scope))).map((problem) => ruleIn(problem, 'en'))).toEqual([expect.stringMatching(said)]);
  });
});
