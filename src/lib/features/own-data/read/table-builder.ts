import type { ImportContext } from '../table/import-context';
import type { CountyIndex } from '../table/county-index';
import { NAMING_ROLES } from '../table/guess';
import type { ImportGuess } from '../table/guess';
import type { Named, PlaceNames } from '../table/place-names';
import type { ToDegrees } from '../table/projection';
import { hasChoiceOfDatum } from '../table/systems';
import { FLAGS, MOST_REJECTED, PLACEMENTS } from '../table/table';
import type { ImportRemark, OwnTable, Placement, Rejected, RejectReason, RemarkCode } from '../table/table';
import { columnBuilder, TextBuilder } from './column-builders';
import type { ColumnBuilder } from './column-builders';
import { CoordinateReader } from './coordinates';
import { leaveOutTotals } from './leave-out';
import { PlacedRows } from './placed-rows';
import { sheetColumn } from './sheet-column';
import type { SheetStart } from './sheet-column';
import { reasonOf } from './no-row';
import { RowNames } from './row-names';
import type { Meaning } from './row-names';
import { MOST_COLUMNS } from './row-view';
import type { RowView } from './row-view';
import { SaidNames } from './said-names';

/** The region as the builder needs it. */
export type Region = Readonly<{ names: PlaceNames; counties: CountyIndex; units: ImportContext['units'] }>;

const code = (placement: Placement) => PLACEMENTS.indexOf(placement);
const POINT = code('point');
/** Why a name places nothing; of units only those are asked for that are the whole region. */
const WHY: Readonly<Record<Named['kind'], RejectReason>> = {
  abolished: 'abolished-unit',
  ambiguous: 'ambiguous-name',
  elsewhere: 'elsewhere',
  unknown: 'unknown-name',
  unit: 'whole-region',
  place: 'unknown-name'
};

/** Places rows, types their cells, and keeps what is left out with its reason. Give it rows in order, `settle` now and then, then `finish`. */
export class TableBuilder {
  private readonly placed: PlacedRows;
  private readonly columns: readonly (ColumnBuilder | undefined)[];
  private readonly stored: readonly ColumnBuilder[];
  private readonly coordinates: CoordinateReader;
  private readonly names: RowNames;
  private readonly countyOf: ReadonlyMap<string, number>;
  private readonly rejected: Rejected[] = [];
  private readonly rejectedBy: Partial<Record<RejectReason, number>> = {};
  private readonly counts = new Map<RemarkCode, number>();
  private readonly said: SaidNames;
  private readonly named: boolean;
  private readonly extra: ImportRemark[] = [];
  private readonly sheets: SheetStart[] = [];

  constructor(
    private readonly name: string,
    private readonly guess: ImportGuess,
    private readonly region: Region,
    toDegrees?: ToDegrees
  ) {
    // a little more than guessed spares most copies
    const expected = Math.max(16, Math.ceil(1.01 * Math.min(guess.rowsExpected, 2e7)));
    this.placed = new PlacedRows(expected);
    const roles = guess.columns;
    this.columns = roles.map((role, column) => columnBuilder(role, guess.header[column] ?? String(column + 1), column, expected, guess.decimalSign));
    this.stored = this.columns.filter((builder) => builder !== undefined);
    this.coordinates = new CoordinateReader(roles, region.counties.bbox, { exchange: guess.exchangeSwapped, latFirst: guess.latFirst ?? false, toDegrees });
    const texts = this.columns.map((builder) => (builder instanceof TextBuilder ? builder : undefined));
    this.countyOf = new Map(region.counties.adcodes.map((adcode, place) => [adcode, place + 1]));
    this.said = new SaidNames(guess.choices ?? {}, region.units);
    const countyOf = (adcode: string) => this.countyOf.get(adcode) ?? 0;
    this.names = new RowNames(roles, this.said.choosing(region.names), texts, countyOf);
    this.named = roles.some((role) => NAMING_ROLES.has(role));
  }

  get rows(): number {
    return this.placed.count;
  }

  get rejectedCount(): number {
    return Object.values(this.rejectedBy).reduce((sum, count) => sum + count, 0);
  }

  /** Rows from here on are another sheet's: which one is a column of its own. */
  startSheet(name: string): void {
    this.sheets.push({ name, from: this.rows });
    // lines count anew
    for (const column of this.columns) if (column instanceof TextBuilder) column.forgetLine();
  }

  /** A remark on the file; of several sheets the same is said once. */
  remark(remark: ImportRemark): void {
    const said = this.extra.findIndex(({ code, column, detail }) => code === remark.code && column === remark.column && detail === remark.detail);
    if (said < 0) this.extra.push(remark);
    else this.extra[said] = { ...remark, count: remark.count + (this.extra[said]?.count ?? 0) };
  }

  private count(remark: RemarkCode, by = 1): void {
    this.counts.set(remark, (this.counts.get(remark) ?? 0) + by);
  }

  /** Leave a row out that cannot be placed: it may be none of its own. */
  private rejectRow(reason: RejectReason, row: RowView): void {
    this.reject(reasonOf(row, this.guess) ?? reason, row.line, () => row.raw());
  }

  reject(reason: RejectReason, line: number, text: string | (() => string)): void {
    this.rejectedBy[reason] = (this.rejectedBy[reason] ?? 0) + 1;
    if (this.rejected.length < MOST_REJECTED) this.rejected.push({ line, reason, text: typeof text === 'string' ? text : text() });
  }

