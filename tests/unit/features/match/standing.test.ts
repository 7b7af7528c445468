import { describe, expect, it } from 'vitest';
import { assessZones } from '#lib/features/match/assess';
import { lackOf } from '#lib/features/match/explain';
import { activeCriteria } from '#lib/atlas/project/project';
import { rankZones } from '#lib/features/match/score';
import type { Zone } from '#lib/schema/atlas';
import { zone } from '../../atlas/fixtures';
import { atlasOf, DAY, points, project } from './worked';

/* What is there, planned or only named: scores worked out by hand. */

describe('the standing of what a zone is named for', () => {
  const said = (id: string, capabilities: readonly (readonly [string, ('planned' | 'named')?])[]): Zone => {
    const plain = zone(id, { units: ['330106'], capabilities: capabilities.map(([name]) => name) });
    const links = plain.links.capabilities.map((link, i) => {
      const standing = capabilities[i]?.[1];
      return standing ? { ...link, standing } : link;
    });
    return { ...plain, links: { ...plain.links, capabilities: links } };
  };

  // existing 1, planned 0.6, named only 0.5; the last two may be nothing or all of it
  it.each([
    ['a stage that is planned', { stage: ['manufacturing'] }, [['manufacturing', 'planned']], [60, 0, 100]],
    ['a stage that is only named', { stage: ['manufacturing'] }, [['manufacturing', 'named']], [50, 0, 100]],
    ['land that is planned', { land: ['gmp-plant'] }, [['gmp-plant', 'planned']], [60, 0, 100]],
    ['planned in one sentence, there in another', { land: ['gmp-plant'] }, [['gmp-plant', 'planned'], ['gmp-plant']], [100, 100, 100]],
    [
      'named in one sentence, planned in another',
      { land: ['gmp-plant'] },
      [
        ['gmp-plant', 'named'],
        ['gmp-plant', 'planned']
      ],
      [60, 0, 100]
    ],
    // (1 + 0.6) / 2; at least (1 + 0) / 2
    ['one kind there, one planned', { land: ['land-m3', 'gmp-plant'] }, [['land-m3'], ['gmp-plant', 'planned']], [80, 50, 100]],
    // another stage that is only planned still leaves this one out
    ['another stage planned', { stage: ['manufacturing'] }, [['research', 'planned']], [0, 0, 0]]
  ] as const)('standing: %s', (_, wanted, capabilities, expected) => {
    const lists = Object.fromEntries(Object.entries(wanted).map(([key, list]) => [key, [...list]]));
    expect(points([said('z', capabilities)], lists)).toEqual({ z: expected });
  });

  it('what is close and only planned: 0.5 · 0.6', () => {
    const plain = zone('z', { units: ['330106'], sectors: ['cro'] });
    const planned: Zone = { ...plain, links: { ...plain.links, sectors: plain.links.sectors.map((link) => ({ ...link, standing: 'planned' as const })) } };
    expect(points([planned], { want: ['cro-service'] })).toEqual({ z: [30, 0, 100] });
  });

  it('tells what is only planned among what is lacking', () => {
    const given = project({ land: ['gmp-plant'] });
    const [ranked] = rankZones(assessZones(atlasOf([said('z', [['gmp-plant', 'planned']])]), given, DAY), activeCriteria(given), given.weights);
    const lack = ranked && lackOf(ranked);
    expect(lack?.unsure.map(({ finding }) => finding.wish)).toEqual(['gmp-plant']);
    expect(lack?.silent).toEqual([]);
  });
});
