import type { Place } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';
import type { Atlas } from '#lib/atlas/atlas';

/**
 * How a document names a sector: in zones (with the units meant, as printed), or only in targets and support measures, which name no place.
 */
export type SectorCell = Readonly<{ document: string; zones: number; units: number; elsewhere: number; first: boolean }>;
export type SectorRow = Readonly<{ sector: string; depth: number; cells: readonly (SectorCell | undefined)[] }>;

/**
 * Sectors by documents; sectors that no document names are left out, children follow their parents.
 * @param documents ids, oldest first
 */
export function sectorMatrix(atlas: Atlas, documents: readonly string[]): SectorRow[] {
  const { sectors, zones, targets, incentives } = atlas.data;
  const row = (sector: string, depth: number): SectorRow => {
    let first = true;
    const cells = documents.map((document): SectorCell | undefined => {
      const naming = zones.filter((zone) => zone.document === document && zone.sectors.includes(sector));
      const units = new Set(naming.flatMap((zone) => zone.links.sectors.filter(({ id }) => id === sector).flatMap((link) => link.units ?? zone.units)));
      const elsewhere = [...targets, ...incentives].filter((fact) => fact.document === document && fact.sectors.includes(sector)).length;
      if (naming.length === 0 && elsewhere === 0) return undefined;
      const cell = { document, zones: naming.length, units: units.size, elsewhere, first };
      first = false;
      return cell;
    });
    return { sector, depth, cells };
  };
  const below = (parent: string | undefined, depth: number): SectorRow[] =>
    sectors.filter((sector) => sector.parent === parent).flatMap(({ id }) => [row(id, depth), ...below(id, depth + 1)]);
  return below(undefined, 0).filter(({ cells }) => cells.some((cell) => cell !== undefined));
}

export type Difference = Readonly<{ now: number; added: readonly string[]; gone: readonly string[] }>;

/** Sectors that a document names anew or no more, against another one; without one, all count as neither. */
export function sectorDifference(rows: readonly SectorRow[], index: number, before: number | undefined): Difference {
  const named = (row: SectorRow, column: number | undefined) => column !== undefined && row.cells[column] !== undefined;
  const ids = (wanted: (row: SectorRow) => boolean) => rows.filter(wanted).map(({ sector }) => sector);
  return {
    now: rows.filter((row) => named(row, index)).length,
    added: before === undefined ? [] : ids((row) => named(row, index) && !named(row, before)),
    gone: before === undefined ? [] : ids((row) => !named(row, index) && named(row, before))
  };
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
