import { indexAtlas } from '#lib/atlas/atlas';
import type { Atlas } from '#lib/atlas/atlas';
import type { Incentive, PolicyDocument } from '#lib/schema/atlas';
import { atlasData } from '../../atlas/fixtures';

const text = { zh: '一', en: 'one' };
export const wan = (value: number) => ({ value, unit: 'wan-yuan' });

export const makeTier = (rest: Partial<Incentive['tiers'][number]> = {}): Incentive['tiers'][number] => ({ id: 'tier', label: text, notes: [], ...rest });

export const makeIncentive = (rest: Partial<Incentive> = {}): Incentive => ({
  id: 'award',
  document: 'plan',
  clause: '一',
  name: text,
  kind: 'rd-subsidy',
  audience: text,
  conditions: [],
  tiers: [],
  sectors: [],
  notes: [],
  ...rest
});

/** Facts with these incentives and a document for each that they name. */
export function makeAtlas(incentives: Incentive[], documents: Partial<PolicyDocument>[] = [{}]): Atlas {
  const made = documents.map((rest): PolicyDocument => ({
    id: 'plan',
    kind: 'policy',
    title: text,
    short: text,
    issuer: text,
    validFrom: '2021-01-01',
    validTo: '2025-12-31',
    status: 'in-force',
    covers: [],
    repeals: [],
    notes: [],
    clauses: [],
    ...rest
  }));
  return indexAtlas(atlasData({ incentives, documents: made }));
}
