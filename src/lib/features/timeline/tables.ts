import type { Place } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';
import type { Atlas } from '#lib/atlas/atlas';
import { isNaming, sectorHistory } from '#lib/atlas/sector-namings';
import type { Standing } from '#lib/atlas/sector-namings';

/** How a document stands to a sector, in numbers: zones that name it, units meant by them (as printed), or the clauses where no zone does. */
export type SectorCell = Readonly<{ standing: Standing; zones?: number; units?: number; clauses?: number; first?: true }>;
export type SectorRow = Readonly<{ sector: string; depth: number; cells: readonly SectorCell[] }>;

/**
 * Sectors by documents; sectors that no document names are left out, children follow their parents.
 * @param documents ids, oldest first
 */
export function sectorMatrix(atlas: Atlas, documents: readonly string[]): SectorRow[] {
  const { sectors } = atlas.data;
  const row = (sector: string, depth: number): SectorRow => ({
    sector,
    depth,
    cells: sectorHistory(atlas, sector, documents).map((naming): SectorCell => {
      const { standing, zones, units, clauses, first } = naming;
      const spatial = zones.length > 0 ? { zones: new Set(zones.map(({ zone }) => zone.id)).size, units: units.length } : {};
      const counts = isNaming(naming) && zones.length === 0 ? { clauses: clauses.length } : spatial;
      return { standing, ...counts, ...(first ? { first } : {}) };
    })
  });
  const below = (parent: string | undefined, depth: number): SectorRow[] =>
    sectors.filter((sector) => sector.parent === parent).flatMap(({ id }) => [row(id, depth), ...below(id, depth + 1)]);
  return below(undefined, 0).filter(({ cells }) => cells.some(isNaming));
}

export type FamilyRow = Readonly<{ family: string; counts: readonly number[] }>;

/** Number of targets by family and document, the most frequent family first. */
export function targetFamilies(atlas: Atlas, documents: readonly string[]): FamilyRow[] {
  const { targets } = atlas.data;
  const count = (family: string, document: string) => targets.filter((target) => target.family === family && target.document === document).length;
  const total = ({ counts }: FamilyRow) => counts.reduce((sum, n) => sum + n, 0);
  return [...new Set(targets.map(({ family }) => family))]
    .map((family) => ({ family, counts: documents.map((document) => count(family, document)) }))
    .filter((row) => total(row) > 0)
    .sort((a, b) => total(b) - total(a) || (a.family < b.family ? -1 : 1));
}

/** A named park, platform or institute, with the clauses that name it. */
export type NamedPlace = Readonly<{ id: string; name: Place['name']; citations: readonly Citation[] }>;
export type PlaceDifference = Readonly<{ now: number; added: readonly NamedPlace[]; gone: readonly NamedPlace[] }>;

/** Places that a document names anew or no more, against an earlier one. @param before id of that document */
export function placeDifference(atlas: Atlas, document: string, before: string | undefined): PlaceDifference {
  const by = (place: Place, id: string | undefined) => place.mentions.filter((mention) => mention.document === id);
  const named = (place: Place, id: string): NamedPlace => ({
    id: place.id,
    name: place.name,
    citations: by(place, id).map(({ clause }) => ({ document: id, clause }))
  });
  const { places } = atlas.data;
  const now = places.filter((place) => by(place, document).length > 0);
  if (before === undefined) return { now: now.length, added: [], gone: [] };
  return {
    now: now.length,
    added: now.filter((place) => by(place, before).length === 0).map((place) => named(place, document)),
    gone: places.filter((place) => by(place, before).length > 0 && !now.includes(place)).map((place) => named(place, before))
  };
}
