import { describe, expect, it } from 'vitest';
import { groupNamed, namedOf } from '#lib/features/zones/named';
import type { Zone, ZoneLink } from '#lib/schema/atlas';
import { zone as makeZone } from '../../atlas/fixtures';

const link = (id: string, given: Partial<ZoneLink> = {}): ZoneLink => ({ id, citations: [], notes: [], ...given });
const zone = (capabilities: ZoneLink[]): Zone => ({
  ...makeZone('z', { units: ['1', '2'] }),
  links: { sectors: [], platforms: [], parks: [], capabilities }
});

describe('what a zone is said to have', () => {
  it('is grouped by whom it is said of and how it is spoken of', () => {
    const groups = groupNamed(
      zone([link('a'), link('b', { standing: 'planned' }), link('c', { units: ['1'] }), link('d'), link('e', { units: ['1', '2'] })]),
      'capabilities'
    );
    expect(groups.map(({ units, standing, rows }) => [units, standing, rows.map((row) => row.link.id)])).toEqual([
      [undefined, undefined, ['a', 'd', 'e']],
      [undefined, 'planned', ['b']],
      [['1'], undefined, ['c']]
    ]);
  });

  it('has an address for each naming, also where a thing is named twice', () => {
    expect(namedOf(zone([link('a', { units: ['1'] }), link('a', { units: ['2'] })]), 'capabilities').map(({ id }) => id)).toEqual(['offer-z-a', 'offer-z-a-2']);
  });
});
