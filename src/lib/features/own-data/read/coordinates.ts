import { readGeometry } from '../table/geometry-text';
import type { ColumnRole } from '../table/guess';
import { readCoordinate, readWrittenPair } from '../table/notation';
import type { ToDegrees } from '../table/projection';
import { readNumber } from '../table/read-number';
import type { RejectReason } from '../table/table';
import { representativePoint, StandsCount } from './representative-point';
import type { RowView } from './row-view';

/** What is wrong with a row's coordinates; 'ok', and 'none' where the cells are blank. */
export type CoordinateState = 'ok' | 'none' | Extract<RejectReason, 'half-coordinate' | 'bad-coordinate' | 'zero-zero' | 'out-of-range' | 'swapped'>;

/** How coordinates are to be read, apart from where they stand. */
export type CoordinateRules = Readonly<{
  /** exchange longitude and latitude in single rows that can only be meant so */
  exchange?: boolean;
  /** positions of geometry have latitude, or northing, first throughout */
  latFirst?: boolean;
  /** for rows in metres; those in degrees beside them stay as they are */
  toDegrees?: ToDegrees | undefined;
}>;

/** Degrees around the region within which exchanged coordinates are believed. Ours. */
const MARGIN = 1;

const hasDigit = (text: string) => /\p{Nd}/u.test(text);
const inDegrees = (lon: number, lat: number) => Math.abs(lon) <= 180 && Math.abs(lat) <= 180;

/** Reads the coordinates of one row after the other into `lon` and `lat`, degrees in the file's datum. */
export class CoordinateReader {
  lon = NaN;
  lat = NaN;
  /** the row's coordinates were exchanged */
  exchanged = false;
  /** … were brought from metres to degrees */
  converted = false;
  /** the row has words where its coordinates should stand, which do not even look like any: 坐标待补 */
  words = false;
  private readonly lonColumn: number;
  private readonly latColumn: number;
  private readonly pairColumn: number;
  private readonly pairLatFirst: boolean;
  private readonly geometryColumn: number;
  /** what geometry in cells stands for */
  readonly stands = new StandsCount();

  constructor(
    roles: readonly ColumnRole[],
    private readonly region: readonly [number, number, number, number],
    private readonly rules: CoordinateRules = {}
  ) {
    this.lonColumn = roles.indexOf('lon');
    this.latColumn = roles.indexOf('lat');
    this.pairLatFirst = !roles.includes('lonlat');
    this.pairColumn = roles.indexOf(this.pairLatFirst ? 'latlon' : 'lonlat');
    this.geometryColumn = roles.indexOf('geometry');
  }

  read(row: RowView): CoordinateState {
    const state = this.raw(row);
    return state === 'ok' ? this.check() : state;
  }

  /** As they stand in the file, degrees or metres, into `lon` and `lat`. */
  raw(row: RowView): Extract<CoordinateState, 'ok' | 'none' | 'half-coordinate' | 'bad-coordinate'> {
    this.exchanged = this.converted = this.words = false;
    if (row.position) this.take(row.position[0], row.position[1], this.rules.latFirst ?? false);
    else if (this.lonColumn >= 0 && this.latColumn >= 0) {
      const lonBlank = row.isBlank(this.lonColumn);
      const latBlank = row.isBlank(this.latColumn);
      if (lonBlank && latBlank) return 'none';
      if (lonBlank || latBlank) return 'half-coordinate';
      this.take(this.cell(row, this.lonColumn), this.cell(row, this.latColumn), false);
      this.words = Number.isNaN(this.lon) && Number.isNaN(this.lat) && !hasDigit(row.text(this.lonColumn)) && !hasDigit(row.text(this.latColumn));
    } else if (this.pairColumn >= 0) {
      if (row.isBlank(this.pairColumn)) return 'none';
      const pair = readWrittenPair(row.text(this.pairColumn));
      this.words = !pair && !hasDigit(row.text(this.pairColumn));
      if (!pair) return 'bad-coordinate';
      // letters and words in the cell know better than its column
      this.take(pair.first, pair.second, pair.latFirst ?? this.pairLatFirst);
    } else if (this.geometryColumn >= 0) {
      if (row.isBlank(this.geometryColumn)) return 'none';
      const point = representativePoint(readGeometry(row.text(this.geometryColumn))?.geometry);
      if (!point) return 'bad-coordinate';
      this.stands.add(point);
      this.take(point.position[0], point.position[1], this.rules.latFirst ?? false);
    } else return 'none';
    return Number.isNaN(this.lon) || Number.isNaN(this.lat) ? 'bad-coordinate' : 'ok';
  }

  private take(first: number, second: number, latFirst: boolean): void {
    this.lon = latFirst ? second : first;
    this.lat = latFirst ? first : second;
  }

  private cell(row: RowView, column: number): number {
    const value = row.number(column);
    if (!Number.isNaN(value)) return value;
    const text = row.text(column);
    const degrees = readCoordinate(text).value;
    // metres come with separators, too: 3,336,078.277
    return Number.isNaN(degrees) ? readNumber(text).value : degrees;
  }

  private check(): CoordinateState {
    const { lon: x, lat: y } = this;
    const { exchange, toDegrees } = this.rules;
    if (x === 0 && y === 0) return 'zero-zero';
    const metres = toDegrees !== undefined && !inDegrees(x, y);
    if (!this.place(x, y, metres ? toDegrees : undefined)) {
      const [lon, lat] = [this.lon, this.lat];
      if (this.place(y, x, metres ? toDegrees : undefined)) {
        if (exchange) {
          this.exchanged = true;
          this.converted = metres;
          return 'ok';
        }
        this.take(x, y, false);
        return 'swapped';
      }
      this.take(lon, lat, false);
    }
    if (!(Math.abs(this.lon) <= 180 && Math.abs(this.lat) <= 90)) return 'out-of-range';
    this.converted = metres;
    return 'ok';
  }

  /** Puts a point into `lon` and `lat`. @returns whether it lies in or near the region */
  private place(x: number, y: number, toDegrees: ToDegrees | undefined): boolean {
    const point = toDegrees?.(x, y);
    this.take(point ? point.lon : x, point ? point.lat : y, false);
    const [west, south, east, north] = this.region;
    return this.lon >= west - MARGIN && this.lon <= east + MARGIN && this.lat >= south - MARGIN && this.lat <= north + MARGIN;
  }
}
