import type { DocumentStatus, Layout, PolicyDocument, Zone, ZoneLink } from '#lib/schema/atlas';
import { lineage } from '#lib/atlas/atlas';
import type { Atlas } from '#lib/atlas/atlas';
import { statusOn } from '#lib/atlas/status';
import { meanBounds } from './criteria';
import type { Bounds, Finding } from './criteria';
import { findCapability } from './find-capability';
import { anchorsByUnit, findNear } from './find-near';
import { findOthers, othersByUnit } from './find-others';
import { findSector, sectorRelation, speaksOf } from './find-sector';
import { lookAtMusts } from './musts';
import type { Musts } from './musts';
import { askedCriteria, wishesOf } from '#lib/atlas/project/project';
import type { Criterion, NearKind, OthersKind, Project } from '#lib/atlas/project/project';
import { usualLayouts } from './usual-layouts';

/**
 * A zone as one of its units sees it: a project is built in one place, so sector, land and distance must come together in one unit.
 * `unit` is undefined for a zone whose members the document leaves open.
 */
export type Facet = Readonly<{
  unit: string | undefined;
  /** adcodes of the units that it is part of */
  above: readonly string[];
  findings: Readonly<Partial<Record<Criterion, readonly Finding[]>>>;
  bounds: Readonly<Partial<Record<Criterion, Bounds>>>;
  /** must-haves that are not met here */
  musts: Musts;
}>;

/** Why “named in a document in force” leaves a zone out: its document is not in force, it names other sectors, or none. */
export type Refusal = Readonly<{ kind: 'not-in-force' | 'others' | 'silent'; links: readonly ZoneLink[] }>;

/** What is known of a zone for a project, before any weight. */
export type Assessed = Readonly<{
  zone: Zone;
  layout: Layout;
  document: PolicyDocument;
  status: DocumentStatus;
  facets: readonly Facet[];
  refusal: Refusal | undefined;
  /** adcodes of units that are left to results that lie in them (rank.ts) */
  yielded?: readonly string[];
}>;

/**
 * Look at every zone of the project's layouts.
 * @param day YYYY-MM-DD on which documents are in force or not
 */
export function assessZones(atlas: Atlas, project: Project, day: string): Assessed[] {
  const layouts = new Set(project.layouts ?? usualLayouts(atlas.data, day));
  return atlas.data.zones.flatMap((zone) => {
    const layout = atlas.layout.get(zone.layout);
    const document = atlas.document.get(zone.document);
    return layout && document && layouts.has(layout.id) ? [assess(atlas, project, { zone, layout, document, status: statusOn(document, day) }, day)] : [];
  });
}

function assess(atlas: Atlas, project: Project, about: Pick<Assessed, 'zone' | 'layout' | 'document' | 'status'>, day: string): Assessed {
  const { zone, status } = about;
  const filters = project.named && project.sectors.length > 0;
  const naming = zone.links.sectors.filter((link) => project.sectors.some((wish) => ['exact', 'part'].includes(sectorRelation(atlas, wish, link.id) ?? '')));
  const units = zone.units.length > 0 ? zone.units : [undefined];
  const look: Look = { anchors: anchorsByUnit(atlas, zone), others: project.others.length > 0 ? othersByUnit(atlas, zone, day) : () => [] };
  const passing = filters ? units.filter((unit) => naming.some((link) => speaksOf(link, unit))) : units;
  const refusal = filters ? refuse(zone, naming, status) : undefined;
  // a zone that is left out is still looked at, so that it can be said what it lacks
  const facets = (passing.length > 0 ? passing : units).map((unit): Facet => {
    const findings = Object.fromEntries(askedCriteria(project).map((criterion) => [criterion, findAll(atlas, zone, unit, look, project, criterion)]));
    const bounds = Object.fromEntries(Object.entries(findings).map(([criterion, list]) => [criterion, meanBounds(list.map((finding) => finding.bounds))]));
    return { unit, above: aboveOf(atlas, unit), findings, bounds, musts: lookAtMusts(project, findings) };
  });
  return { ...about, facets, refusal };
}

const aboveOf = (atlas: Atlas, unit: string | undefined): string[] =>
  unit === undefined
    ? []
    : lineage(atlas, unit)
        .map(({ adcode }) => adcode)
        .filter((code) => code !== unit);

function refuse(zone: Zone, naming: readonly ZoneLink[], status: DocumentStatus): Refusal | undefined {
  if (naming.length > 0) return status === 'in-force' ? undefined : { kind: 'not-in-force', links: naming };
  return { kind: zone.links.sectors.length > 0 ? 'others' : 'silent', links: zone.links.sectors };
}

/** What is worked out once for all units of a zone. */
type Look = Readonly<{ anchors: ReturnType<typeof anchorsByUnit>; others: ReturnType<typeof othersByUnit> }>;

function findAll(atlas: Atlas, zone: Zone, unit: string | undefined, { anchors, others }: Look, project: Project, criterion: Criterion): Finding[] {
  return wishesOf(project, criterion).map((wish) => {
    if (criterion === 'sector') return findSector(atlas, zone, unit, wish);
    if (criterion === 'near') return findNear(atlas, anchors(unit), wish as NearKind);
    if (criterion === 'others') return findOthers(others(unit), wish as OthersKind);
    return findCapability(atlas, zone, unit, criterion, wish);
  });
}