  /** One row of the file. Rows without any content are passed over: they are no data. */
  add(row: RowView): void {
    const width = this.guess.header.length;
    if (row.count !== width && !this.fits(row, width)) return;
    const state = this.coordinates.read(row);
    if (state === 'ok') {
      const { exchanged, converted } = this.coordinates;
      if (converted) this.count('converted');
      if (exchanged) this.flag(this.rows, FLAGS.exchanged, 'rows-exchanged');
      this.store(row, this.coordinates.lon, this.coordinates.lat, POINT, this.named ? this.statedCounty(this.names.unit(row)) : 0);
    } else if (state === 'none' || state === 'zero-zero') this.byName(row, state);
    // words say no more of a position than a blank does
    else if (this.coordinates.words) this.byName(row, 'none', state);
    else {
      if (state === 'swapped') this.count('rows-swapped');
      this.rejectRow(state, row);
    }
  }

  /** A feature without geometry: placed by a name where it has one. */
  addUnplaced(row: RowView): void {
    const { rows } = this;
    this.byName(row, 'none', 'no-geometry');
    if (this.rows > rows) this.count('no-geometry-by-name');
  }

  /** Whether a row of another width than the header's can be used. */
  private fits(row: RowView, width: number): boolean {
    let last = Math.min(row.count, width) - 1;
    while (last >= 0 && row.isEmpty(last)) last--;
    // in a wider file than is read the columns beyond are left out, and the guess has said so
    let over = row.beyond > 0 && width < MOST_COLUMNS;
    for (let column = width; column < Math.min(row.count, MOST_COLUMNS) && !over; column++) over = !row.isEmpty(column);
    if (over) {
      this.reject('too-many-cells', row.line, () => row.raw());
      return false;
    }
    if (last < 0) return false;
    if (row.count < width) this.count('short-rows');
    return true;
  }

  private statedCounty(meaning: Meaning | undefined): number {
    if (!meaning) return 0;
    if (meaning.named.kind === 'abolished') this.said.gone(meaning.named.former.name);
    return meaning.county;
  }

  private flag(row: number, bit: number, remark?: RemarkCode): void {
    if (remark) this.count(remark);
    this.placed.flag(row, bit);
  }

  private byName(row: RowView, state: 'none' | 'zero-zero', unnamed: RejectReason = state === 'zero-zero' ? 'zero-zero' : 'no-place'): void {
    const meaning = this.named ? this.names.place(row) : undefined;
    const named = meaning?.named;
    if (meaning && named?.kind === 'place') {
      if (state === 'zero-zero') this.count('zero-zero');
      const { lon, lat, adcode } = named.place;
      this.store(row, lon ?? NaN, lat ?? NaN, code('place'), this.countyOf.get(adcode) ?? this.region.counties.countyAt(lon ?? NaN, lat ?? NaN));
    } else if (meaning && named?.kind === 'unit' && named.unit.level !== 'province') {
      if (state === 'zero-zero') this.count('zero-zero');
      const { label } = named.unit;
      // a prefecture without counties is known as exactly as a county is
      const placement = meaning.county === 0 ? 'prefecture' : named.address ? 'address' : 'county';
      if (this.said.readAs(named)) this.placed.flag(this.rows, FLAGS.readAs);
      this.store(row, label[0], label[1], code(placement), meaning.county);
    } else if (named || unnamed === 'no-geometry' || !this.empty(row)) {
      if (named) this.said.doubt(named);
      this.rejectRow(named ? WHY[named.kind] : unnamed, row);
    }
  }

  private empty(row: RowView): boolean {
    for (let column = 0; column < row.count; column++) if (!row.isEmpty(column)) return false;
    return true;
  }

  private store(row: RowView, lon: number, lat: number, placement: number, county: number): void {
    for (const builder of this.stored) builder.set(row, this.rows);
    this.placed.add(lon, lat, placement, county, row.line);
  }

  /** Convert and join the rows since the last call, so that this work is spread over the file too. */
  settle(): void {
    const { outside, elsewhere } = this.placed.settle(hasChoiceOfDatum(this.guess.system) ? this.guess.datum : 'wgs84', this.region.counties);
    if (outside > 0) this.count('outside-region', outside);
    if (elsewhere > 0) this.count('district-mismatch', elsewhere);
  }

  /** The table. The builder must not be used afterwards. */
  finish(): OwnTable {
    this.settle();
    const { guess, rows } = this;
    const district = guess.header[guess.columns.findIndex((role) => role === 'district' || role === 'adcode')];
    const remarks: ImportRemark[] = [...this.counts].map(([remark, count]) => ({
      code: remark,
      count,
      ...(remark === 'district-mismatch' && district !== undefined ? { column: district } : {}),
      ...(remark === 'converted' ? { detail: guess.system ?? '' } : {})
    }));
    remarks.push(...this.said.remarks());
    const { doubts } = this.said;
    const table: OwnTable = {
      name: this.name,
      ...this.placed.finish(),
      counties: this.region.counties.adcodes,
      columns: [...this.stored.map((builder) => builder.finish(rows)), ...sheetColumn(this.sheets, rows, guess)],
      rejected: this.rejected,
      rejectedCount: this.rejectedCount,
      rejectedBy: this.rejectedBy,
      ...(doubts.length > 0 ? { doubts } : {}),
      remarks: [...remarks, ...this.stored.flatMap((builder) => builder.remarks()), ...this.coordinates.stands.remarks(), ...this.extra]
    };
    const roles = guess.columns.filter((_, column) => this.columns[column] !== undefined);
    return guess.keepTotals ? table : leaveOutTotals(table, roles, this.region.units);
  }
}
