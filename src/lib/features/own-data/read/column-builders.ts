import { dayOfNumber, isDayNumber } from '../table/day-number';
import type { ColumnRole } from '../table/guess';
import type { DecimalSign } from '../table/read-number';
import { losesDigits } from '../table/codes';
import { readNumber } from '../table/read-number';
import type { ImportRemark, NumberColumn, OwnColumn, TextColumn } from '../table/table';
import { DictionaryBuilder } from './dictionary-builder';
import { cut, grow, release } from './resize';
import type { RowView } from './row-view';

/** One column of a table in the making. `set` is given each kept row once, in order. */
export interface ColumnBuilder {
  set(row: RowView, at: number): void;
  finish(rows: number): OwnColumn;
  remarks(): ImportRemark[];
}

/** Placeholders of a column that are told word by word. */
const MOST_WRITTEN = 5;

class NumberBuilder implements ColumnBuilder {
  private values: Float64Array<ArrayBuffer>;
  private tidied = 0;
  private wrong = 0;
  private placeholders = 0;
  private coded = 0;
  private code = '';
  private readonly written = new Set<string>();

  constructor(
    private readonly name: string,
    private readonly column: number,
    expected: number,
    private readonly sign: DecimalSign
  ) {
    this.values = new Float64Array(expected);
  }

  set(row: RowView, at: number): void {
    if (at >= this.values.length) this.values = grow(this.values, at + 1);
    let value = row.number(this.column);
    if (value !== value && row.isBlank(this.column)) this.blank(row);
    else if (value !== value) {
      const text = row.text(this.column);
      const read = readNumber(text, this.sign);
      if (losesDigits(text)) {
        this.coded++;
        this.code ||= text;
      }
      value = read.value;
      if (read.tidied) this.tidied++;
      if (Number.isNaN(value)) this.wrong++;
    }
    this.values[at] = value;
  }

  private blank(row: RowView): void {
    if (row.isEmpty(this.column)) return;
    const text = row.text(this.column);
    if (text === '') return;
    this.placeholders++;
    if (this.written.size < MOST_WRITTEN) this.written.add(text);
  }

  finish(rows: number): NumberColumn {
    return { name: this.name, kind: 'number', values: cut(this.values, rows) };
  }

  remarks(): ImportRemark[] {
    return [
      ...(this.placeholders > 0 ? [{ code: 'placeholders' as const, count: this.placeholders, column: this.name, detail: [...this.written].join('  ') }] : []),
      ...(this.coded > 0 ? [{ code: 'codes-as-numbers' as const, count: this.coded, column: this.name, detail: this.code }] : []),
      ...(this.tidied > 0 ? [{ code: 'numbers-tidied' as const, count: this.tidied, column: this.name }] : []),
      ...(this.wrong > 0 ? [{ code: 'not-a-number' as const, count: this.wrong, column: this.name }] : [])
    ];
  }
}

const encoder = new TextEncoder();

/** Codes are as wide as the dictionary needs: one byte while it has up to 256 words. */
export class TextBuilder implements ColumnBuilder {
  readonly dictionary: DictionaryBuilder;
  private codes: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
  private most = 0xff;
  private days = 0;
  /** the row whose code is known already, because the row was placed by this column */
  private codedLine = 0;
  private coded = 0;

  constructor(
    private readonly name: string,
    private readonly column: number,
    expected: number,
    private readonly dates: boolean
  ) {
    this.codes = new Uint8Array(expected);
    this.dictionary = new DictionaryBuilder(expected);
  }

  /** The code of the row's cell, without storing it. Asked again for the same row it is not looked up again. */
  codeOf(row: RowView): number {
    if (this.codedLine !== row.line) {
      this.coded = this.lookUp(row);
      this.codedLine = row.line;
    }
    return this.coded;
  }

  /** The next row may have the last one's number: it is another sheet's. */
  forgetLine(): void {
    this.codedLine = 0;
  }

  private lookUp(row: RowView): number {
    if (!this.dates) return row.codeIn(this.dictionary, this.column);
    const value = row.number(this.column);
    if (!isDayNumber(value)) return row.codeIn(this.dictionary, this.column);
    this.days++;
    const day = encoder.encode(dayOfNumber(value));
    return this.dictionary.add(day, 0, day.length);
  }

  set(row: RowView, at: number): void {
    const code = this.codedLine === row.line ? this.coded : this.lookUp(row);
    if (code > this.most) {
      this.most = code > 0xffff ? 0xffffffff : 0xffff;
      const wider = this.most === 0xffff ? new Uint16Array(this.codes.length) : new Uint32Array(this.codes.length);
      wider.set(this.codes.subarray(0, at));
      release(this.codes);
      this.codes = wider;
    }
    if (at >= this.codes.length) this.codes = grow(this.codes, at + 1);
    this.codes[at] = code;
  }

  finish(rows: number): TextColumn {
    return { name: this.name, kind: 'text', codes: cut(this.codes, rows), dictionary: this.dictionary.finish() };
  }

  remarks(): ImportRemark[] {
    return this.days > 0 ? [{ code: 'day-numbers', count: this.days, column: this.name }] : [];
  }
}

const COORDINATES = new Set<ColumnRole>(['lon', 'lat', 'lonlat', 'latlon', 'geometry', 'skip']);

/** The builder of a column by its role; undefined for coordinates, which go into `positions`, and for what is skipped. */
export function columnBuilder(role: ColumnRole, name: string, column: number, expected: number, sign: DecimalSign = '.'): ColumnBuilder | undefined {
  if (COORDINATES.has(role)) return undefined;
  return role === 'number' ? new NumberBuilder(name, column, expected, sign) : new TextBuilder(name, column, expected, role === 'date');
}
