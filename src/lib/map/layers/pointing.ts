import type { Intent } from '#lib/atlas/state';
import type { ExplorerView } from '#lib/atlas/view';
import { isStandIn } from '#lib/schema/terms';
import { PLACE_ZOOM, SLOTS, locatedPlaces } from './places';

/** The county under the pointer and the prefecture that it lies in. */
export type PointedUnit = Readonly<{ county: string; prefecture: string }>;

/** From this zoom on a click means the county, further out the prefecture. */
export const COUNTY_CLICK_ZOOM = 8.5;
/** How near to a place's mark a click counts, CSS px. */
const REACH = 12;

/** Active zones of the layout that the unit is part of, by id, in the layout's order. */
export function zonesAtUnit({ zones }: ExplorerView, { county, prefecture }: PointedUnit): string[] {
  return zones.flatMap(({ zone, active }) => (active && (zone.units.includes(county) || zone.units.includes(prefecture)) ? [zone.id] : []));
}

/** The zone that has the ground of a county to itself, as it is drawn; none where several share it. */
export function groundAt({ zones, stacked }: ExplorerView, { county, prefecture }: PointedUnit): string | undefined {
  const naming = (adcode: string) => zones.flatMap(({ zone, active }) => (active && zone.units.includes(adcode) ? [zone.id] : []));
  const [direct, city] = [naming(county), naming(prefecture)];
  const [only, ...others] = direct.length > 0 ? direct : city;
  return stacked || others.length > 0 ? undefined : only;
}

/** The unit that pointing here means: the county close up or where the layout itself counts in counties, else the prefecture. */
export function unitMeant(view: ExplorerView, pointed: PointedUnit, zoom: number): string {
  const countedInCounties = view.zones.some(({ zone, active }) => active && zone.units.includes(pointed.county));
  return zoom >= COUNTY_CLICK_ZOOM || countedInCounties ? pointed.county : pointed.prefecture;
}

/** What a click asks for: the place, the only zone here, else the unit (whose zones the panel then lists), or nothing. */
export function clickIntent(view: ExplorerView, place: string | undefined, pointed: PointedUnit | undefined, zoom: number): Intent {
  if (place) return { type: 'select', selection: { kind: 'place', id: place } };
  if (!pointed) return { type: 'clear' };
  const [only, ...others] = zonesAtUnit(view, pointed);
  if (only && others.length === 0) return { type: 'select', selection: { kind: 'zone', id: only } };
  return { type: 'select', selection: { kind: 'unit', adcode: unitMeant(view, pointed, zoom) } };
}

/**
 * The place at a point of the screen: the nearest whose mark is under it. A place without a mark is reached by its name.
 * @param project screen position, CSS px, of a point in WGS 84 degrees
 */
export function placeAt(
  view: ExplorerView,
  [x, y]: readonly [number, number],
  project: (position: readonly [number, number]) => { x: number; y: number },
  zoom: number
): string | undefined {
  let best: { id: string; distance: number } | undefined;
  for (const { view: entry, position, slot } of locatedPlaces(view.places)) {
    if ((zoom < PLACE_ZOOM || isStandIn(entry.place.precision)) && !entry.selected) continue;
    const at = project(position);
    const [dx, dy] = SLOTS[slot] ?? [0, 0];
    const distance = Math.hypot(at.x + dx - x, at.y + dy - y);
    if (distance <= REACH && (!best || distance < best.distance)) best = { id: entry.place.id, distance };
  }
  return best?.id;
}
