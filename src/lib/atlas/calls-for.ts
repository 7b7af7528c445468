import type { Call } from '#lib/schema/calls';
import type { Atlas } from './atlas';
import { lineage } from './atlas';

const coversOf = (atlas: Atlas, call: Call): readonly string[] =>
  call.adcode ? [call.adcode] : call.basis.flatMap((id) => atlas.document.get(id)?.covers ?? []);

/**
 * Calls for applications of the areas that units lie in or that lie in them, of each area the newest: what came before says less of the next.
 * @param units adcodes; calls of no known area are nobody's
 */
export function callsFor(atlas: Atlas, calls: readonly Call[], units: readonly string[]): Call[] {
  const within = (inner: string, outer: string) => lineage(atlas, inner).some(({ adcode }) => adcode === outer);
  const near = calls.filter((call) => coversOf(atlas, call).some((area) => units.some((unit) => within(unit, area) || within(area, unit))));
  return newestOf(near, (call) => coversOf(atlas, call).join(' '));
}

/** Of each area's calls the newest. */
export function newestOf(calls: readonly Call[], area: (call: Call) => string): Call[] {
  const newest = new Map<string, Call>();
  for (const call of calls.toSorted((a, b) => a.published.localeCompare(b.published))) newest.set(area(call), call);
  return [...newest.values()];
}
