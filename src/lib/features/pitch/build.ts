import type { DocumentStatus, PolicyDocument, Target } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';
import type { Atlas } from '#lib/atlas/atlas';
import { compareZones } from '#lib/features/compare/comparison';
import type { Comparison } from '#lib/features/compare/comparison';
import type { Touching } from '#lib/atlas/neighbours';
import { sourceKey } from '#lib/facts/source-key';
import type { Actual, ActualLine } from '#lib/features/own-data/table/actuals';
import { byCurrency } from '#lib/atlas/document-time';
import { statusOn } from '#lib/atlas/status';
import type { Published } from '#lib/schema/published';
import { actualsOfZones } from './actuals-of-zones';
import { needsOf } from './needs';
import type { Need } from './needs';
import { publishedOfZones } from './published-of-zones';
import type { PitchPublished } from './published-of-zones';
import { tidyPitch } from './state';
import type { PitchState } from './state';
import { distinct, pitchZone } from './zone';
import type { Measure, PitchZone, Support } from './zone';

/** Measures of one document for the zones of the pitch that it covers. */
export type JointSupport = Omit<Support, 'whole' | 'units'> &
  Readonly<{ zones: readonly Readonly<{ zone: string; whole: boolean; units: readonly string[] }>[] }>;

/** A document with the clauses that the pitch rests on. */
export type Source = Readonly<{ document: PolicyDocument; status: DocumentStatus; clauses: readonly string[] }>;

/** A bar of a chart: a goal, and how it belongs to the zones of the pitch. */
export type Bar = Readonly<{ target: Target; of: 'zone' | 'joint' | 'whole' }>;
/** Goals of one document with the same unit, year and way of counting: they may stand side by side, never be added up. */
export type Chart = Readonly<{ document: PolicyDocument; status: DocumentStatus; unit: string; year: number; nested: boolean; bars: readonly Bar[] }>;

export type Pitch = Readonly<{
  state: PitchState;
  /** day for which documents are shown as in force or not, YYYY-MM-DD */
  day: string;
  /** version of the facts */
  version: string;
  zones: readonly PitchZone[];
  comparison: Comparison;
  charts: readonly Chart[];
  support: readonly JointSupport[];
  sources: readonly Source[];
  /** clauses that what is said stands on, in the order of their numbers: one numbering for the deck and all sheets */
  footnotes: readonly Citation[];
  /** what the visitor asks for, with each zone's answer */
  needs: readonly Need[];
  /** the office's own figures beside the targets: no document says them, and they are in no link */
  actuals: readonly ActualLine[];
  /** what is published elsewhere about the zones' areas: no document says it either; its pages are numbered on after `footnotes` */
  published: PitchPublished;
}>;

/**
 * All that a pitch says, as facts with their citations; nothing in it is in a language yet.
 * Total: unknown zones are left out.
 * @param day YYYY-MM-DD, for which status and deadlines are told
 * @param touching counties with a common border, for neighbours
 * @param actuals values that the maker's office reports
 * @param published all that is published elsewhere; without it nothing of it is told
 */
export function buildPitch(atlas: Atlas, state: PitchState, day: string, touching?: Touching, actuals: readonly Actual[] = [], published?: Published): Pitch {
  const zones = state.zones.flatMap((id) => pitchZone(atlas, id, state, day, touching) ?? []);
  const comparison = compareZones(
    atlas,
    zones.map(({ zone }) => zone.id),
    day
  );
  const support = jointSupport(zones);
  const charts = chartsOf(atlas, zones, day);
  const reported = actualsOfZones(atlas, zones, actuals);
  const needs = needsOf(atlas, zones, state, day);
  const answers = needs.flatMap(({ answers: all }) => all.flatMap(({ citations }) => citations));
  const targets = [...charts.flatMap(({ bars }) => bars), ...reported].map(({ target }) => target.citation);
  const beside = [...targets, ...answers];
  const sources = sourcesOf(atlas, distinct([...zones.flatMap(zoneCitations), ...beside]), day);
  // of what is past only that it was is told: its measures have no numbers
  const offered = zones.map((one) => ({ ...one, support: one.support.filter(({ claimable }) => claimable) }));
  const noted = new Set([...offered.flatMap(zoneCitations), ...beside].map(sourceKey));
  return {
    state: tidyPitch(state),
    day,
    version: atlas.data.index.version,
    zones,
    comparison,
    charts,
    support,
    sources,
    footnotes: sources
      .flatMap(({ document, clauses }) => clauses.map((clause) => ({ document: document.id, clause })))
      .filter((cite) => noted.has(sourceKey(cite))),
    needs,
    actuals: reported,
    published: publishedOfZones(atlas, zones, published)
  };
}

