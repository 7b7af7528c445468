import { citiesAt } from './cities-at';
import type { ColumnRole } from './guess';
import type { ImportContext } from './import-context';
import { readNumber } from './read-number';
import { PLACEMENTS, textAt } from './table';
import type { OwnTable } from './table';
import { totalCodes } from './total-words';

/*
 * Rows that are sums of other rows: by their words, and by their figures. A row that is taken for one is left out of every sum, so that
 * nothing counts twice; what is not clearly one stays.
 */

const POINT = PLACEMENTS.indexOf('point');
const COUNTY = PLACEMENTS.indexOf('county');
const CITY = PLACEMENTS.indexOf('prefecture');
/** A city's figure may be less than its districts' by so much: figures of authorities are rounded, and corrected apart from each other. */
const ABOUT = 0.95;
/** Roles whose words say what a row is about. */
const NAMING: ReadonlySet<ColumnRole> = new Set(['name', 'district', 'city', 'place', 'text', 'adcode', 'date']);
const UNIT: ReadonlySet<ColumnRole> = new Set(['district', 'city', 'adcode']);

type Units = ImportContext['units'];

class Sums {
  /** columns whose figures can be added up: no years, no running numbers */
  private readonly added: readonly number[];

  constructor(
    private readonly table: OwnTable,
    private readonly roles: readonly (ColumnRole | undefined)[]
  ) {
    this.added = table.columns.flatMap(({ kind, name }, column) =>
      kind === 'number' && !/^(?:年份?|年度|year|序号|编号|排名|rank|no\.?)$/i.test(name.trim()) ? [column] : []
    );
  }

  text(row: number, column: number): string {
    const found = this.table.columns[column];
    return found ? textAt(found, row) : '';
  }

  value(row: number, column: number): number {
    const found = this.table.columns[column];
    return found?.kind === 'number' ? (found.values[row] ?? NaN) : NaN;
  }

  columnsOf(roles: ReadonlySet<ColumnRole>): number[] {
    return this.roles.flatMap((role, column) => (role !== undefined && roles.has(role) ? [column] : []));
  }

  /** A row's figures beside the sums of others, where there are at least two of them to add. */
  beside(row: number, parts: readonly number[]): { value: number; sum: number; most: number; equal: boolean }[] {
    return this.added.flatMap((column) => {
      const value = this.value(row, column);
      const values = parts.map((part) => this.value(part, column)).filter((part) => !Number.isNaN(part));
      if (Number.isNaN(value) || values.length < 2) return [];
      const sum = values.reduce((total, part) => total + part, 0);
      // each of them may be rounded by half of its last digit
      const places = Math.max(...[value, ...values].map((part) => /\.(\d+)$/.exec(String(part))?.[1]?.length ?? 0));
      const loose = places === 0 ? 1e-9 * Math.abs(sum) : 0.5 * 10 ** -places * (values.length + 1);
      return [{ value, sum, most: Math.max(...values), equal: sum !== 0 && Math.abs(value - sum) <= loose }];
    });
  }

  equals(row: number, parts: readonly number[]): boolean {
    const found = this.beside(row, parts).filter(({ sum, value }) => sum !== 0 || value !== 0);
    const equal = found.filter((figure) => figure.equal).length;
    return equal > 0 && 2 * equal >= found.length;
  }
}

/** Rows with a word for a total in a column that says what a row is about. */
function byWords(table: OwnTable, roles: readonly (ColumnRole | undefined)[], found: Set<number>): void {
  table.columns.forEach((column, i) => {
    const role = roles[i];
    if (column.kind !== 'text' || role === undefined || !NAMING.has(role)) return;
    const codes = totalCodes(column.dictionary);
    if (codes.size === 0) return;
    // a row with a point of its own is somewhere, whatever it is called
    for (let row = 0; row < table.rows; row++) if (codes.has(column.codes[row] ?? 0) && table.placement[row] !== POINT) found.add(row);
  });
}

