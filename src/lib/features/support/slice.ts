import type { AtlasData } from '#lib/schema/atlas';
import { isQuantified } from './groups';

/** The part of the facts that the page of support shows: incentives with printed sums, and of the others name and source. */
export function sliceSupport(data: AtlasData): AtlasData {
  const incentives = data.incentives.map((incentive) => {
    if (isQuantified(incentive)) return incentive;
    const { base: _, stacking: __, stackingClause: ___, threshold: ____, unquantified: _____, ...rest } = incentive;
    return { ...rest, audience: rest.name, conditions: [], tiers: [], sectors: [], notes: [] };
  });
  const documents = new Set(incentives.map(({ document }) => document));
  const agencies = new Set(incentives.flatMap(({ agencies: named }) => (named ? [...named.lead, ...named.support, ...named.responsible] : [])));
  const notes = new Set(incentives.flatMap((incentive) => [...incentive.notes, ...incentive.tiers.flatMap((tier) => tier.notes)]));
  // a second reading is told with the clauses that leave it
  const cited = new Set(incentives.flatMap(({ readings, tiers }) => [...Object.values(readings ?? {}), ...tiers.map(({ capOnce }) => capOnce)]));
  const units = new Set(
    incentives
      .flatMap(({ tiers, annualCap, threshold }) => [annualCap, threshold, ...tiers.flatMap(({ cap, amount }) => [cap, amount])])
      .map((sum) => sum?.unit)
  );
  return {
    index: { ...data.index, counts: {}, files: {}, changes: [] },
    documents: data.documents
      .filter(({ id }) => documents.has(id))
      .map(({ agencyRule: _, sources: __, ...document }) => ({ ...document, covers: [], repeals: [], notes: [], clauses: [] })),
    layouts: [],
    zones: [],
    sectors: [],
    targets: [],
    places: [],
    incentives,
    notes: data.notes.filter(({ id }) => notes.has(id)).map((note) => ({ ...note, citations: cited.has(note.id) ? note.citations : [] })),
    vocabulary: {
      capabilities: [],
      units: data.vocabulary.units.filter(({ id }) => units.has(id) || id === 'wan-yuan' || id === 'yi-yuan'),
      agencies: data.vocabulary.agencies.filter(({ id }) => agencies.has(id)),
      unitGroups: []
    },
    admin: []
  };
}