/** Every citation of what is said of a zone, each once. */
export function zoneCitations(one: PitchZone): Citation[] {
  const lists = [
    one.sectors,
    one.places,
    one.others,
    one.capabilities,
    one.targets,
    one.access,
    one.partners,
    one.neighbours,
    one.caveats,
    one.unplaced,
    ...one.support.map(({ measures }) => measures)
  ];
  return distinct([...one.layout.citations, ...one.role.citations, ...one.members.citations, ...lists.flat().flatMap(({ citations }) => citations)]);
}

function jointSupport(zones: readonly PitchZone[]): JointSupport[] {
  const found = new Map<string, JointSupport>();
  for (const { zone, support } of zones) {
    for (const { document, status, claimable, measures, whole, units } of support) {
      const known = found.get(document.id);
      // a measure concerns the pitch where it concerns one of its zones
      const joined: Measure[] = measures.map((measure, i) => ({ ...measure, concerns: measure.concerns || (known?.measures[i]?.concerns ?? false) }));
      found.set(document.id, { document, status, claimable, measures: joined, zones: [...(known?.zones ?? []), { zone: zone.id, whole, units }] });
    }
  }
  return [...found.values()].sort((a, b) => Number(b.claimable) - Number(a.claimable));
}

function chartsOf(atlas: Atlas, zones: readonly PitchZone[], day: string): Chart[] {
  const bars = new Map<string, Bar>();
  for (const { targets } of zones) {
    for (const { target, joint } of targets) {
      bars.set(target.id, { target, of: joint ? 'joint' : 'zone' });
      for (let whole = wholeOf(atlas, target); whole && !bars.has(whole.id); whole = wholeOf(atlas, whole)) bars.set(whole.id, { target: whole, of: 'whole' });
    }
  }
  // shares of different wholes cannot stand side by side
  const fit = [...bars.values()].filter(
    ({ target }) => target.year !== undefined && target.upper === undefined && !['share', 'threshold'].includes(target.counting)
  );
  const groups = new Map<string, Bar[]>();
  for (const bar of fit) {
    const { document, unit, year, counting, family } = bar.target;
    const key = [document, unit, year, counting, family].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), bar]);
  }
  return [...groups.values()].flatMap((group) => {
    const first = group[0]?.target;
    const document = first && atlas.document.get(first.document);
    if (!first || first.year === undefined || !document || group.length < 2 || group.every(({ of }) => of === 'whole')) return [];
    const ids = new Set(group.map(({ target }) => target.id));
    const nested = group.some(({ target }) => target.partOf !== undefined && ids.has(target.partOf));
    const sorted = [...group].sort((a, b) => b.target.value - a.target.value);
    return [{ document, status: statusOn(document, day), unit: first.unit, year: first.year, nested, bars: sorted }];
  });
}

const wholeOf = (atlas: Atlas, target: Target): Target | undefined => (target.partOf === undefined ? undefined : atlas.target.get(target.partOf));

function sourcesOf(atlas: Atlas, citations: readonly Citation[], day: string): Source[] {
  return [...new Set(citations.map(({ document }) => document))]
    .flatMap((id) => atlas.document.get(id) ?? [])
    .sort(byCurrency(day))
    .map((document) => {
      const cited = new Set(citations.filter((cite) => cite.document === document.id).map(({ clause }) => clause));
      const known = document.clauses.map(({ id }) => id);
      // in the document's own order
      return { document, status: statusOn(document, day), clauses: [...cited].sort((a, b) => known.indexOf(a) - known.indexOf(b)) };
    });
}
