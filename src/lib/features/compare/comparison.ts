import type { Layout, PolicyDocument, Target, Zone, ZoneLink } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';
import { lineage, sectorWithDescendants } from '#lib/atlas/atlas';
import type { Atlas } from '#lib/atlas/atlas';
import { commonUnits, nearest, zoneAccess, zoneAnchors } from '#lib/atlas/distances';
import type { Access, Span } from '#lib/atlas/distances';
import { zoneGround } from '#lib/atlas/on-ground';
import type { NamedBy } from '#lib/atlas/on-ground';
import { reachesZone } from '#lib/atlas/related-incentives';

/** Named by all the zones compared, by some of them, by one alone, or by none. */
export type Reach = 'all' | 'some' | 'only' | 'none';

/** What one zone says on a row; `links` is empty where its document does not say. */
export type Cell = Readonly<{
  links: readonly ZoneLink[];
  /** for sectors: broader or narrower sectors that the zone names instead */
  related: readonly string[];
}>;

/** A sector, capability or place with one cell per zone. */
export type SharedRow = Readonly<{ id: string; reach: Reach; cells: readonly Cell[] }>;

/** A target of several zones together: one figure, never split among them. */
export type JointTarget = Readonly<{ target: Target; of: number; compared: readonly string[] }>;

/** Support of a document that covers the zone; `parts` are its units that are covered, where not all are. */
export type Support = Readonly<{ document: PolicyDocument; incentives: readonly string[]; parts: readonly string[] }>;

export type Column = Readonly<{
  zone: Zone;
  layout: Layout;
  document: PolicyDocument;
  targets: readonly Target[];
  support: readonly Support[];
  access: readonly Access[];
  /** places on its ground that only other documents name: apart from its own, and never counted with them */
  others: readonly NamedBy[];
  /** how many of these are so on the ground of another zone compared, too */
  othersShared: number;
}>;

/** How two zones lie to each other: units in common, else the distance between their nearest points. */
export type Between = Readonly<{ a: string; b: string; common: readonly string[]; span: Span | undefined }>;

export type Comparison = Readonly<{
  columns: readonly Column[];
  /** what a project asks for, whether or not a zone names it; not repeated in the rows below */
  wishes: readonly SharedRow[];
  sectors: readonly SharedRow[];
  capabilities: readonly SharedRow[];
  platforms: readonly SharedRow[];
  parks: readonly SharedRow[];
  joint: readonly JointTarget[];
  between: readonly Between[];
}>;

/**
 * Compare zones side by side. Total: unknown and repeated ids are left out.
 * @param day YYYY-MM-DD, on which other documents are in force or not
 * @param wanted sectors and capabilities that a project asks for, by id, in the order of their rows
 */
export function compareZones(atlas: Atlas, ids: readonly string[], day: string = atlas.data.index.statusAsOf, wanted: readonly string[] = []): Comparison {
  const columns = withShared([...new Set(ids)].flatMap((id) => columnOf(atlas, id, day)));
  const zones = columns.map(({ zone }) => zone);
  const related = (id: string, zone: Zone) => relatedSectors(atlas, id, zone);
  const unasked = ({ id }: SharedRow) => !wanted.includes(id);
  return {
    columns,
    wishes: wanted.map((id) => (atlas.sector.has(id) ? rowOf(zones, 'sectors', id, related) : rowOf(zones, 'capabilities', id))),
    sectors: sharedRows(zones, 'sectors', related).filter(unasked),
    capabilities: sharedRows(zones, 'capabilities').filter(unasked),
    platforms: sharedRows(zones, 'platforms'),
    parks: sharedRows(zones, 'parks'),
    joint: jointTargets(atlas, zones),
    between: zones.flatMap((a, i) => zones.slice(i + 1).map((b) => betweenOf(atlas, a, b)))
  };
}

/** What is the same in every cell, standing and members included: it need not be told zone by zone. */
export const isShared = ({ reach, cells }: SharedRow): boolean =>
  reach === 'all' && new Set(cells.map(({ links }) => JSON.stringify(links.map(({ standing, units }) => [standing ?? '', units ?? []])))).size === 1;

/**
 * Citations that most of these links of one zone rest on: told once, they need not stand at each, and only exceptions are marked.
 * A single link has nothing to share.
 */
export function commonCitations(links: readonly ZoneLink[]): Citation[] {
  const all = links.flatMap(({ citations }) => citations);
  const holders = (cite: Citation) => links.filter(({ citations }) => citations.some((other) => isSame(cite, other))).length;
  return all.filter((cite, i) => 2 * holders(cite) > links.length && holders(cite) > 1 && all.findIndex((other) => isSame(cite, other)) === i);
}

