import { describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { assessZones } from '#lib/features/match/assess';
import { lackOf } from '#lib/features/match/explain';
import { activeCriteria, DEFAULT_WEIGHTS, EMPTY_PROJECT } from '#lib/atlas/project/project';
import type { Project } from '#lib/atlas/project/project';
import { rankZones } from '#lib/features/match/score';
import type { Place } from '#lib/schema/atlas';
import { atlasData, place, zone } from '../../atlas/fixtures';

/* Places that other documents name on a zone's ground: a criterion of its own. Ours: existing 1, planned 0.6, named 0.5; half where not in force. */
const DAY = '2026-11-22';
const at = (id: string, adcode: string, document: string, status: Place['mentions'][number]['status'], kind: Place['kind'] = 'park'): Place => ({
  ...place(id, kind, []),
  adcode,
  mentions: [{ document, clause: '二', namedAs: id, status }]
});
const zones = [zone('one', { units: ['330106'], sectors: ['api'] }), zone('two', { units: ['330200'], sectors: ['api'] }), zone('open', { sectors: ['api'] })];
const assessed = (places: readonly Place[], wanted: Partial<Project>) => {
  const data = atlasData({ zones, places: [...places] });
  const ended = { ...data.documents[0]!, id: 'ended', periodEnd: '2024-12-31' };
  return assessZones(indexAtlas({ ...data, documents: [...data.documents, ended] }), { ...EMPTY_PROJECT, ...wanted }, DAY);
};
const bounds = (places: readonly Place[], others: Project['others'] = ['parks']) => assessed(places, { others })[0]?.facets[0]?.bounds.others;

describe('places that other documents name', () => {
  it.each([
    ['there, in force', [at('a', '330106', 'doc-two', 'existing')], { score: 1, low: 1, high: 1 }],
    ['to be supported, in force', [at('a', '330106', 'doc-two', 'supported')], { score: 1, low: 1, high: 1 }],
    ['planned, in force', [at('a', '330106', 'doc-two', 'planned')], { score: 0.6, low: 0, high: 1 }],
    ['named, in force', [at('a', '330106', 'doc-two', 'named')], { score: 0.5, low: 0, high: 1 }],
    ['there, in a plan that ended', [at('a', '330106', 'ended', 'existing')], { score: 0.5, low: 0, high: 1 }],
    ['the best of several', [at('a', '330106', 'ended', 'existing'), at('b', '330106', 'doc-two', 'planned')], { score: 0.6, low: 0, high: 1 }],
    ['a platform is no park', [at('a', '330106', 'doc-two', 'existing', 'platform')], { score: 0, low: 0, high: 1 }],
    ['known by the city alone', [at('a', '330100', 'doc-two', 'existing')], { score: 0, low: 0, high: 1 }],
    ['named by the zone’s own document', [at('a', '330106', 'doc', 'existing')], { score: 0, low: 0, high: 1 }],
    ['elsewhere', [at('a', '330200', 'doc-two', 'existing')], { score: 0, low: 0, high: 1 }]
  ] as const)('%s', (_, places, expected) => {
    expect(bounds(places)).toEqual(expected);
  });

  it('are not looked at unless asked for, and change no other criterion', () => {
    const places = [at('a', '330106', 'doc-two', 'existing', 'platform')];
    const [without] = assessed(places, { sectors: ['api'], want: ['testing'] });
    const [withOthers] = assessed(places, { sectors: ['api'], want: ['testing'], others: ['platforms'] });
    expect(without?.facets[0]?.bounds).not.toHaveProperty('others');
    expect({ ...withOthers?.facets[0]?.bounds, others: undefined }).toEqual({ ...without?.facets[0]?.bounds, others: undefined });
    expect(withOthers?.facets[0]?.findings.others?.[0]).toMatchObject({
      state: 'elsewhere',
      evidence: [{ kind: 'place', link: { citations: [{ document: 'doc-two', clause: '二' }] } }]
    });
  });

  // api is named for both: (3·1 + 1·1) / 4 = 100, and (3·1 + 1·0) / 4 = 75
  it('count with the least default weight, and lift a zone among equals', () => {
    expect(Math.min(...Object.values(DEFAULT_WEIGHTS))).toBe(DEFAULT_WEIGHTS.others);
    const project: Project = { ...EMPTY_PROJECT, sectors: ['api'], others: ['parks'] };
    const ranked = rankZones(assessed([at('a', '330106', 'doc-two', 'existing')], project), activeCriteria(project), project.weights);
    expect(ranked.map((one) => [one.assessed.zone.id, one.points.score])).toEqual([
      ['one', 100],
      ['open', 75],
      ['two', 75]
    ]);
    // a plan does not lack what others did not name
    expect(lackOf(ranked[1]!).silent).toEqual([]);
  });
});
