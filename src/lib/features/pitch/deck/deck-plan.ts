import type { Atlas } from '#lib/atlas/atlas';
import type { Chart, Pitch } from '../build';
import type { PitchZone } from '../zone';
import { distinct } from '../zone';
import { documentDates, pitchTitle } from '../text';
import { clauseText } from '#lib/facts/clause-text';
import { pageInWords, pageNumber, pagesOf, publishedItems } from '../sheet/published-section';
import { citationsOf, sectionsOf } from '../sheet/sections';
import { sourceNumbers } from '../sheet/source-numbers';
import type { Numbers } from '../sheet/source-numbers';
import { statusText } from '#lib/facts/status-text';
import * as m from '#lib/paraglide/messages';
import type { Layout } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';
import type { PublishedPage } from '#lib/schema/published';
import { formatDay, local } from '#lib/design/page/local';
import { actualsSlides } from './actuals-slides';
import type { ShareBar } from './actuals-slides';
import type { Block, Column, Para, Placed } from './flow';
import { flowLarge, raised } from './flow';
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
    | Readonly<{ kind: 'overview'; layout: Layout; zones: readonly PitchZone[]; placed: readonly Placed[] }>
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
export const OVERVIEW_MAP: Column = { x: 0.5, y: 1.45, w: 7.5, h: 5.3 };
const BESIDE_ZONE: Column[] = [{ x: 6.45, y: 1.45, w: 6.38, h: 5.3 }];
const BESIDE_OVERVIEW: Column[] = [{ x: 8.35, y: 1.45, w: 4.48, h: 5.3 }];
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
  return [
    { kind: 'cover', title: pitchTitle(pitch), citations: distinct(pitch.zones.flatMap(({ layout }) => layout.citations)), page: '/pitch/' },
    ...overviews(pitch, numbers),
    ...zones,
    ...(pitch.zones.length > 1
      ? tables(
          m.pitch_comparison_of(),
          comparisonTables(pitch, all, numbers),
          `/compare/?zones=${all
            .slice(0, 4)
            .map(({ id }) => id)
            .join(',')}`,
          m.pitch_targets_remark()
        )
      : []),
    ...pitch.charts.map((chart): SlidePlan => {
      const unit = atlas.measure.get(chart.unit);
      return {
        kind: 'chart',
        title: m.pitch_chart_of({ year: String(chart.year), unit: unit ? local(unit) : chart.unit }),
        chart,
        citations: distinct(chart.bars.map(({ target }) => target.citation)),
        page: '/targets/',
        remark: chart.nested ? m.pitch_chart_nested() : m.pitch_chart_plain()
      };
    }),
    ...actualsSlides(atlas, pitch, numbers),
    ...(pitch.support.length > 0 ? tables(m.pitch_support_title(), supportTables(atlas, pitch, numbers), '/support/', m.pitch_support_remark()) : []),
    ...internal,
    ...textSlides(
      m.pitch_sources_title(),
      sourceBlocks(pitch, numbers),
      pitch.sources.flatMap(({ document, clauses }) => clauses.map((clause) => ({ document: document.id, clause }))),
      '/documents/',
      false
    )
  ];
}

function overviews(pitch: Pitch, numbers: Numbers): SlidePlan[] {
  const layouts = [...new Map(pitch.zones.map(({ layout }) => [layout.id, layout])).values()];
  const count = (layout: Layout) => pitch.zones.filter((one) => one.layout.id === layout.id).length;
  // a zone alone in its layout is seen on its own map
  const shown = layouts.some((layout) => count(layout) > 1) ? layouts.filter((layout) => count(layout) > 1) : layouts.slice(0, 1);
  return shown.flatMap((layout) => {
    const zones = pitch.zones.filter((one) => one.layout.id === layout.id);
    if (zones.every(({ zone }) => zone.units.length === 0)) return [];
    const blocks = zones.map(({ zone }): Block => ({
      heading: '',
      paras: [
        {
          runs: [{ text: `${local(zone.name)}\n`, bold: true, tone: 'brand', size: 13 }, { text: local(zone.role) }, ...raised(numbers(zone.citations))],
          size: 11,
          after: 2
        }
      ]
    }));
    const citations = distinct([...layout.citations, ...zones.flatMap(({ zone }) => zone.citations)]);
    return flowLarge(blocks, BESIDE_OVERVIEW, TWO, '').map((placed, i): SlidePlan => {
      const title = m.pitch_overview_of({ layout: local(layout.name) }) + (i > 0 ? m.pitch_continued() : '');
      const base = { title, citations, page: `/layouts/${layout.id}/` };
      return i === 0 ? { ...base, kind: 'overview', layout, zones, placed } : { ...base, kind: 'text', placed };
    });
  });
}

const tables = (title: string, list: readonly Readonly<{ table: TablePlan; citations: readonly Citation[] }>[], page: string, remark: string): SlidePlan[] =>
  list.map(({ table, citations }, i) => ({
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

/** Documents with the clauses that the deck rests on by their numbers; those told as history have none, and stand last; then pages of other sources. */
function sourceBlocks(pitch: Pitch, numbers: Numbers): Block[] {
  const { sources, footnotes, day, published } = pitch;
  const cited = new Set(footnotes.map(({ document }) => document));
  const ranked = [...sources].sort((a, b) => Number(cited.has(b.document.id)) - Number(cited.has(a.document.id)));
  const documents = ranked.map(({ document, status, clauses }) => {
    const history = !cited.has(document.id);
    const about = [local(document.issuer), documentDates(document)].filter(Boolean).join(m.citation_separator());
    const standing = m.pitch_status_on({ status: statusText(status), day: formatDay(day) }) + (history ? m.citation_separator() + m.pitch_historic() : '');
    const plain = status === 'in-force' || (status === 'reference' && !history);
    const noted = clauses.flatMap((clause): Para[] => {
      const number = numbers([{ document: document.id, clause }]);
      const title = document.clauses.find(({ id }) => id === clause)?.title;
      const text = `  ${clauseText(clause)}${title ? m.pitch_in_brackets({ text: local(title) }) : ''}`;
      return number ? [{ runs: [{ text: number, bold: true, tone: 'brand' }, { text }], size: 10, after: 1 }] : [];
    });
    const head: Para = { runs: [{ text: `${about}\n` }, { text: standing, tone: plain ? 'plain' : 'past' }], size: 10, after: 2 };
    return { heading: m.pitch_document_title({ title: local(document.title) }), paras: [head, ...noted] };
  });
  const pages = published.pages.map((page): Para => ({
    runs: [{ text: String(pageNumber(pitch, page)), bold: true, tone: 'brand' }, { text: `  ${pageInWords(page)}\n` }, { text: page.url, tone: 'soft' }],
    size: 10,
    after: 1
  }));
  return pages.length > 0 ? [...documents, { heading: m.pitch_published_pages(), paras: pages }] : documents;
}
