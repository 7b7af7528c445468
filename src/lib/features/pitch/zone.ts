import type { AdminUnit, DocumentStatus, Incentive, Layout, Note, Place, PolicyDocument, Sector, Target, Zone, ZoneLink } from '#lib/schema/atlas';
import type { Citation, Text } from '#lib/schema/common';
import { isStandIn } from '#lib/schema/terms';
import type { Atlas } from '#lib/atlas/atlas';
import { cooperationOf } from '#lib/atlas/cooperation';
import { zoneAccess } from '#lib/atlas/distances';
import type { Access } from '#lib/atlas/distances';
import { zoneGround } from '#lib/atlas/on-ground';
import type { NamedBy } from '#lib/atlas/on-ground';
import { neighbourZones } from '#lib/atlas/neighbours';
import type { Touching } from '#lib/atlas/neighbours';
import { incentivesCovering, sectorFamily } from '#lib/atlas/related-incentives';
import { statusOn } from '#lib/atlas/status';
import { dueState } from '#lib/features/targets/rows';
import type { DueState } from '#lib/features/targets/rows';
import type { PitchState } from './state';

/** Every statement of a pitch says where it stands. */
export type Cited = Readonly<{ citations: readonly Citation[] }>;

export type SaidSector = Cited & Readonly<{ sector: Sector; link: ZoneLink; asked: 'named' | 'related' | undefined }>;
export type SaidPlace = Cited & Readonly<{ place: Place; link: ZoneLink; kind: 'park' | 'platform' }>;
/** Places on the zone's ground that another document names, and the zone's own does not: all are counted, the first are `told` by name and cited. */
export type SaidByOthers = Cited & NamedBy & Readonly<{ told: NamedBy['places'] }>;
export type SaidCapability = Cited & Readonly<{ id: string; name: Text; link: ZoneLink }>;
/** A goal, never a result. `joint` = number of zones that it is set for together; `whole` = the goal that it is a part of. */
export type SaidTarget = Cited & Readonly<{ target: Target; joint: number | undefined; whole: Target | undefined; due: DueState; status: DocumentStatus }>;
export type Measure = Cited & Readonly<{ incentive: Incentive; concerns: boolean }>;
/** Measures of one document that covers the zone. Only `claimable` ones may be offered; the others are history or drafts. */
export type Support = Readonly<{
  document: PolicyDocument;
  status: DocumentStatus;
  claimable: boolean;
  whole: boolean;
  units: readonly string[];
  measures: readonly Measure[];
}>;
export type SaidAccess = Cited & Readonly<{ access: Access }>;
export type Near = Cited & Readonly<{ zone: Zone; shared: readonly string[]; borders: readonly (readonly [string, string])[] }>;

/** What a fact leaves open or why it reads as it does. */
export type Caveat = Cited & Readonly<{ note: Note }>;

export type PitchZone = Readonly<{
  zone: Zone;
  layout: Layout;
  document: PolicyDocument;
  status: DocumentStatus;
  role: Cited & Readonly<{ text: Text }>;
  members: Cited & Readonly<{ units: readonly AdminUnit[] }>;
  /** sectors of the project first, then those related to them, then the rest in the document's order */
  sectors: readonly SaidSector[];
  places: readonly SaidPlace[];
  /** by document; apart from `places`, and never counted with them */
  others: readonly SaidByOthers[];
  capabilities: readonly SaidCapability[];
  targets: readonly SaidTarget[];
  support: readonly Support[];
  access: readonly SaidAccess[];
  partners: readonly (Cited & Readonly<{ zone: Zone }>)[];
  neighbours: readonly Near[];
  /** what its maker tells the visitor of it */
  note: string | undefined;
  /** internal only: what the facts leave open */
  caveats: readonly Caveat[];
  /** internal only: places whose position is not known better than the district */
  unplaced: readonly Place[];
}>;

/** Names of places by other documents, of each document: a sheet has no room for more. */
const MOST_OTHERS = 2;

/** Where the outlines come from that neighbours are worked out of, if the pack says so. */
const borders = ({ data }: Atlas): Citation[] => (data.index.boundarySource ? [data.index.boundarySource] : []);

/** Each citation once. */
export const distinct = (citations: readonly Citation[]): Citation[] => [
  ...new Map(citations.map((cite) => [`${cite.document} ${cite.clause}`, cite])).values()
];

/**
 * What a pitch says of one zone. Undefined for an unknown zone.
 * @param touching counties with a common border; without them no neighbours are told
 */
