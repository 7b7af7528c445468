import type { Layout, PolicyDocument, Zone } from '#lib/schema/atlas';
import type { Citation, Membership, Text } from '#lib/schema/common';
import type { Hue, Tier } from '#lib/schema/terms';
import { countyLevel } from '#lib/atlas/admin-units';
import type { Atlas } from '#lib/atlas/atlas';

const levelOf = (document: PolicyDocument) => [...document.covers].sort().join();

/** The latest earlier document that covers the same area: a province's is compared with the province's, a city's with the city's. */
export function documentBefore(ordered: readonly PolicyDocument[], document: PolicyDocument): PolicyDocument | undefined {
  return ordered.slice(0, ordered.indexOf(document)).findLast((earlier) => levelOf(earlier) === levelOf(document));
}

/** Layouts that say where: spatial ones and lists of bases; a document that only assigns fields is read by those. */
export function layoutsOf(atlas: Atlas, document: string): Layout[] {
  const own = atlas.data.layouts.filter((layout) => layout.document === document);
  const spatial = own.filter(({ kind }) => kind === 'spatial' || kind === 'bases');
  return spatial.length > 0 ? spatial : own;
}

/** Two documents' roles can be compared where the tiers of both are their own words: not where we sorted the zones, or inferred who stands where. */
export const rolesComparable = (atlas: Atlas, before: string, after: string): boolean =>
  [before, after].every((document) => layoutsOf(atlas, document).every(({ tiersOurs }) => !tiersOurs));

/** What a document makes of a unit: one of its zones. */
export type Role = Readonly<{
  zone: string;
  name: Text;
  mark: Text;
  hue: Hue;
  tier: Tier;
  tierName?: Text | undefined;
  membership: Membership;
  citations: readonly Citation[];
}>;

const made = new WeakMap<Zone, Role>();
/** One and the same for all that a zone names: a page that carries it carries it once. */
function roleOf(zone: Zone): Role {
  const known = made.get(zone);
  if (known) return known;
  const role: Role = {
    zone: zone.id,
    name: zone.name,
    mark: zone.mark,
    hue: zone.hue,
    tier: zone.tier,
    ...(zone.tierName ? { tierName: zone.tierName } : {}),
    membership: zone.membership,
    citations: zone.membershipCitations.length > 0 ? zone.membershipCitations : zone.citations
  };
  made.set(zone, role);
  return role;
}

/** Roles by unit, as the document names units: a city's role is not written down for each of its counties. */
export function rolesIn(atlas: Atlas, document: string): Map<string, Role[]> {
  const roles = new Map<string, Role[]>();
  for (const layout of layoutsOf(atlas, document))
    for (const id of layout.zones) {
      const zone = atlas.zone.get(id);
      for (const unit of zone?.units ?? []) if (zone) roles.set(unit, [...(roles.get(unit) ?? []), roleOf(zone)]);
    }
  return roles;
}

/*
 * How a unit fares between two documents. A document may name a whole city where another names a county of it;
 * that is neither entering nor leaving, so it has words of its own:
 * widened: now the whole city, before only counties of it; narrowed: the reverse;
 * singled-out: now by itself, before only with its city; absorbed: the reverse.
 * Where roles cannot be compared, all of these are `both`: named in both documents, and no more is said.
 */
export const CHANGE_KINDS = ['first', 'enter', 'widened', 'singled-out', 'role', 'same', 'both', 'absorbed', 'narrowed', 'leave'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * Units that changed alike, with their roles before and after. On one side (`partly`) a unit may be there only by some of its
 * counties (`parts`), or only with its city (no parts).
 */
export type Change = Readonly<{
  kind: ChangeKind;
  units: readonly string[];
  parts: readonly string[];
  partly?: 'before' | 'after' | undefined;
  before: readonly Role[];
  after: readonly Role[];
}>;

/** Kinds that say how a unit's role changed, or did not. */
const COMPARED: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['widened', 'singled-out', 'role', 'same', 'absorbed', 'narrowed']);
const PARTLY: Readonly<Partial<Record<ChangeKind, Change['partly']>>> = { widened: 'before', 'singled-out': 'before', absorbed: 'after', narrowed: 'after' };

const tiersOf = (roles: readonly Role[]) => [...new Set(roles.map(({ tier }) => tier))].sort().join();

