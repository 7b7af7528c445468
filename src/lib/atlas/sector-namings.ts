import type { Atlas } from './atlas';
import { sectorWithDescendants } from './atlas';
import { policyInOrder } from './document-time';
import { namingsOf, saysItself } from './sectors-named';
import type { Naming } from './sectors-named';

/*
 * Who names a sector, where, since when: the one answer that every page gives.
 * A document names a sector where one of its clauses prints the sector's name, or another word for the same field.
 */

/**
 * How a document stands to a sector: named for zones; in targets or support measures, without a zone; in other clauses only;
 * not by its own name, but by that of narrower sectors, or of the wider one; not at all; or not known, since the document has no complete list.
 */
export const STANDINGS = ['zones', 'facts', 'text', 'narrower', 'wider', 'none', 'unread'] as const;
export type Standing = (typeof STANDINGS)[number];

const NAMED: ReadonlySet<Standing> = new Set<Standing>(['zones', 'facts', 'text']);
/** The document names the sector itself. */
export const isNaming = ({ standing }: Readonly<{ standing: Standing }>): boolean => NAMED.has(standing);

/** A clause that names a sector, and its words for it. */
export type NamingClause = Readonly<{ clause: string; as?: string | undefined }>;

export type SectorNaming = Readonly<{
  document: string;
  standing: Standing;
  /** statements for zones that rest on the document itself */
  zones: readonly Naming[];
  /** units that these are about */
  units: readonly string[];
  /** ids */
  targets: readonly string[];
  incentives: readonly string[];
  /** every clause that names it, in the document's order */
  clauses: readonly NamingClause[];
  /** sectors named in its place where it is not named itself: the narrower ones, else the nearest wider one */
  instead: readonly string[];
}>;

/** How one document names a sector. */
export function sectorNaming(atlas: Atlas, sector: string, document: string): SectorNaming {
  const { targets, incentives, namings } = atlas.data;
  const list = namings?.[document];
  const zones = namingsOf(atlas, { kind: 'sectors', id: sector }).filter((one) => one.document.id === document && !one.outside);
  const inFact = (fact: { document: string; sectors: readonly string[] }) => fact.document === document && fact.sectors.includes(sector);
  const facts = { targets: targets.filter(inFact), incentives: incentives.filter(inFact) };
  const clauses: readonly NamingClause[] = list
    ? (list[sector] ?? []).map(([clause, as]) => ({ clause, as }))
    : [
        ...new Set([
          ...zones.flatMap(({ link }) => link.citations.flatMap((cite) => (cite.document === document ? cite.clause : []))),
          ...facts.targets.map(({ citation }) => citation.clause),
          ...facts.incentives.map(({ clause }) => clause)
        ])
      ].map((clause) => ({ clause }));
  const shared = {
    document,
    zones,
    units: [...new Set(zones.flatMap(({ units }) => units))],
    targets: facts.targets.map(({ id }) => id),
    incentives: facts.incentives.map(({ id }) => id),
    clauses
  };
  if (zones.length > 0) return { ...shared, standing: 'zones', instead: [] };
  if (shared.targets.length + shared.incentives.length > 0) return { ...shared, standing: 'facts', instead: [] };
  if (clauses.length > 0) return { ...shared, standing: 'text', instead: [] };
  return { ...shared, ...inItsPlace(atlas, sector, document) };
}

/** Does any clause of the document print the sector's own name? */
function printed(atlas: Atlas, sector: string, document: string): boolean {
  const { zones, targets, incentives, namings } = atlas.data;
  if ((namings?.[document]?.[sector] ?? []).length > 0) return true;
  const own = zones.filter((zone) => zone.document === document);
  return (
    own.some((zone) => zone.links.sectors.some((link) => link.id === sector && saysItself(zone, link))) ||
    [...targets, ...incentives].some((fact) => fact.document === document && fact.sectors.includes(sector))
  );
}

function inItsPlace(atlas: Atlas, sector: string, document: string): Pick<SectorNaming, 'standing' | 'instead'> {
  const named = (id: string) => printed(atlas, id, document);
  const narrower = [...sectorWithDescendants(atlas, sector)].filter((id) => id !== sector && named(id));
  if (narrower.length > 0) return { standing: 'narrower', instead: narrower };
  const above = (id: string) => atlas.sector.get(id)?.parent;
  for (let wider = above(sector); wider !== undefined; wider = above(wider)) if (named(wider)) return { standing: 'wider', instead: [wider] };
  return { standing: atlas.data.namings?.[document] ? 'none' : 'unread', instead: [] };
}

/** A document's naming of a sector in the order of time; `first`: no earlier document names it by its own name, and all have been read for it. */
export type DatedNaming = SectorNaming & Readonly<{ first: boolean }>;

/**
 * How all policy documents name a sector, oldest first.
 * @param documents ids, oldest first, if not all
 */
export function sectorHistory(
  atlas: Atlas,
  sector: string,
  documents: readonly string[] = policyInOrder(atlas.data.documents).map(({ id }) => id)
): DatedNaming[] {
  let open = true;
  return documents.map((document) => {
    const naming = sectorNaming(atlas, sector, document);
    const first = open && isNaming(naming);
    // without a complete list an earlier document may have named it
    if (isNaming(naming) || !atlas.data.namings?.[document]) open = false;
    return { ...naming, first };
  });
}

export type SectorDifference = Readonly<{
  now: number;
  /** named, and not by this name in the document before */
  added: readonly string[];
  /** named before; now only narrower sectors, only a wider one, or nothing of the kind */
  narrower: readonly string[];
  wider: readonly string[];
  gone: readonly string[];
}>;

/**
 * What a document names anew and no more, against an earlier one; without one, all count as neither.
 * @param rows of some sectors, how documents stand to each
 */
export function sectorDifference(
  rows: readonly Readonly<{ sector: string; cells: readonly Readonly<{ standing: Standing }>[] }>[],
  index: number,
  before: number | undefined
): SectorDifference {
  const standing = (cells: readonly Readonly<{ standing: Standing }>[], column: number): Standing => cells[column]?.standing ?? 'unread';
  const ids = (wanted: (was: Standing, is: Standing) => boolean) =>
    before === undefined ? [] : rows.filter(({ cells }) => wanted(standing(cells, before), standing(cells, index))).map(({ sector }) => sector);
  const gone = (how: Standing) => ids((was, is) => NAMED.has(was) && is === how);
  return {
    now: rows.filter(({ cells }) => NAMED.has(standing(cells, index))).length,
    added: ids((was, is) => NAMED.has(is) && !NAMED.has(was) && was !== 'unread'),
    narrower: gone('narrower'),
    wider: gone('wider'),
    gone: gone('none')
  };
}
