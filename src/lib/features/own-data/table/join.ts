import type { AdminUnit, Zone } from '#lib/schema/atlas';
import { countyLevel } from '#lib/atlas/admin-units';
import { zonesOf } from '#lib/atlas/atlas';
import type { Atlas } from '#lib/atlas/atlas';
import { addFigures, NOTHING } from './aggregate';
import type { Figures } from './aggregate';

/* Own rows by district and by zone. Every zone is a set of districts and cities, so a row's district says which zones it is in. */

/** Rows added up by unit, as UnitTally has them: by adcode of a county, or of a prefecture where no more is known. */
export type Tallied = Readonly<{ units: ReadonlyMap<string, Figures>; outside: Figures }>;

export type UnitJoin = Readonly<{ unit: AdminUnit; figures: Figures }>;
export type UnitsJoined = Readonly<{
  /** units with rows, in the order of their codes */
  rows: readonly UnitJoin[];
  /** every row in the region, once */
  total: Figures;
  outside: Figures;
}>;

/** Rows by district. A row whose city alone is known stands under its city, not under any district of it. */
export function joinUnits(atlas: Atlas, { units, outside }: Tallied): UnitsJoined {
  const rows = [...units]
    .flatMap(([adcode, figures]) => {
      const unit = atlas.unit.get(adcode);
      return unit ? [{ unit, figures }] : [];
    })
    .sort((a, b) => a.unit.adcode.localeCompare(b.unit.adcode));
  const known = rows.map(({ figures }) => figures).reduce(addFigures, NOTHING);
  const unknown = [...units].flatMap(([adcode, figures]) => (atlas.unit.has(adcode) ? [] : [figures]));
  return { rows, total: known, outside: unknown.reduce(addFigures, outside) };
}

export type ZoneJoin = Readonly<{ zone: Zone; figures: Figures }>;
export type ZonesJoined = Readonly<{
  /** every zone of the layout, in its order; those whose members the document leaves open have no figures */
  rows: readonly ZoneJoin[];
  /** rows that lie in at least one zone, each once: less than the sum of the zones where zones overlap */
  total: Figures;
  /** rows in the region that lie in more than one of the zones */
  shared: Figures;
  /** rows in none of the zones, or outside the region */
  outside: Figures;
}>;

/** The zones of a layout that take in a unit, a county or a prefecture. */
export function zonesOver(atlas: Atlas, layoutId: string, adcode: string): Zone[] {
  const layout = atlas.layout.get(layoutId);
  const counties = countyLevel(atlas.data.admin);
  return layout ? zonesOf(atlas, layout).filter((zone) => covers(atlas, zone, adcode, counties)) : [];
}

/** Whether a zone takes in a unit: names it, names what it is part of, or names all that it is made of. */
function covers(atlas: Atlas, zone: Zone, adcode: string, counties: readonly AdminUnit[]): boolean {
  const unit = atlas.unit.get(adcode);
  if (!unit) return false;
  if (zone.units.includes(adcode) || (unit.parent !== undefined && zone.units.includes(unit.parent))) return true;
  const parts = unit.level === 'prefecture' ? counties.filter(({ parent }) => parent === adcode) : [];
  return parts.length > 0 && parts.every((part) => zone.units.includes(part.adcode));
}

/**
 * Rows by zone of a layout. A row in a unit that belongs to several zones counts once in each of them, and once in the total.
 * A row whose city alone is known counts in a zone only if the zone takes in the whole city.
 */
export function joinZones(atlas: Atlas, layoutId: string, { units, outside }: Tallied): ZonesJoined {
  const layout = atlas.layout.get(layoutId);
  const zones = layout ? zonesOf(atlas, layout) : [];
  const counties = countyLevel(atlas.data.admin);
  const sums = zones.map(() => NOTHING);
  let [total, shared, rest] = [NOTHING, NOTHING, outside];
  for (const [adcode, figures] of units) {
    const members = zones.flatMap((zone, i) => (covers(atlas, zone, adcode, counties) ? [i] : []));
    for (const i of members) sums[i] = addFigures(sums[i] ?? NOTHING, figures);
    if (members.length === 0) rest = addFigures(rest, figures);
    else total = addFigures(total, figures);
    if (members.length > 1) shared = addFigures(shared, figures);
  }
  return { rows: zones.map((zone, i) => ({ zone, figures: sums[i] ?? NOTHING })), total, shared, outside: rest };
}
