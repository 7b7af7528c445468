import type { AdminUnit, Incentive, Target } from '#lib/schema/atlas';
import type { IncentiveEntry, TargetEntry } from '#lib/schema/pack';
import { home } from './cited';
import type { DocumentFolder } from './read-pack';

/** A target of zones is one of their units, unless it names its own. */
export function compileTarget({ clause, ...entry }: TargetEntry, folder: DocumentFolder, unitsOf: ReadonlyMap<string, readonly string[]>): Target {
  const { scope } = entry;
  const zones = [...(scope.zone === undefined ? [] : [scope.zone]), ...(scope.zones ?? [])];
  const adcodes = scope.adcodes.length > 0 ? scope.adcodes : [...new Set(zones.flatMap((id) => unitsOf.get(id) ?? []))];
  return { ...entry, scope: { ...scope, adcodes }, document: home(folder), citation: { document: home(folder), clause } };
}

/** @param named units and zones, for the words of a scope: it is a condition like others, and is read where they are */
export function compileIncentive(
  entry: IncentiveEntry,
  folder: DocumentFolder,
  named: readonly (Pick<AdminUnit, 'name'> & { adcode?: string; id?: string })[]
): Incentive {
  const { validFrom, validTo, clauses } = folder.document.data;
  const agencies = clauses.find((clause) => clause.id === entry.clause)?.agencies;
  const rates = new Set(entry.tiers.map((tier) => tier.rate));
  const [rate] = rates.size === 1 ? rates : [undefined];
  const largest = entry.tiers.reduce<(typeof entry.tiers)[number] | undefined>(
    (best, tier) => ((tier.cap?.value ?? 0) > (best?.cap?.value ?? 0) ? tier : best),
    undefined
  );
  const per = (largest ?? entry.tiers[0])?.per;
  const within = [...(entry.scope?.adcodes ?? []), ...(entry.scope?.zones ?? [])].flatMap(
    (id) => named.find((one) => (one.adcode ?? one.id) === id)?.name ?? []
  );
  const where = { zh: `限${within.map(({ zh }) => zh).join('、')}`, en: `Only in ${within.map(({ en }) => en).join(', ')}` };
  return {
    ...entry,
    conditions: within.length > 0 ? [where, ...entry.conditions] : entry.conditions,
    document: home(folder),
    ...(rate === undefined ? {} : { rate }),
    ...(largest?.cap ? { cap: largest.cap.value, unit: largest.cap.unit } : {}),
    ...(per ? { per } : {}),
    ...(validFrom ? { validFrom } : {}),
    ...(validTo ? { validTo } : {}),
    ...(agencies ? { agencies } : {})
  };
}
