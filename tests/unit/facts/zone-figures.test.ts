import { beforeEach, describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { countFigures, targetFigures } from '#lib/facts/zone-figures';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import type { Target } from '#lib/schema/atlas';
import { atlasData, zone as makeZone } from '../atlas/fixtures';
import { makeTarget } from '../features/targets/make-target';

const figures = (targets: Target[], ...own: string[]) => targetFigures(indexAtlas(atlasData({ targets })), { targets: own });

describe('a zone’s figures', () => {
  beforeEach(() => overwriteGetLocale(() => 'en'));
  const city = makeTarget({ id: 'city', value: 1500 });

  it('has a target’s share of the one around it', () => {
    const [figure] = figures([city, makeTarget({ id: 'core', value: 500, partOf: 'city' })], 'core');
    expect(figure).toMatchObject({ id: 'target-core', value: '≥ ¥50 billion', share: 1 / 3 });
    expect(figure?.note).toContain('33% of “Metric city ≥ ¥150 billion”');
  });

  it('has no share of another year’s target, of another unit’s, or of one that it is no part of', () => {
    for (const given of [{ partOf: 'city', year: 2025 }, { partOf: 'city', unit: 'firms' }, {}]) {
      const [figure] = figures([city, makeTarget({ id: 'core', value: 500, ...given })], 'core');
      expect(figure).toBeDefined();
      expect(figure?.share, JSON.stringify(given)).toBeUndefined();
      expect(figure?.note).not.toContain('%');
    }
  });

  it('puts a zone’s own amounts first, then shares; what several zones share is none of its own figures', () => {
    const joint = makeTarget({ id: 'joint', scope: { level: 'zone', adcodes: [], zones: ['a', 'b'] } });
    const share = makeTarget({ id: 'share', counting: 'share', unit: 'share', value: 0.33, fraction: '1/3' });
    const own = makeTarget({ id: 'own' });
    const all = figures([joint, share, own], 'joint', 'share', 'own');
    expect(all.map(({ id }) => id)).toEqual(['target-own', 'target-share']);
    expect(figures([city, { ...share, partOf: 'city' }], 'share')[0]?.share, 'a printed share is the value itself').toBeUndefined();
    expect(figures([joint], 'joint')).toEqual([]);
  });

  it('counts what there is, and says nothing of what there is not', () => {
    const zone = makeZone('z', { units: ['1', '2'], sectors: ['a'], parks: ['p', 'q'] });
    expect(countFigures(zone).map(({ id, value, label }) => [id, value, label])).toEqual([
      ['sectors', '1', 'sector'],
      ['parks', '2', 'parks and towns']
    ]);
    expect(countFigures({ ...zone, sectors: [], parks: [] })).toEqual([]);
  });
});