export function pitchZone(atlas: Atlas, id: string, state: PitchState, day: string, touching?: Touching): PitchZone | undefined {
  const zone = atlas.zone.get(id);
  const layout = zone && atlas.layout.get(zone.layout);
  const document = zone && atlas.document.get(zone.document);
  if (!zone || !layout || !document) return undefined;
  const internal = state.audience === 'internal';
  const note = Object.hasOwn(state.notes, id) ? state.notes[id] : undefined;
  const places = [...placesOf(atlas, zone, 'park'), ...placesOf(atlas, zone, 'platform')];
  const targets = targetsOf(atlas, zone, day);
  return {
    zone,
    layout,
    document,
    status: statusOn(document, day),
    role: { text: zone.role, citations: zone.citations },
    members: { units: zone.units.flatMap((code) => atlas.unit.get(code) ?? []), citations: distinct([...zone.membershipCitations, ...zone.citations]) },
    sectors: sectorsOf(atlas, zone, state.sectors),
    places,
    others: zoneGround(atlas, zone, day).others.map((by) => {
      const told = by.places.slice(0, MOST_OTHERS);
      return { ...by, told, citations: distinct(told.flatMap(({ citations }) => citations)) };
    }),
    capabilities: zone.links.capabilities.flatMap((link) => {
      const name = atlas.capability.get(link.id)?.name;
      return name ? [{ id: link.id, name, link, citations: link.citations }] : [];
    }),
    targets,
    // what is over, or not yet there, only where its maker asks for history
    support: supportOf(atlas, zone, state.sectors, day).filter(({ claimable }) => claimable || state.history),
    access: zoneAccess(atlas, zone).map((access) => ({ access, citations: accessCitations(atlas, access) })),
    partners: cooperationOf(atlas, zone).map((partner) => ({ zone: partner, citations: partner.citations })),
    neighbours: touching ? neighboursOf(atlas, zone, touching) : [],
    note,
    caveats: internal ? caveatsOf(atlas, zone, places, targets) : [],
    unplaced: internal ? places.map(({ place }) => place).filter(({ precision }) => isStandIn(precision) || precision === 'unlocated') : []
  };
}

function sectorsOf(atlas: Atlas, zone: Zone, asked: readonly string[]): SaidSector[] {
  const families = new Set(asked.flatMap((id) => [...sectorFamily(atlas, id)]));
  const said = zone.links.sectors.flatMap((link): SaidSector[] => {
    const sector = atlas.sector.get(link.id);
    if (!sector) return [];
    return [{ sector, link, citations: link.citations, asked: asked.includes(link.id) ? 'named' : families.has(link.id) ? 'related' : undefined }];
  });
  const rank = ({ asked: how }: SaidSector) => (how === 'named' ? 0 : how === 'related' ? 1 : 2);
  return said.sort((a, b) => rank(a) - rank(b));
}

function placesOf(atlas: Atlas, zone: Zone, kind: SaidPlace['kind']): SaidPlace[] {
  return zone.links[kind === 'park' ? 'parks' : 'platforms'].flatMap((link) => {
    const place = atlas.place.get(link.id);
    return place ? [{ place, link, kind, citations: link.citations }] : [];
  });
}

function targetsOf(atlas: Atlas, zone: Zone, day: string): SaidTarget[] {
  return zone.targets.flatMap((id) => {
    const target = atlas.target.get(id);
    const document = target && atlas.document.get(target.document);
    if (!target || !document) return [];
    const joint = target.scope.zones && target.scope.zones.length > 1 ? target.scope.zones.length : undefined;
    const whole = target.partOf === undefined ? undefined : atlas.target.get(target.partOf);
    return [{ target, joint, whole, due: dueState(target, day), status: statusOn(document, day), citations: [target.citation] }];
  });
}

function supportOf(atlas: Atlas, zone: Zone, asked: readonly string[], day: string): Support[] {
  const families = new Set((asked.length > 0 ? asked : zone.sectors).flatMap((id) => [...sectorFamily(atlas, id)]));
  const rank = { true: 0, false: 1 };
  return incentivesCovering(atlas, zone)
    .map(({ document, units, whole, incentives }) => {
      const status = statusOn(document, day);
      const measures = incentives.map((incentive) => ({
        incentive,
        concerns: incentive.sectors.some((sector) => families.has(sector)),
        citations: [{ document: incentive.document, clause: incentive.clause }]
      }));
      return { document, status, claimable: status === 'in-force', whole, units, measures };
    })
    .sort((a, b) => rank[`${a.claimable}`] - rank[`${b.claimable}`]);
}

/** A distance is ours; it rests on where its two ends are. */
function accessCitations(atlas: Atlas, { nearest }: Access): Citation[] {
  const ends = [nearest.from, nearest.to];
  return distinct(ends.flatMap((end) => (end.kind === 'place' ? end.place.citations : borders(atlas))));
}

function neighboursOf(atlas: Atlas, zone: Zone, touching: Touching): Near[] {
  const counties = (code: string): string[] => {
    const below = atlas.data.admin.filter(({ parent }) => parent === code);
    return below.length === 0 ? [code] : below.flatMap(({ adcode }) => counties(adcode));
  };
  return neighbourZones(zone, atlas.data.zones, touching, counties).map((near) => ({
    zone: near.zone,
    shared: near.shared,
    borders: near.borders,
    citations: distinct([...near.zone.citations, ...borders(atlas)])
  }));
}

/** Remarks on a zone and on what is said of it; a remark without a source of its own stands on that of the fact it is about. */
function caveatsOf(atlas: Atlas, zone: Zone, places: readonly SaidPlace[], targets: readonly SaidTarget[]): Caveat[] {
  const about: (Cited & Readonly<{ notes: readonly string[] }>)[] = [
    zone,
    ...Object.values(zone.links).flat(),
    ...targets.map(({ target }) => ({ notes: target.notes, citations: [target.citation] })),
    ...places.map(({ place }) => place)
  ];
  const found = new Map<string, Caveat>();
  for (const { notes, citations } of about) {
    for (const id of notes) {
      const note = atlas.note.get(id);
      if (note && !found.has(id)) found.set(id, { note, citations: note.citations.length > 0 ? note.citations : citations });
    }
  }
  return [...found.values()];
}
