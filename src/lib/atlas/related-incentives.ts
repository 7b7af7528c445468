import type { Incentive, PolicyDocument, Zone } from '#lib/schema/atlas';
import type { Atlas } from './atlas';
import { lineage, sectorWithDescendants, zonePlaces } from './atlas';
import { byTime } from './document-time';

export type Coverage = Readonly<{
  document: PolicyDocument;
  /** units of the zone that the document's area takes in; empty where the zone has no units of its own */
  units: readonly string[];
  /** the document's area takes in all of the zone */
  whole: boolean;
  incentives: readonly Incentive[];
}>;

/**
 * Incentives by document whose area covers a zone or some of its units, newest document first.
 * Whether a document is in force is for the caller to say: this is about place only.
 */
export function incentivesCovering(atlas: Atlas, zone: Zone): Coverage[] {
  // a zone without named members lies somewhere in its layout's area
  const area = atlas.layout.get(zone.layout)?.adcode;
  const units = zone.units.length > 0 ? zone.units : area ? [area] : [];
  return atlas.data.documents
    .map((document) => {
      const covered = units.filter((unit) => lineage(atlas, unit).some(({ adcode }) => document.covers.includes(adcode)));
      return {
        document,
        units: zone.units.length > 0 ? covered : [],
        whole: covered.length === units.length,
        incentives:
          covered.length === 0
            ? []
            : atlas.data.incentives.filter((incentive) => incentive.document === document.id && reachesZone(atlas, incentive, zone, covered))
      };
    })
    .filter(({ incentives }) => incentives.length > 0)
    .sort((a, b) => byTime(b.document, a.document));
}

/** Incentives whose document's area takes in all of a unit, and whose own scope does; money for one named body only where the body is in the unit. */
export function incentivesAt(atlas: Atlas, adcode: string): Incentive[] {
  const line = lineage(atlas, adcode).map((unit) => unit.adcode);
  const within = (body: string) => lineage(atlas, atlas.place.get(body)?.adcode ?? '').some((unit) => unit.adcode === adcode);
  const inScope = ({ scope }: Incentive) =>
    !scope || [...scope.adcodes, ...scope.zones.flatMap((id) => atlas.zone.get(id)?.units ?? [])].some((unit) => line.includes(unit));
  return atlas.data.incentives.filter(
    (incentive) =>
      atlas.document.get(incentive.document)?.covers.some((unit) => line.includes(unit)) &&
      inScope(incentive) &&
      (!incentive.bodies || incentive.bodies.some(within))
  );
}

/**
 * Whether an incentive is for a zone: one with a scope for the zones that it names, and for those with ground in its units.
 * Money for one named body is for a zone only where the document ties the body to it, or puts it in one of its units:
 * a zone whose members are open is in none, though it lies somewhere in its layout's area.
 */
export function reachesZone(atlas: Atlas, { bodies, scope }: Incentive, zone: Zone, units: readonly string[]): boolean {
  const inside = (inner: string, outer: string) => lineage(atlas, inner).some(({ adcode }) => adcode === outer);
  const meets = (code: string) => units.some((unit) => inside(unit, code) || inside(code, unit));
  if (scope && !scope.zones.includes(zone.id) && !scope.adcodes.some(meets)) return false;
  if (!bodies) return true;
  return bodies.some(
    (id) =>
      zonePlaces(zone).includes(id) ||
      lineage(atlas, atlas.place.get(id)?.adcode ?? '').some(({ adcode }) => zone.units.includes(adcode) && units.includes(adcode))
  );
}

/** Money for a sector; what is for one named body alone is not offered to whoever works in its field. */
export const isForSector = ({ bodies, sectors }: Incentive, sector: string): boolean => !bodies && sectors.includes(sector);

/** A sector with those above and below it: what is said of 药品 concerns 抗体药物, and the other way round. */
export function sectorFamily(atlas: Atlas, id: string): Set<string> {
  const family = sectorWithDescendants(atlas, id);
  for (let up = atlas.sector.get(id)?.parent; up && !family.has(up); up = atlas.sector.get(up)?.parent) family.add(up);
  return family;
}
