import type { CountyIndex } from '../table/county-index';
import { toWgs84 } from '../table/datum';
import { FLAGS, PLACEMENTS } from '../table/table';
import type { Datum } from '../table/guess';
import type { OwnTable } from '../table/table';
import { cut, grow } from './resize';

const POINT = PLACEMENTS.indexOf('point');

/** Where the rows of a table are, in columns of numbers that grow with them. */
export class PlacedRows {
  count = 0;
  private positions: Float64Array<ArrayBuffer>;
  private placement: Uint8Array<ArrayBuffer>;
  /** until settled: the county that the row states */
  private county: Uint16Array<ArrayBuffer>;
  private line: Uint32Array<ArrayBuffer>;
  private settled = 0;
  /** FLAGS, made when the first row has one */
  private flags: Uint8Array<ArrayBuffer> | undefined;

  /** @param expected rows; more may come */
  constructor(expected: number) {
    this.positions = new Float64Array(2 * expected);
    this.placement = new Uint8Array(expected);
    this.county = new Uint16Array(expected);
    this.line = new Uint32Array(expected);
  }

  /**
   * One more row.
   * @param placement place in PLACEMENTS
   * @param county place in the index + 1, 0 = none
   */
  add(lon: number, lat: number, placement: number, county: number, line: number): void {
    const at = this.count;
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
    this.line[at] = line;
    this.count = at + 1;
  }

  /** Say something of a row, of the next one too. @param bit of FLAGS */
  flag(row: number, bit: number): void {
    let flags = (this.flags ??= new Uint8Array(this.line.length));
    if (row >= flags.length) flags = this.flags = grow(flags, row + 1);
    flags[row] = (flags[row] ?? 0) | bit;
  }

  /** Convert and join the rows since the last call. @returns how many points are outside the region, and in another county than they state */
  settle(datum: Datum, { countyAt }: CountyIndex): Readonly<{ outside: number; elsewhere: number }> {
    const { positions, placement, county, settled, count } = this;
    toWgs84(positions, datum, settled, count, placement);
    let outside = 0;
    let elsewhere = 0;
    for (let row = settled; row < count; row++) {
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
    this.settled = count;
    return { outside, elsewhere };
  }

  /** The columns, no longer than there are rows. */
  finish(): Pick<OwnTable, 'rows' | 'positions' | 'placement' | 'county' | 'line' | 'flags'> {
    const { count } = this;
    return {
      rows: count,
      positions: cut(this.positions, 2 * count),
      placement: cut(this.placement, count),
      county: cut(this.county, count),
      line: cut(this.line, count),
      ...(this.flags ? { flags: cut(grow(this.flags, count), count) } : {})
    };
  }
}