/** Those to mark at a link: none where it rests on what is told already, else all of its own. */
export const otherCitations = (citations: readonly Citation[], told: readonly Citation[]): Citation[] =>
  citations.length > 0 && citations.every((cite) => told.some((other) => isSame(cite, other))) ? [] : [...citations];

const isSame = (a: Citation, b: Citation) => a.document === b.document && a.clause === b.clause;

const isJoint = (target: Target) => (target.scope.zones?.length ?? 0) > 1;

type Lone = Omit<Column, 'othersShared'>;

/** The same ground gives the same places: told, so that nobody adds them up. */
function withShared(columns: readonly Lone[]): Column[] {
  const ids = ({ others }: Lone) => others.flatMap(({ places }) => places.map(({ place }) => place.id));
  return columns.map((column) => {
    const elsewhere = new Set(columns.filter((other) => other !== column).flatMap(ids));
    return { ...column, othersShared: ids(column).filter((id) => elsewhere.has(id)).length };
  });
}

function columnOf(atlas: Atlas, id: string, day: string): Lone[] {
  const zone = atlas.zone.get(id);
  const layout = zone && atlas.layout.get(zone.layout);
  const document = zone && atlas.document.get(zone.document);
  if (!zone || !layout || !document) return [];
  const targets = zone.targets.flatMap((target) => atlas.target.get(target) ?? []).filter((target) => !isJoint(target));
  const { others } = zoneGround(atlas, zone, day);
  return [{ zone, layout, document, targets, support: supportOf(atlas, zone, layout), access: zoneAccess(atlas, zone), others }];
}

type Linked = keyof Zone['links'];

function sharedRows(zones: readonly Zone[], what: Linked, related: (id: string, zone: Zone) => string[] = () => []): SharedRow[] {
  const ids = [...new Set(zones.flatMap((zone) => zone.links[what].map(({ id }) => id)))];
  const rows = ids.map((id) => rowOf(zones, what, id, related));
  const order: readonly Reach[] = ['all', 'some', 'only'];
  // what is alone stands zone by zone
  const owner = (row: SharedRow) => (row.reach === 'only' ? row.cells.findIndex(({ links }) => links.length > 0) : 0);
  return rows.sort((a, b) => order.indexOf(a.reach) - order.indexOf(b.reach) || owner(a) - owner(b));
}

function rowOf(zones: readonly Zone[], what: Linked, id: string, related: (id: string, zone: Zone) => string[] = () => []): SharedRow {
  const cells = zones.map((zone) => {
    const links = zone.links[what].filter((link) => link.id === id);
    return { links, related: links.length > 0 ? [] : related(id, zone) };
  });
  const named = cells.filter(({ links }) => links.length > 0).length;
  return { id, reach: named === 0 ? 'none' : named === zones.length ? 'all' : named === 1 ? 'only' : 'some', cells };
}

function relatedSectors(atlas: Atlas, id: string, zone: Zone): string[] {
  const narrower = sectorWithDescendants(atlas, id);
  return zone.sectors.filter((other) => other !== id && (narrower.has(other) || sectorWithDescendants(atlas, other).has(id)));
}

function jointTargets(atlas: Atlas, zones: readonly Zone[]): JointTarget[] {
  const ids = [...new Set(zones.flatMap((zone) => zone.targets))];
  return ids
    .flatMap((id) => atlas.target.get(id) ?? [])
    .filter(isJoint)
    .map((target) => ({ target, of: target.scope.zones?.length ?? 0, compared: zones.filter((zone) => zone.targets.includes(target.id)).map(({ id }) => id) }));
}

/** Documents with support measures for the area that the zone lies in, newest validity first as the data list them. */
function supportOf(atlas: Atlas, zone: Zone, layout: Layout): Support[] {
  // where the members are open, the layout's own area stands for them
  const units = zone.units.length > 0 ? zone.units : [layout.adcode];
  return atlas.data.documents.flatMap((document) => {
    const incentives = atlas.data.incentives
      .filter((incentive) => incentive.document === document.id && reachesZone(atlas, incentive, zone, units))
      .map(({ id }) => id);
    if (incentives.length === 0) return [];
    const covered = units.filter((unit) => lineage(atlas, unit).some(({ adcode }) => document.covers.includes(adcode)));
    // a city's document inside a unit that is larger than the city
    const inside = document.covers.filter((code) => !covered.includes(code) && lineage(atlas, code).some(({ adcode }) => units.includes(adcode)));
    if (covered.length === 0 && inside.length === 0) return [];
    return [{ document, incentives, parts: covered.length === units.length ? [] : [...covered, ...inside] }];
  });
}

function betweenOf(atlas: Atlas, a: Zone, b: Zone): Between {
  const common = commonUnits(atlas, a, b);
  return { a: a.id, b: b.id, common, span: common.length > 0 ? undefined : nearest(zoneAnchors(atlas, a), zoneAnchors(atlas, b)) };
}
