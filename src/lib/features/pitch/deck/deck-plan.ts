import type { Atlas } from '#lib/atlas/atlas';
import type { Chart, Pitch } from '../build';
import type { SlideKind } from '../state';
import type { PitchZone } from '../zone';
import { distinct } from '../zone';
import { pitchTitle } from '../text';
import { pagesOf, publishedItems } from '../sheet/published-section';
import { citationsOf, sectionsOf } from '../sheet/sections';
import { sourceNumbers } from '../sheet/source-numbers';
import * as m from '#lib/paraglide/messages';
import type { Layout } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';
import type { PublishedPage } from '#lib/schema/published';
import { local } from '#lib/design/page/local';
import { actualsSlides } from './actuals-slides';
import type { ShareBar } from './actuals-slides';
import type { Block, Column, Placed } from './flow';
import { flowLarge } from './flow';
import { besideTables, contactTable, needTables, visitTable } from './asked-slides';
import { figureSlides, overviews } from './front-slides';
import { sourceBlocks } from './source-blocks';
import { comparisonTables, supportTables } from './tables-of-deck';
import type { TablePlan } from './table-plan';
import { internalBlocks, zoneBlocks } from './zone-blocks';

/** Every slide names itself, and says what it rests on in its notes. */
type Base = Readonly<{
  title: string;
  citations: readonly Citation[];
  /** pages of other sources */
  pages?: readonly PublishedPage[];
  /** path of the page that says the same */ page: string;
  remark?: string;
  /** false: no word of the sources at the foot */ foot?: boolean;
}>;
export type SlidePlan = Base &
  (
    | Readonly<{ kind: 'cover' }>
    | Readonly<{ kind: 'overview'; layout: Layout; zones: readonly PitchZone[] }>
    | Readonly<{ kind: 'zone'; zone: PitchZone; map: boolean; placed: readonly Placed[] }>
    | Readonly<{ kind: 'table'; table: TablePlan }>
    | Readonly<{ kind: 'chart'; chart: Chart }>
    | Readonly<{ kind: 'shares'; bars: readonly ShareBar[] }>
    | Readonly<{ kind: 'text'; placed: readonly Placed[] }>
  );

/** Wide slides, inches. */
export const SLIDE = { w: 13.333, h: 7.5 } as const;
/** Left edge and width of what stands on them. */
export const LEFT = 0.5;
export const WIDTH = SLIDE.w - 2 * LEFT;
/** Where maps stand, inches: printed at 300 dots an inch they are 1680 and 2250 px wide. */
export const ZONE_MAP: Column = { x: 0.5, y: 1.45, w: 5.6, h: 5.3 };
export const OVERVIEW_MAP: Column = { x: 0.5, y: 1.35, w: 12.33, h: 5.5 };
const BESIDE_ZONE: Column[] = [{ x: 6.45, y: 1.45, w: 6.38, h: 5.3 }];
const TWO: Column[] = [
  { x: 0.5, y: 1.45, w: 5.95, h: 5.3 },
  { x: 6.88, y: 1.45, w: 5.95, h: 5.3 }
];

