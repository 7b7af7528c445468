import type { ImportContext } from '../table/import-context';
import type { CountyIndex } from '../table/county-index';
import { toWgs84 } from '../table/datum';
import type { ColumnRole, ImportGuess } from '../table/guess';
import type { Named, PlaceNames } from '../table/place-names';
import type { ToDegrees } from '../table/projection';
import { FLAGS, MOST_REJECTED, PLACEMENTS } from '../table/table';
import type { ImportRemark, OwnTable, Placement, Rejected, RejectReason, RemarkCode } from '../table/table';
import { columnBuilder, TextBuilder } from './column-builders';
import type { ColumnBuilder } from './column-builders';
import { CoordinateReader } from './coordinates';
import { cut, grow } from './resize';
import { RowNames } from './row-names';
import type { Meaning } from './row-names';
import { MOST_COLUMNS } from './row-view';
import type { RowView } from './row-view';
import { SaidNames } from './said-names';

/** The region as the builder needs it. */
export type Region = Readonly<{ names: PlaceNames; counties: CountyIndex; units: ImportContext['units'] }>;

const code = (placement: Placement) => PLACEMENTS.indexOf(placement);
const POINT = code('point');
/** Roles whose words name units or places. */
const NAMING: ReadonlySet<ColumnRole> = new Set(['adcode', 'province', 'city', 'district', 'address', 'place']);
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
  rows = 0;
  private positions: Float64Array<ArrayBuffer>;
  private placement: Uint8Array<ArrayBuffer>;
  /** until settled: the county that the row states */
  private county: Uint16Array<ArrayBuffer>;
  private line: Uint32Array<ArrayBuffer>;
  private settled = 0;
  private readonly columns: readonly (ColumnBuilder | undefined)[];
  private readonly stored: readonly ColumnBuilder[];
  private readonly coordinates: CoordinateReader;
  private readonly names: RowNames;
  private readonly countyOf: ReadonlyMap<string, number>;
  private readonly rejected: Rejected[] = [];
  private readonly rejectedBy: Partial<Record<RejectReason, number>> = {};
  private readonly counts = new Map<RemarkCode, number>();
  private readonly said: SaidNames;
  /** FLAGS, made when the first row has one */
  private flags: Uint8Array<ArrayBuffer> | undefined;
  private readonly named: boolean;
  private readonly extra: ImportRemark[] = [];

  constructor(
    private readonly name: string,
    private readonly guess: ImportGuess,
    private readonly region: Region,
    toDegrees?: ToDegrees
  ) {
    // a little more than guessed spares most copies
    const expected = Math.max(16, Math.ceil(1.01 * Math.min(guess.rowsExpected, 2e7)));
    this.positions = new Float64Array(2 * expected);
    this.placement = new Uint8Array(expected);
    this.county = new Uint16Array(expected);
    this.line = new Uint32Array(expected);
    const roles = guess.columns;
    this.columns = roles.map((role, column) => columnBuilder(role, guess.header[column] ?? String(column + 1), column, expected, guess.decimalSign));
    this.stored = this.columns.filter((builder) => builder !== undefined);
    this.coordinates = new CoordinateReader(roles, region.counties.bbox, { exchange: guess.exchangeSwapped, latFirst: guess.latFirst ?? false, toDegrees });
    const texts = this.columns.map((builder) => (builder instanceof TextBuilder ? builder : undefined));
    this.countyOf = new Map(region.counties.adcodes.map((adcode, place) => [adcode, place + 1]));
    this.said = new SaidNames(guess.choices ?? {}, region.units);
    const countyOf = (adcode: string) => this.countyOf.get(adcode) ?? 0;
    this.names = new RowNames(roles, this.said.choosing(region.names), texts, countyOf);
    this.named = roles.some((role) => NAMING.has(role));
  }

  get rejectedCount(): number {
    return Object.values(this.rejectedBy).reduce((sum, count) => sum + count, 0);
  }

  remark(remark: ImportRemark): void {
    this.extra.push(remark);
  }

  private count(remark: RemarkCode, by = 1): void {
    this.counts.set(remark, (this.counts.get(remark) ?? 0) + by);
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
    else {
      if (state === 'swapped') this.count('rows-swapped');
      this.reject(state, row.line, () => row.raw());
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
    let flags = (this.flags ??= new Uint8Array(this.line.length));
    if (row >= flags.length) flags = this.flags = grow(flags, row + 1);
    flags[row] = (flags[row] ?? 0) | bit;
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
      if (this.said.readAs(named)) this.flag(this.rows, FLAGS.readAs);
      this.store(row, label[0], label[1], code(placement), meaning.county);
    } else if (named || unnamed === 'no-geometry' || !this.empty(row)) {
      if (named) this.said.doubt(named);
      this.reject(named ? WHY[named.kind] : unnamed, row.line, () => row.raw());
    }
  }

  private empty(row: RowView): boolean {
    for (let column = 0; column < row.count; column++) if (!row.isEmpty(column)) return false;
    return true;
  }

  private store(row: RowView, lon: number, lat: number, placement: number, county: number): void {
    const at = this.rows;
    if (at >= this.line.length) {
      this.line = grow(this.line, at + 1);
      this.placement = grow(this.placement, this.line.length);
      this.county = grow(this.county, this.line.length);
      this.positions = grow(this.positions, 2 * this.line.length);
    }
    this.positions[2 * at] = lon;
    this.positions[2 * at + 1] = lat;
    this.placement[at] = placement;
    this.county[at] = county;
    this.line[at] = row.line;
    for (const builder of this.stored) builder.set(row, at);
    this.rows = at + 1;
  }

  /** Convert and join the rows since the last call, so that this work is spread over the file too. */
  settle(): void {
    const { positions, placement, county, settled, rows } = this;
    toWgs84(positions, this.guess.datum, settled, rows, placement);
    const { countyAt } = this.region.counties;
    let outside = 0;
    let elsewhere = 0;
    for (let row = settled; row < rows; row++) {
      if (placement[row] !== POINT) continue;
      const found = countyAt(positions[2 * row] as number, positions[2 * row + 1] as number);
      const stated = county[row] as number;
      if (found === 0) outside++;
      if (stated !== 0 && stated !== found) {
        elsewhere++;
        this.flag(row, FLAGS.otherDistrict);
      }
      county[row] = found;
    }
    if (outside > 0) this.count('outside-region', outside);
    if (elsewhere > 0) this.count('district-mismatch', elsewhere);
    this.settled = rows;
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
    return {
      name: this.name,
      rows,
      positions: cut(this.positions, 2 * rows),
      placement: cut(this.placement, rows),
      county: cut(this.county, rows),
      counties: this.region.counties.adcodes,
      columns: this.stored.map((builder) => builder.finish(rows)),
      line: cut(this.line, rows),
      rejected: this.rejected,
      rejectedCount: this.rejectedCount,
      rejectedBy: this.rejectedBy,
      ...(this.flags ? { flags: cut(grow(this.flags, rows), rows) } : {}),
      ...(doubts.length > 0 ? { doubts } : {}),
      remarks: [...remarks, ...this.stored.flatMap((builder) => builder.remarks()), ...this.coordinates.stands.remarks(), ...this.extra]
    };
  }
}
