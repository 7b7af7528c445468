import type { Atlas } from '#lib/atlas/atlas';
import type { JointSupport, Pitch } from '../build';
import type { Item, Section, SectionId } from '../sheet/sections';
import { documentDates, pastRemark } from '../text';
import { printedAmounts } from '#lib/facts/incentive-line';
import { statusText } from '#lib/facts/status-text';
import { tierNameOf } from '#lib/facts/terms';
import * as m from '#lib/paraglide/messages';
import type { Citation } from '#lib/schema/common';
import { formatList, local } from '#lib/design/page/local';
import { marksOf } from '../sheet/source-numbers';
import type { Numbers } from '../sheet/source-numbers';
import { raised } from './flow';
import type { Para } from './flow';
import { cell, paginate } from './table-plan';
import type { Cell, Row, TablePlan } from './table-plan';

/** As many zones as stand side by side and stay readable. */
export const ABREAST = 4;
/** Width and height that a table may take, inches. */
export const TABLE_ROOM = { x: 0.5, y: 1.3, w: 12.33, h: 5.45 } as const;

const ROWS: readonly SectionId[] = ['members', 'sectors', 'targets', 'parks', 'platforms', 'capabilities', 'access'];

type ZoneSections = Readonly<{ id: string; sections: readonly Section[] }>;
export type CitedTable = Readonly<{ table: TablePlan; citations: readonly Citation[] }>;

/** The zones side by side, up to four on a slide, in the largest letters that need the fewest slides. */
export const comparisonTables = (pitch: Pitch, all: readonly ZoneSections[], numbers: Numbers): CitedTable[] =>
  largest([12, 11, 10, 9], (size) => tablesAt(size, pitch, all, numbers));

function largest(sizes: readonly number[], make: (size: number) => CitedTable[]): CitedTable[] {
  const tried = sizes.map(make);
  const fewest = Math.min(...tried.map(({ length }) => length));
  return tried.find(({ length }) => length === fewest) ?? [];
}

function tablesAt(size: number, pitch: Pitch, all: readonly ZoneSections[], numbers: Numbers): CitedTable[] {
  const slides = Math.ceil(pitch.zones.length / ABREAST);
  const each = Math.ceil(pitch.zones.length / slides);
  return Array.from({ length: slides }, (_, i) => pitch.zones.slice(i * each, (i + 1) * each)).flatMap((zones) => {
    const label = 1.35;
    const widths = [label, ...zones.map(() => (TABLE_ROOM.w - label) / zones.length)];
    const head = [m.pitch_row(), ...zones.map(({ zone }) => local(zone.name))];
    const titleOf = (id: SectionId) => all[0]?.sections.find((section) => section.id === id)?.title ?? '';
    const rows: Row[] = [
      [
        labelCell(size, m.pitch_row_document()),
        ...zones.map(({ layout, document, status, zone }) => ({
          paras: [
            { runs: [{ text: local(layout.short) }, ...raised(numbers(layout.citations)), { text: ` · ${tierNameOf(zone)}` }], size },
            {
              runs: [
                { text: `${local(document.short)} · ` },
                { text: statusText(status), bold: true, ...(status === 'in-force' ? {} : { tone: 'past' as const }) }
              ],
              size
            }
          ]
        }))
      ],
      ...ROWS.map((id): Row => [
        labelCell(size, titleOf(id)),
        ...zones.map(({ zone }) =>
          sectionCell(
            size,
            all.find((one) => one.id === zone.id)?.sections.find((section) => section.id === id),
            numbers
          )
        )
      ])
    ];
    const cited = zones.flatMap(({ zone }) => all.find((one) => one.id === zone.id)?.sections.filter(({ id }) => ROWS.includes(id)) ?? []);
    const citations = cited.flatMap(({ items }) => items.flatMap((item) => item.citations));
    return paginate(head, rows, widths, TABLE_ROOM.h).map((table) => ({ table, citations }));
  });
}

const labelCell = (size: number, text: string): Cell => ({ paras: [{ runs: [{ text, bold: true }], size }], tone: 'head' });

function sectionCell(size: number, section: Section | undefined, numbers: Numbers): Cell {
  if (!section || section.items.length === 0) return { paras: [{ runs: [{ text: section?.silent ?? m.document_silent(), tone: 'soft' }], size }] };
  const lined = section.id === 'targets' || section.id === 'access';
  const { head, items: marks } = marksOf(section.items, numbers, lined);
  const paras = section.items.map((item, i): Para => {
    if (section.id === 'targets') return figurePara(size, item, marks[i]);
    return { runs: [{ text: item.text }, ...raised(marks[i]), ...(section.id === 'access' ? [{ text: ` ${item.value ?? ''}`, bold: true }] : [])], size };
  });
  if (lined) return { paras };
  return { paras: [{ runs: [...paras.flatMap(({ runs }, i) => [...(i > 0 ? [{ text: m.pitch_list_comma() }] : []), ...runs]), ...raised(head)], size }] };
}

