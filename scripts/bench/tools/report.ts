import { writeFileSync } from 'node:fs';
import { NAMES, spreadOf } from './row';
import type { Row, Subject } from './row';
import { figure } from './stats';

/** A part of the report. `failures` are pages or runs without a figure. */
export type Section = Readonly<{ title: string; rows: readonly Row[]; failures: readonly string[]; seconds: number }>;
export type Report = Readonly<{ runs: number; command: string; machine: readonly string[]; notes: readonly string[]; sections: readonly Section[] }>;

const COLUMNS: readonly Subject[] = ['ours', 'floor', 'maplibre', 'echarts', 'kepler'];
const OTHERS: readonly Subject[] = ['static', 'floor', 'maplibre', 'echarts', 'kepler'];

function cell(row: Row, subject: Subject): string {
  const found = spreadOf(row, subject);
  if (!found) return '–';
  const { median, least, most, runs } = found;
  return runs === 1 || least === most ? figure(median) : `${figure(median)} (${figure(least)}–${figure(most)})`;
}

/** Ours divided by each other page's; of the static page beside them where it was measured. */
function ratios(row: Row): string {
  const ours = spreadOf(row, 'ours')?.median;
  if (ours === undefined) return '–';
  const parts = OTHERS.flatMap((subject) => {
    const other = spreadOf(row, subject)?.median;
    return other ? [`${figure(ours / other)} × ${subject === 'static' ? `static page (${figure(other)})` : NAMES[subject]}`] : [];
  });
  return parts.join('; ') || '–';
}

function verdict(row: Row): string {
  const met = row.target?.met((subject) => spreadOf(row, subject)?.median);
  return !row.target ? '' : met === undefined ? 'not measured' : met ? 'yes' : '**no**';
}

const line = (cells: readonly string[]) => `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;

function sectionText({ title, rows, failures, seconds }: Section): string[] {
  const columns = COLUMNS.filter((subject) => subject === 'ours' || rows.some((row) => spreadOf(row, subject)));
  const notes = rows.flatMap(({ what, note }) => (note ? [`- ${what}: ${note}.`] : []));
  const table = [
    line(['what', 'unit', ...columns.map((subject) => NAMES[subject]), 'ratio', 'target', 'met?']),
    line(Array.from({ length: columns.length + 5 }, () => '---')),
    ...rows.map((row) => line([row.what, row.unit, ...columns.map((subject) => cell(row, subject)), ratios(row), row.target?.text ?? '', verdict(row)]))
  ];
  return [
    `## ${title}`,
    '',
    ...(rows.length > 0 ? table : ['Not measured.']),
    '',
    ...notes,
    ...failures.map((failure) => `- Failed: ${failure}.`),
    `- Took ${seconds.toFixed(0)} s.`,
    ''
  ];
}

/** The report as Markdown. */
export function reportText({ runs, command, machine, notes, sections }: Report): string {
  const judged = sections.flatMap(({ rows }) => rows).filter(({ target }) => target);
  const missed = judged.filter((row) => verdict(row) !== 'yes');
  return [
    '# Benchmark',
    '',
    `Written by \`${command}\`. Medians of ${runs} run${runs === 1 ? '' : 's'}, with the least and the most; ratios are this site’s figure divided by the other page’s.`,
    `Of ${judged.length} targets ${judged.length - missed.length} are met${missed.length > 0 ? '. Not met, or not measured:' : '.'}`,
    ...missed.map(
      (row) => `- ${row.what}: ${cell(row, 'ours')} ${row.unit}, target ${row.target?.text}${verdict(row) === 'not measured' ? ' (not measured)' : ''}`
    ),
    '',
    '## How',
    '',
    ...machine,
    ...notes.map((note) => `- ${note}`),
    '',
    ...sections.flatMap(sectionText)
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
}

export const writeReport = (file: string, report: Report): void => writeFileSync(file, reportText(report));
