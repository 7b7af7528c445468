import type { Atlas } from '#lib/atlas/atlas';
import { stateMark, stateText, linkNames, wishText } from '#lib/features/match/text';
import type { Finding } from '#lib/features/match/criteria';
import { fromToText, kmText } from '#lib/facts/distance-text';
import { targetDeadline, targetValue } from '#lib/facts/target-text';
import { unitNames } from '#lib/facts/unit-names';
import { publishedLines } from '#lib/facts/zone-published';
import { local } from '#lib/design/page/local';
import * as m from '#lib/paraglide/messages';
import type { PublishedPage } from '#lib/schema/published';
import type { Pitch } from '../build';
import { pageNumber } from '../sheet/published-section';
import type { Numbers } from '../sheet/source-numbers';
import { raised } from './flow';
import type { Para } from './flow';
import { cell, paginate } from './table-plan';
import type { Cell, Row } from './table-plan';
import { ABREAST, TABLE_ROOM } from './tables-of-deck';
import type { CitedTable } from './tables-of-deck';

/* What a visitor asks, and what there is to hold against it: needs one by one, and targets beside what is published. */

const SIZE = 13;
const label = (text: string): Cell => ({ paras: [{ runs: [{ text, bold: true }], size: SIZE }], tone: 'head' });

/** Each need in a row, each zone's answer in a column; as many zones abreast as stay readable. */
export function needTables(atlas: Atlas, { zones, needs }: Pitch, numbers: Numbers): CitedTable[] {
  if (needs.length === 0) return [];
  const groups = Math.ceil(zones.length / ABREAST);
  const each = Math.ceil(zones.length / groups);
  return Array.from({ length: groups }, (_, i) => zones.slice(i * each, (i + 1) * each)).flatMap((some) => {
    const first = 2.2;
    const widths = [first, ...some.map(() => (TABLE_ROOM.w - first) / some.length)];
    const head = [m.pitch_needs_need(), ...some.map(({ zone }) => local(zone.name))];
    const rows = needs.map(({ wish, answers }): Row => [
      label(wishText(atlas, wish)),
      ...some.map(({ zone }): Cell => {
        const answer = answers.find((one) => one.zone === zone.id);
        return answer ? { paras: answerParas(atlas, answer.finding, numbers(answer.citations)) } : cell(m.document_silent(), SIZE);
      })
    ]);
    const citations = needs.flatMap(({ answers }) => answers.filter((one) => some.some(({ zone }) => zone.id === one.zone)).flatMap((one) => one.citations));
    return paginate(head, rows, widths, TABLE_ROOM.h).map((table) => ({ table, citations }));
  });
}

const SILENT: readonly Finding['state'][] = ['silent', 'others', 'unplaced', 'elsewhere'];

function answerParas(atlas: Atlas, finding: Finding, mark: string): Para[] {
  const span = finding.evidence.flatMap((one) => (one.kind === 'span' ? [one.span] : []))[0];
  const links = finding.evidence.flatMap((one) => (one.kind === 'span' ? [] : [one.link]));
  const names = linkNames(atlas, links);
  const told = span ? fromToText(span) : finding.state === 'others' ? m.match_others({ names }) : finding.state === 'silent' ? '' : names;
  const only =
    finding.state === 'named' || finding.state === 'planned'
      ? links.flatMap(({ units }) => (units ? [m.match_units_only({ units: unitNames(atlas, units) })] : []))
      : [];
  const head = span ? kmText(span) : `${stateMark(finding)} ${stateText(finding.state)}`;
  const tone = finding.state === 'named' ? 'strong' : SILENT.includes(finding.state) ? 'soft' : 'plain';
  const detail = [told, ...new Set(only)].filter(Boolean).join(' · ');
  return [
    { runs: [{ text: head, bold: true, tone }, ...raised(mark)], size: SIZE },
    ...(detail ? [{ runs: [{ text: detail, tone: 'soft' as const }], size: SIZE - 2 }] : [])
  ];
}

/** A table with the pages that it rests on. */
export type PublishedTable = CitedTable & Readonly<{ pages: readonly PublishedPage[] }>;