/**
 * Changes between two documents, units that changed alike together, in the order of CHANGE_KINDS.
 * @param before roles in the earlier document; undefined or empty where there is nothing to compare with
 * @param comparable see rolesComparable
 */
export function changesBetween(atlas: Atlas, before: ReadonlyMap<string, Role[]> | undefined, after: ReadonlyMap<string, Role[]>, comparable = true): Change[] {
  const earlier = before ?? new Map<string, Role[]>();
  const parent = (code: string) => atlas.unit.get(code)?.parent;
  const partsIn = (roles: ReadonlyMap<string, Role[]>, code: string) => [...roles.keys()].filter((unit) => parent(unit) === code).sort();
  const viaParent = (roles: ReadonlyMap<string, Role[]>, code: string) => roles.get(parent(code) ?? '') ?? [];

  const single = [...new Set([...earlier.keys(), ...after.keys()])].sort().flatMap((code): Change[] => {
    const [was, is] = [earlier.get(code) ?? [], after.get(code) ?? []];
    const one = (kind: ChangeKind, parts: readonly string[] = [], old = was, now = is): Change[] => [
      { kind: comparable || !COMPARED.has(kind) ? kind : 'both', units: [code], parts, partly: PARTLY[kind], before: old, after: now }
    ];
    if (earlier.size === 0) return one('first');
    if (was.length > 0 && is.length > 0) return one(tiersOf(was) === tiersOf(is) ? 'same' : 'role');
    if (is.length > 0) {
      const parts = partsIn(earlier, code);
      if (parts.length > 0)
        return one(
          'widened',
          parts,
          parts.flatMap((part) => earlier.get(part) ?? [])
        );
      const via = viaParent(earlier, code);
      // where its city is no longer named, the city's own line tells
      if (via.length > 0) return after.has(parent(code) ?? '') ? one('singled-out', [], via) : [];
      return one('enter');
    }
    const parts = partsIn(after, code);
    if (parts.length > 0)
      return one(
        'narrowed',
        parts,
        was,
        parts.flatMap((part) => after.get(part) ?? [])
      );
    const via = viaParent(after, code);
    if (via.length > 0) return earlier.has(parent(code) ?? '') ? one('absorbed', [], was, via) : [];
    return one('leave');
  });
  return merge(single);
}

/** Put units of the same kind and the same zones before and after on one line. */
function merge(changes: readonly Change[]): Change[] {
  const ids = (roles: readonly Role[]) => [...new Set(roles.map(({ zone }) => zone))].sort().join();
  const groups = new Map<string, Change>();
  for (const change of changes) {
    const key = [change.kind, change.partly, change.parts.join(), ids(change.before), ids(change.after)].join('|');
    const known = groups.get(key);
    groups.set(key, known ? { ...known, units: [...known.units, ...change.units] } : change);
  }
  return [...groups.values()].sort((a, b) => CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind));
}

export const UNIT_STATES = ['first', 'enter', 'change', 'stay', 'both', 'leave'] as const;
export type UnitState = (typeof UNIT_STATES)[number];

/**
 * State of each county on the map, by the roles that it has itself or through its city. Counties in neither document are left out.
 * @param comparable see rolesComparable
 */
export function countyStates(
  atlas: Atlas,
  before: ReadonlyMap<string, Role[]> | undefined,
  after: ReadonlyMap<string, Role[]>,
  comparable = true
): Record<UnitState, string[]> {
  const states: Record<UnitState, string[]> = { first: [], enter: [], change: [], stay: [], both: [], leave: [] };
  for (const { adcode, parent } of countyLevel(atlas.data.admin)) {
    const roles = (map: ReadonlyMap<string, Role[]> | undefined) => [...(map?.get(adcode) ?? []), ...(map?.get(parent ?? '') ?? [])];
    const [was, is] = [roles(before), roles(after)];
    if (was.length === 0 && is.length === 0) continue;
    const state: UnitState = !before?.size
      ? 'first'
      : was.length === 0
        ? 'enter'
        : is.length === 0
          ? 'leave'
          : !comparable
            ? 'both'
            : tiersOf(was) === tiersOf(is)
              ? 'stay'
              : 'change';
    states[state].push(adcode);
  }
  return states;
}
