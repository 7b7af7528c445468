import type { ColumnRole } from '../table/guess';
import { readCoordinate, readWrittenPair } from '../table/notation';
import type { RejectReason } from '../table/table';
import type { RowView } from './row-view';

/** What is wrong with a row's coordinates; 'ok', and 'none' where the cells are blank. */
export type CoordinateState = 'ok' | 'none' | Extract<RejectReason, 'half-coordinate' | 'bad-coordinate' | 'zero-zero' | 'out-of-range' | 'swapped'>;

/** Degrees around the region within which exchanged coordinates are believed. Ours. */
const MARGIN = 1;

/** Reads the coordinates of one row after the other into `lon` and `lat`, degrees in the file's datum. */
export class CoordinateReader {
  lon = NaN;
  lat = NaN;
  /** the row's coordinates were exchanged */
  exchanged = false;
  private readonly lonColumn: number;
  private readonly latColumn: number;
  private readonly pairColumn: number;
  private readonly pairLatFirst: boolean;

  constructor(
    roles: readonly ColumnRole[],
    private readonly region: readonly [number, number, number, number],
    private readonly exchange: boolean
  ) {
    this.lonColumn = roles.indexOf('lon');
    this.latColumn = roles.indexOf('lat');
    this.pairLatFirst = !roles.includes('lonlat');
    this.pairColumn = roles.indexOf(this.pairLatFirst ? 'latlon' : 'lonlat');
  }

  read(row: RowView): CoordinateState {
    this.exchanged = false;
    if (row.position) {
      this.lon = row.position[0];
      this.lat = row.position[1];
    } else if (this.lonColumn >= 0 && this.latColumn >= 0) {
      const lonBlank = row.isBlank(this.lonColumn);
      const latBlank = row.isBlank(this.latColumn);
      if (lonBlank && latBlank) return 'none';
      if (lonBlank || latBlank) return 'half-coordinate';
      this.lon = this.cell(row, this.lonColumn);
      this.lat = this.cell(row, this.latColumn);
    } else if (this.pairColumn >= 0) {
      if (row.isBlank(this.pairColumn)) return 'none';
      const pair = readWrittenPair(row.text(this.pairColumn));
      if (!pair) return 'bad-coordinate';
      // letters and words in the cell know better than its column
      const latFirst = pair.latFirst ?? this.pairLatFirst;
      this.lon = latFirst ? pair.second : pair.first;
      this.lat = latFirst ? pair.first : pair.second;
    } else return 'none';
    return this.check();
  }

  private cell(row: RowView, column: number): number {
    const value = row.number(column);
    return Number.isNaN(value) ? readCoordinate(row.text(column)).value : value;
  }

  private check(): CoordinateState {
    const { lon, lat } = this;
    if (Number.isNaN(lon) || Number.isNaN(lat)) return 'bad-coordinate';
    if (lon === 0 && lat === 0) return 'zero-zero';
    if (!this.near(lon, lat) && this.near(lat, lon)) {
      if (!this.exchange) return 'swapped';
      this.lon = lat;
      this.lat = lon;
      this.exchanged = true;
      return 'ok';
    }
    return Math.abs(lon) > 180 || Math.abs(lat) > 90 ? 'out-of-range' : 'ok';
  }

  private near(lon: number, lat: number): boolean {
    const [west, south, east, north] = this.region;
    return lon >= west - MARGIN && lon <= east + MARGIN && lat >= south - MARGIN && lat <= north + MARGIN;
  }
}