/** Targets of the zones with what is published beside them: each of its own ground and time, never a result of the plan. */
export function besideTables(atlas: Atlas, pitch: Pitch, numbers: Numbers): PublishedTable[] {
  const { all, beside } = pitch.published;
  const targets = [...new Map(pitch.zones.flatMap(({ targets: own }) => own.map((said) => [said.target.id, said] as const))).values()];
  const told = targets.filter(({ target }) => beside.has(target.id));
  if (told.length === 0) return [];
  const rows = told.flatMap(({ target, joint }) =>
    publishedLines(atlas, all, beside.get(target.id) ?? []).map((line, i): Row => [
      i === 0
        ? {
            paras: [
              {
                runs: [
                  { text: local(target.metric) + (joint ? m.pitch_in_brackets({ text: m.pitch_joint({ count: joint }) }) : '') },
                  ...raised(numbers([target.citation]))
                ],
                size: SIZE
              }
            ]
          }
        : cell('', SIZE),
      i === 0
        ? {
            paras: [
              { runs: [{ text: targetValue(atlas, target), bold: true, tone: 'brand' }], size: SIZE },
              { runs: [{ text: targetDeadline(target), tone: 'soft' }], size: SIZE - 2 }
            ]
          }
        : cell('', SIZE),
      {
        paras: [
          { runs: [{ text: `◇ ${line.value}`, bold: true }, ...raised(String(pageNumber(pitch, line.source)))], size: SIZE },
          { runs: [{ text: line.label, tone: 'soft' }], size: SIZE - 2 }
        ]
      },
      {
        paras: [
          { runs: [{ text: [line.where, line.when].filter(Boolean).join(m.citation_separator()) }], size: SIZE },
          ...(line.standing ? [{ runs: [{ text: line.standing, tone: 'soft' as const }], size: SIZE - 2 }] : [])
        ]
      }
    ])
  );
  const head = [m.own_data_actuals_target(), m.own_data_actuals_document(), m.pitch_beside_published(), m.pitch_beside_where()];
  const pages = told.flatMap(({ target }) => beside.get(target.id)?.map(({ figure }) => figure.page) ?? []);
  return paginate(head, rows, [3.6, 2.9, 2.9, 2.93], TABLE_ROOM.h).map((table) => ({
    ...{ table, pages: [...new Map(pages.map((page) => [page.url, page])).values()] },
    citations: told.map(({ target }) => target.citation)
  }));
}

/** Tables to fill in: a visit with the zones as its stops, and whom to ask. */
export function visitTable({ zones }: Pitch): CitedTable['table'] {
  const head = [m.pitch_visit_time(), m.pitch_visit_place(), m.pitch_visit_what(), m.pitch_visit_host()];
  const stops = [...zones.map(({ zone }) => local(zone.name)), ''];
  const rows = stops.map((place): Row => ['', place, '', ''].map((text) => cell(text, 14)));
  return roomy(paginate(head, rows, [1.8, 4.2, 3.93, 2.4], TABLE_ROOM.h)[0]);
}
export function contactTable({ state }: Pitch): CitedTable['table'] {
  const asked = [m.pitch_contact_name(), m.pitch_contact_telephone(), m.pitch_contact_mail(), m.pitch_contact_address()];
  const rows = asked.map((text): Row => [{ paras: [{ runs: [{ text, bold: true }], size: 16 }], tone: 'head' }, cell('', 16)]);
  return roomy(paginate([m.pitch_contact_office(), state.office], rows, [3.2, 9.13], TABLE_ROOM.h)[0]);
}
/** Rows high enough to write in. */
const roomy = (table: CitedTable['table'] | undefined): CitedTable['table'] => {
  const { heights, ...rest } = table ?? { head: [], rows: [], widths: [], heights: [] };
  const room = (TABLE_ROOM.h - (heights[0] ?? 0)) / Math.max(1, heights.length - 1);
  return { ...rest, heights: heights.map((high, i) => (i === 0 ? high : Math.max(high, Math.min(0.6, room)))) };
};