/** The slides of a pitch, in order, with everything laid out; nothing is drawn yet. */
export function planDeck(atlas: Atlas, pitch: Pitch): SlidePlan[] {
  const numbers = sourceNumbers(pitch);
  const all = pitch.zones.map((one) => ({ id: one.zone.id, one, sections: sectionsOf(atlas, one) }));
  const more = m.pitch_continued();
  const zones = all.flatMap(({ one, sections }): SlidePlan[] => {
    const said = zoneBlocks(sections, numbers, publishedItems(atlas, pitch, one));
    const citations = distinct([...one.layout.citations, ...citationsOf(said.sections)]);
    const drawn = one.zone.units.length > 0;
    const pages = flowLarge(said.blocks, drawn ? BESIDE_ZONE : TWO, TWO, more);
    return pages.map((placed, i) => ({
      kind: 'zone',
      title: local(one.zone.name) + (i > 0 ? more : ''),
      zone: one,
      map: i === 0 && drawn,
      placed,
      citations,
      pages: pagesOf(pitch, one),
      page: `/zones/${one.zone.id}/`
    }));
  });
  const internal = all.flatMap(({ one, sections }): SlidePlan[] => {
    const blocks = internalBlocks(sections, numbers);
    if (blocks.length === 0) return [];
    const title = `${local(one.zone.short)} · ${m.pitch_for_internal()}`;
    return textSlides(
      title,
      blocks.map(({ block }) => block),
      citationsOf(blocks.map(({ section }) => section)),
      `/zones/${one.zone.id}/`
    );
  });
  const on = (kind: SlideKind, made: () => SlidePlan[]): SlidePlan[] => (pitch.state.off.includes(kind) ? [] : made());
  const nothing = { citations: [], page: '/pitch/' };
  return [
    { kind: 'cover', title: pitchTitle(pitch), citations: distinct(pitch.zones.flatMap(({ layout }) => layout.citations)), page: '/pitch/' },
    ...on('map', () => overviews(pitch, numbers)),
    ...on('figures', () => figureSlides(atlas, pitch, numbers)),
    ...on('needs', () => tables(m.pitch_needs(), needTables(atlas, pitch, numbers), '/match/', m.pitch_needs_remark())),
    ...on('zones', () => zones),
    ...on('comparison', () =>
      pitch.zones.length > 1 ? tables(m.pitch_comparison_of(), comparisonTables(pitch, all, numbers), comparePath(pitch), m.pitch_targets_remark()) : []
    ),
    ...on('charts', () => pitch.charts.map((chart) => chartSlide(atlas, chart))),
    ...on('beside', () => tables(m.pitch_beside(), besideTables(atlas, pitch, numbers), '/targets/published/', m.pitch_beside_remark())),
    ...on('actuals', () => actualsSlides(atlas, pitch, numbers)),
    ...on('support', () =>
      pitch.support.length > 0 ? tables(m.pitch_support_title(), supportTables(atlas, pitch, numbers), '/support/', m.pitch_support_remark()) : []
    ),
    ...internal,
    ...on('visit', () => [{ ...nothing, kind: 'table', title: m.pitch_visit(), table: visitTable(pitch), foot: false }]),
    ...on('contact', () => [{ ...nothing, kind: 'table', title: m.pitch_contact(), table: contactTable(pitch), foot: false }]),
    ...textSlides(
      m.pitch_sources_title(),
      sourceBlocks(pitch, numbers),
      pitch.sources.flatMap(({ document, clauses }) => clauses.map((clause) => ({ document: document.id, clause }))),
      '/documents/',
      false
    )
  ];
}

const comparePath = ({ zones }: Pitch): string =>
  `/compare/?zones=${zones
    .slice(0, 4)
    .map(({ zone }) => zone.id)
    .join(',')}`;

function chartSlide(atlas: Atlas, chart: Chart): SlidePlan {
  const unit = atlas.measure.get(chart.unit);
  return {
    kind: 'chart',
    title: m.pitch_chart_of({ year: String(chart.year), unit: unit ? local(unit) : chart.unit }),
    chart,
    citations: distinct(chart.bars.map(({ target }) => target.citation)),
    page: '/targets/',
    remark: chart.nested ? m.pitch_chart_nested() : m.pitch_chart_plain()
  };
}

const tables = (
  title: string,
  list: readonly Readonly<{ table: TablePlan; citations: readonly Citation[]; pages?: readonly PublishedPage[] }>[],
  page: string,
  remark: string
): SlidePlan[] =>
  list.map(({ table, citations, pages }, i) => ({
    ...(pages ? { pages } : {}),
    kind: 'table',
    title: title + (i > 0 ? m.pitch_continued() : ''),
    table,
    citations: distinct(citations),
    page,
    remark
  }));

/** @param foot whether the foot says where the sources are */
const textSlides = (title: string, blocks: readonly Block[], citations: readonly Citation[], page: string, foot = true): SlidePlan[] =>
  flowLarge(blocks, TWO, TWO, m.pitch_continued()).map((placed, i) => ({
    kind: 'text',
    title: title + (i > 0 ? m.pitch_continued() : ''),
    placed,
    citations,
    page,
    foot
  }));
