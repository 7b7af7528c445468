import type { Target } from '#lib/schema/atlas';
import { COUNTINGS } from '#lib/schema/terms';
import type { Counting } from '#lib/schema/terms';
import type { Atlas } from '#lib/atlas/atlas';
import type { Actual } from './actuals';
import { readNumber } from './read-number';

/* A reader's table of actual values: rows of text in, values and refused rows out. */

export const ACTUAL_COLUMNS = ['target', 'zone', 'metric', 'year', 'value', 'unit', 'counting', 'note'] as const;
export type ActualColumn = (typeof ACTUAL_COLUMNS)[number];

/** Headings by column, the template's own first: Chinese, English, then what else people write. Folded. */
const HEADINGS: Readonly<Record<ActualColumn, readonly string[]>> = {
  target: ['指标编号', 'target', 'target id', 'targetid', '目标编号', 'id'],
  zone: ['片区', 'zone', '范围', 'scope', '布局单元'],
  metric: ['指标', 'metric', '指标名称', 'indicator'],
  year: ['年份', 'year', '年度', '年'],
  value: ['实际值', 'actual', '完成值', 'actual value', 'value', '数值', '值'],
  unit: ['单位', 'unit', '计量单位'],
  counting: ['计算口径', 'counting', '口径', '统计口径'],
  note: ['备注', 'note', '说明', 'remark']
};

export const ACTUAL_REFUSALS = ['no-target', 'ambiguous-target', 'bad-value', 'bad-year', 'no-unit', 'bad-counting', 'formula'] as const;
export type ActualRefusal = (typeof ACTUAL_REFUSALS)[number];
export type RefusedActual = Readonly<{ line: number; reason: ActualRefusal; text: string }>;
export type ReadActuals = Readonly<{
  actuals: readonly Actual[];
  refused: readonly RefusedActual[];
  /** rows of the template that were left without a value */
  blank: number;
  /** columns that are needed and missing: nothing was read */
  missing: readonly ActualColumn[];
}>;

const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

function columnsOf(header: readonly string[]): Partial<Record<ActualColumn, number>> {
  const names = header.map(folded);
  const found: Partial<Record<ActualColumn, number>> = {};
  for (const column of ACTUAL_COLUMNS) {
    // the template's heading wins over a looser one that stands further left
    const at = HEADINGS[column].map((heading) => names.indexOf(heading)).find((index) => index >= 0);
    if (at !== undefined) found[column] = at;
  }
  return found;
}

/** How a value counts: the schema's word, or the reader's language's. */
function readCounting(text: string, words: ReadonlyMap<string, Counting>): Counting | undefined {
  const word = folded(text);
  return COUNTINGS.find((counting) => counting === word) ?? words.get(word);
}

type Named = Pick<Target, 'id'>;

/** The targets that a row without an id means: those of the zone or unit named whose metric has exactly that name. */
function targetsNamed(atlas: Atlas, zone: string, metric: string): Named[] {
  const [where, what] = [folded(zone), folded(metric)];
  if (what === '') return [];
  const isNamed = (name: Readonly<{ zh: string; en: string }> | undefined) => name !== undefined && (folded(name.zh) === where || folded(name.en) === where);
  return atlas.data.targets.filter((target) => {
    if (folded(target.metric.zh) !== what && folded(target.metric.en) !== what) return false;
    if (where === '') return true;
    const { scope } = target;
    const zones = [scope.zone, ...(scope.zones ?? [])].flatMap((id) => (id === undefined ? [] : (atlas.zone.get(id) ?? [])));
    return (
      zones.some((entry) => entry.id === where || isNamed(entry.name) || isNamed(entry.short)) ||
      scope.adcodes.some((adcode) => adcode === where || isNamed(atlas.unit.get(adcode)?.name)) ||
      isNamed(scope.place === undefined ? undefined : atlas.place.get(scope.place)?.name)
    );
  });
}

/**
 * Read a table of actual values, header first. Total: what cannot be read is refused with its reason, and nothing is guessed.
 * @param countingWords how the reader's language calls each way of counting, folded to lower case
 */
export function readActuals(atlas: Atlas, table: readonly (readonly string[])[], countingWords: ReadonlyMap<string, Counting> = new Map()): ReadActuals {
  const [header = [], ...body] = table;
  const columns = columnsOf(header);
  const missing = (['value', 'year', 'unit'] as const).filter((column) => columns[column] === undefined);
  const placeable = columns.target !== undefined || columns.metric !== undefined;
  if (missing.length > 0 || !placeable) return { actuals: [], refused: [], blank: 0, missing: placeable ? missing : ['target', ...missing] };

  const actuals: Actual[] = [];
  const refused: RefusedActual[] = [];
  let blank = 0;
  for (const [i, cells] of body.entries()) {
    const cell = (column: ActualColumn): string => (columns[column] === undefined ? '' : (cells[columns[column]] ?? '')).trim();
    if (cells.every((text) => text.trim() === '')) continue;
    if (cell('value') === '') {
      blank += 1;
      continue;
    }
    const line = i + 2;
    const refuse = (reason: ActualRefusal) => refused.push({ line, reason, text: cells.join(' | ').slice(0, 200) });
    const named = cell('target') === '' ? targetsNamed(atlas, cell('zone'), cell('metric')) : [{ id: idOf(atlas, cell('target')) }];
    const value = readNumber(cell('value')).value;
    const year = readNumber(cell('year').replace(/年$/, '')).value;
    const counting = cell('counting') === '' ? undefined : readCounting(cell('counting'), countingWords);
    const target = named[0]?.id;
    if (target === undefined) refuse('no-target');
    else if (named.length > 1) refuse('ambiguous-target');
    else if (cell('value').startsWith('=')) refuse('formula');
    else if (!Number.isFinite(value)) refuse('bad-value');
    else if (!Number.isInteger(year) || year < 1990 || year > 2100) refuse('bad-year');
    else if (cell('unit') === '') refuse('no-unit');
    else if (cell('counting') !== '' && counting === undefined) refuse('bad-counting');
    else {
      const note = cell('note');
      actuals.push({ line, target, year, value, unit: cell('unit'), ...(counting ? { counting } : {}), ...(note ? { note: note.slice(0, 500) } : {}) });
    }
  }
  return { actuals, refused, blank, missing: [] };
}

/** A target's present id, following renames; undefined where it has never existed. */
function idOf(atlas: Atlas, written: string): string | undefined {
  const id = folded(written);
  const current = atlas.data.index.renamed.find(({ from }) => from === id)?.to ?? id;
  return atlas.target.has(current) ? current : undefined;
}
