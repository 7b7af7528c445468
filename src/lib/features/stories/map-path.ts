import type { Story } from '#lib/schema/atlas';

/** Address of the interactive map with what a step shows: its layout, and the zone, unit or place where it is about one. */
export function mapPath({ layout, zones, units, places }: Story['steps'][number]['focus']): string {
  const params = new URLSearchParams({ layout });
  const only = (list: readonly string[]) => (list.length === 1 ? list[0] : undefined);
  const [zone, unit, place] = [only(zones), only(units), only(places)];
  if (zone) params.set('zone', zone);
  else if (unit) params.set('unit', unit);
  else if (place) params.set('place', place);
  return `/?${params.toString()}`;
}
