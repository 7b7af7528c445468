import { indexAtlas } from '#lib/atlas/atlas';
import { assessZones } from '#lib/features/match/assess';
import { activeCriteria, EMPTY_PROJECT } from '#lib/atlas/project/project';
import type { Project } from '#lib/atlas/project/project';
import { rankZones } from '#lib/features/match/score';
import type { Place, Zone } from '#lib/schema/atlas';
import { atlasData } from '../../atlas/fixtures';

/*
 * Scores worked out by hand. The fixture's sectors: frontier > synbio; api. Its units: 330106 in 330100; 330200.
 * Default weights: sector 3, stage 2, land 3, want 2, near 2.
 */
export const text = (zh: string) => ({ zh, en: zh });
const capability = (id: string, group: string, name = id) => ({ id, name: text(name), gloss: text(name), group });
export const vocabulary = {
  capabilities: [
    capability('research', 'stage'),
    capability('manufacturing', 'stage'),
    capability('land-m3', 'land', 'M3 用地'),
    capability('gmp-plant', 'land', 'GMP 厂房'),
    capability('land-advantage', 'land'),
    capability('cro-service', 'service', 'CRO 服务'),
    capability('testing', 'service')
  ],
  units: [],
  agencies: [],
  unitGroups: []
};
export const sectors = [
  { id: 'frontier', name: text('frontier'), gloss: text('frontier'), aliases: [] },
  { id: 'synbio', name: text('synbio'), parent: 'frontier', gloss: text('synbio'), aliases: [] },
  { id: 'enzymes', name: text('enzymes'), parent: 'synbio', gloss: text('enzymes'), aliases: [] },
  { id: 'api', name: text('api'), gloss: text('api'), aliases: [] },
  { id: 'contract', name: text('contract'), gloss: text('contract'), aliases: [] },
  { id: 'cro', name: text('contract research'), parent: 'contract', gloss: text('cro'), aliases: ['CRO'] }
];
export const DAY = '2026-11-22';
export const atlasOf = (zones: Zone[], places: Place[] = []) => indexAtlas(atlasData({ zones, places, vocabulary, sectors }));
export const project = (overrides: Partial<Project>): Project => ({ ...EMPTY_PROJECT, ...overrides });
/** Zones' points: score, least and most, to two decimals. */
export const points = (zones: Zone[], wanted: Partial<Project>, places: Place[] = []) => {
  const given = project(wanted);
  const ranked = rankZones(assessZones(atlasOf(zones, places), given, DAY), activeCriteria(given), given.weights);
  return Object.fromEntries(
    ranked.map((one) => [one.assessed.zone.id, [one.points.score, one.points.low, one.points.high].map((value) => Math.round(value * 100) / 100)])
  );
};