/** A city's rows above or below its districts': the sum of them, or what they are a part of. */
function byUnits(table: OwnTable, sums: Sums, units: Units, found: Set<number>): void {
  const { placement, county, positions, rows, counties } = table;
  const cityAt = citiesAt(units);
  const cityRows: number[] = [];
  for (let row = 0; row < rows; row++) if (placement[row] === CITY && !found.has(row)) cityRows.push(row);
  if (cityRows.length === 0) return;
  const parentOf = new Map(units.map(({ adcode, parent }) => [adcode, parent]));
  const cityOf = counties.map((adcode) => parentOf.get(adcode));
  const partsOf = new Map<string | undefined, number[]>();
  for (let row = 0; row < rows; row++) {
    if (placement[row] !== COUNTY || found.has(row)) continue;
    const city = cityOf[(county[row] ?? 0) - 1];
    const list = partsOf.get(city);
    if (list) list.push(row);
    else partsOf.set(city, [row]);
  }
  const unitColumns = new Set(sums.columnsOf(UNIT));
  const others = table.columns.flatMap((column, i) => (unitColumns.has(i) || (column.kind === 'number' && !/年|year/i.test(column.name)) ? [] : [i]));
  for (const row of cityRows) {
    let parts = partsOf.get(cityAt(positions[2 * row] ?? NaN, positions[2 * row + 1] ?? NaN)) ?? [];
    if (parts.length < 2 || parts.length > 2000) continue;
    let own = false;
    for (const column of others) {
      const text = sums.text(row, column);
      if (text === '') continue;
      // rows of the same year, of the same indicator
      const same = parts.filter((part) => sums.text(part, column) === text);
      if (same.length > 0) parts = same;
      // something with a name of its own, of which the city alone is known
      else if (Number.isNaN(readNumber(text).value) && !isUnitName(text, units)) own = true;
    }
    const once = new Set(parts.map((part) => county[part])).size === parts.length;
    const figures = sums.beside(row, parts);
    const holds = once && figures.some(({ value, sum, most }) => sum > 0 && value >= ABOUT * sum && value >= most);
    if (!own && (sums.equals(row, parts) || holds)) found.add(row);
  }
}

const isUnitName = (text: string, units: Units) => units.some(({ name }) => name.zh === text || name.en === text || name.zh.startsWith(text));

/** Rows without a name among rows that have one, whose figures are the sums of those before them, after them, or of all. */
function bySums(table: OwnTable, sums: Sums, found: Set<number>): void {
  const [name] = sums.columnsOf(new Set<ColumnRole>(['name']));
  const column = name === undefined ? undefined : table.columns[name];
  if (name === undefined || column?.kind !== 'text') return;
  const nameless: number[] = [];
  for (let row = 0; row < table.rows; row++) if (table.placement[row] !== POINT && !found.has(row) && sums.text(row, name) === '') nameless.push(row);
  if (nameless.length === 0 || nameless.length > 0.4 * table.rows) return;
  const apart = new Set([...nameless, ...found]);
  const run = (from: number, step: 1 | -1): number[] => {
    const rows: number[] = [];
    for (let row = from + step; row >= 0 && row < table.rows && !apart.has(row) && rows.length < 5000; row += step) rows.push(row);
    return rows;
  };
  for (const row of nameless) if (sums.equals(row, run(row, -1)) || sums.equals(row, run(row, 1))) found.add(row);
}

/**
 * Rows of a table that are totals or subtotals of others, in their order.
 * @param roles of the table's columns
 */
export function findTotals(table: OwnTable, roles: readonly (ColumnRole | undefined)[], units: Units): number[] {
  const found = new Set<number>();
  const sums = new Sums(table, roles);
  byWords(table, roles, found);
  byUnits(table, sums, units, found);
  bySums(table, sums, found);
  return [...found].sort((a, b) => a - b);
}