const figurePara = (size: number, { text, value, brief }: Item, mark: string | undefined): Para => ({
  runs: [{ text: `${value ?? ''} `, bold: true, tone: 'brand' }, { text }, ...raised(mark), ...(brief ? [{ text: ` ${brief}`, tone: 'soft' as const }] : [])],
  size,
  after: 2
});

/** Measures of a document told in one row; longer lists go on in further rows. */
const MEASURES_A_ROW = 7;

/** Documents with support for the zones, those in force first; what is past is told as history, without measures and amounts. */
export const supportTables = (atlas: Atlas, pitch: Pitch, numbers: Numbers): CitedTable[] =>
  largest([12, 11, 10, 9.5], (size) => supportAt(size, atlas, pitch, numbers));

function supportAt(size: number, atlas: Atlas, pitch: Pitch, numbers: Numbers): CitedTable[] {
  const widths = [3.2, 1.6, 2.7, 4.83];
  const head = [m.pitch_support_document(), m.pitch_support_status(), m.pitch_support_zones(), m.pitch_support_measures()];
  const rows = pitch.support.flatMap((support) => supportRows(size, atlas, pitch, support, numbers));
  return paginate(head, rows, widths, TABLE_ROOM.h).map((table) => ({
    table,
    citations: pitch.support.flatMap(({ measures }) => measures.flatMap(({ citations }) => citations))
  }));
}

function supportRows(size: number, atlas: Atlas, pitch: Pitch, { document, status, claimable, zones, measures }: JointSupport, numbers: Numbers): Row[] {
  const units = (codes: readonly string[]) => formatList(codes.flatMap((code) => atlas.unit.get(code) ?? []).map(({ name }) => local(name)));
  const covered = zones.map(({ zone: id, whole, units: codes }) => {
    const name = local(atlas.zone.get(id)?.short ?? { zh: id, en: id });
    return whole ? name : m.pitch_support_partly({ zone: name, units: units(codes) });
  });
  const covers = zones.length === pitch.zones.length && zones.every(({ whole }) => whole) ? formatList(covered) : covered.join(m.pitch_list_semicolon());
  const about: Para[] = [
    { runs: [{ text: local(document.short), bold: true }], size },
    { runs: [{ text: documentDates(document), tone: 'soft' }], size }
  ];
  if (!claimable) {
    const told: Para[] = [
      { runs: [{ text: pastRemark(document, status) ?? '', tone: 'past' }], size },
      { runs: [{ text: m.pitch_past_line({ document: local(document.short), status: statusText(status), count: measures.length }), tone: 'soft' }], size }
    ];
    const state: Para[] = [
      { runs: [{ text: m.pitch_historic(), bold: true, tone: 'past' }], size },
      { runs: [{ text: statusText(status), tone: 'past' }], size }
    ];
    return [
      [
        { paras: about, tone: 'past' },
        { paras: state, tone: 'past' },
        { ...cell(covers, size), tone: 'past' },
        { paras: told, tone: 'past' }
      ]
    ];
  }
  const sorted = [...measures].sort((a, b) => Number(b.concerns) - Number(a.concerns));
  const lines = sorted.map(({ incentive, concerns, citations }): Para => {
    const amounts = printedAmounts(atlas, incentive).join(m.pitch_list_semicolon());
    const amount = amounts ? m.pitch_in_brackets({ text: amounts }) : '';
    const look = concerns ? { bold: true, tone: 'brand' as const } : {};
    const runs = [{ text: local(incentive.name), ...look }, ...raised(numbers(citations)), ...(amount ? [{ text: amount, ...look }] : [])];
    return { runs, size, bullet: true, after: 1 };
  });
  const parts = Array.from({ length: Math.ceil(lines.length / MEASURES_A_ROW) }, (_, i) => lines.slice(i * MEASURES_A_ROW, (i + 1) * MEASURES_A_ROW));
  return parts.map((paras, i) => [
    { paras: i === 0 ? about : [{ runs: [{ text: local(document.short) + m.pitch_continued(), bold: true }], size }] },
    { paras: [{ runs: [{ text: statusText(status), bold: true, tone: 'strong' }], size }] },
    cell(i === 0 ? covers : '', size),
    { paras }
  ]);
}
