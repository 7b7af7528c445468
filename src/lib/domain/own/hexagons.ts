import { numbersOf } from './aggregate';
import type { Figures } from './aggregate';
import type { Box } from './in-view';
import { PLACEMENTS } from './table';
import type { OwnTable } from './table';

/*
 * A hexagon grid over Web Mercator: rows are gathered in equal cells of the picture. Coordinates are those of a world
 * 512 wide with its origin in the north-west, in which a unit is a CSS px at zoom 0.
 */

export const WORLD = 512;
const EARTH_KM = 40075;

/** Web Mercator, world 512 wide, y downwards. Latitudes beyond the square world are held at its edge. */
export function toWorld(lon: number, lat: number): [x: number, y: number] {
  const sine = Math.min(Math.max(Math.sin((lat * Math.PI) / 180), -0.9999), 0.9999);
  return [(lon / 360 + 0.5) * WORLD, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD];
}

/** WGS 84 degrees of a point of the world. */
export function fromWorld(x: number, y: number): [lon: number, lat: number] {
  const north = Math.PI * (1 - (2 * y) / WORLD);
  return [(x / WORLD - 0.5) * 360, (Math.atan(Math.sinh(north)) * 180) / Math.PI];
}

/** Distance between opposite sides of a cell on the ground, km, at a latitude. @param radius centre to corner, world units */
export const cellKm = (radius: number, lat: number): number => ((radius * Math.sqrt(3)) / WORLD) * EARTH_KM * Math.cos((lat * Math.PI) / 180);

/** Radius of cells that are a set size on the screen at a zoom, world units. @param pixels centre to corner, CSS px */
export const radiusAt = (zoom: number, pixels: number): number => pixels / 2 ** zoom;

export type HexCell = Readonly<{ centre: readonly [lon: number, lat: number]; figures: Figures }>;

/** Column and row of the cell that a point is in; cells stand on a corner, odd rows are shifted right by half a cell. */
function cellAt(x: number, y: number, radius: number): [column: number, row: number] {
  const [dx, dy] = [radius * Math.sqrt(3), radius * 1.5];
  const py = y / dy;
  let row = Math.round(py);
  const px = x / dx - (row & 1) / 2;
  let column = Math.round(px);
  const slope = py - row;
  // near a slanted side, the neighbour above or below may be nearer
  if (Math.abs(slope) * 3 > 1) {
    const across = px - column;
    const column2 = column + (px < column ? -1 : 1) / 2;
    const row2 = row + (py < row ? -1 : 1);
    const [across2, slope2] = [px - column2, py - row2];
    // distances in the picture: a column is √3 radii wide, a row 1.5 radii high
    if (3 * across * across + 2.25 * slope * slope > 3 * across2 * across2 + 2.25 * slope2 * slope2) {
      column = column2 + (row & 1 ? 1 : -1) / 2;
      row = row2;
    }
  }
  return [column, row];
}

/** More rows and columns than a grid of cells of a metre has. */
const STRIDE = 2 ** 26;

/** Gathers a table's rows in cells, a stretch of rows at a time. Only rows with a point of their own: a district has no cell. */
export class HexGrid {
  readonly #table: OwnTable;
  readonly #box: Box | undefined;
  readonly #numbers: Float64Array | undefined;
  readonly #radius: number;
  readonly #index = new Map<number, number>();
  readonly #columns: number[] = [];
  readonly #lines: number[] = [];
  readonly #rows: number[] = [];
  readonly #filled: number[] = [];
  readonly #sum: number[] = [];

  /**
   * @param radius of a cell from its centre to a corner, world units
   * @param column number of a column to add up
   * @param box rows beyond it are left out
   */
  constructor(table: OwnTable, radius: number, column?: number, box?: Box) {
    this.#table = table;
    this.#box = box;
    this.#numbers = numbersOf(table, column);
    this.#radius = radius;
  }

  add(from: number, to: number): void {
    const { positions, placement, rows } = this.#table;
    const exact = PLACEMENTS.indexOf('point');
    const [west, south, east, north] = this.#box ?? [-Infinity, -Infinity, Infinity, Infinity];
    for (let row = from; row < Math.min(to, rows); row++) {
      if (placement[row] !== exact) continue;
      const lon = positions[2 * row] ?? NaN;
      const lat = positions[2 * row + 1] ?? NaN;
      // also false for NaN
      if (!(lon >= west && lon <= east && lat >= south && lat <= north)) continue;
      const [x, y] = toWorld(lon, lat);
      const cell = this.#cell(...cellAt(x, y, this.#radius));
      this.#rows[cell] = (this.#rows[cell] ?? 0) + 1;
      const value = this.#numbers?.[row];
      if (value === undefined || Number.isNaN(value)) continue;
      this.#filled[cell] = (this.#filled[cell] ?? 0) + 1;
      this.#sum[cell] = (this.#sum[cell] ?? 0) + value;
    }
  }

  #cell(column: number, line: number): number {
    const key = column * STRIDE + line;
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    const cell = this.#index.size;
    this.#index.set(key, cell);
    this.#columns.push(column);
    this.#lines.push(line);
    this.#rows.push(0);
    this.#filled.push(0);
    this.#sum.push(0);
    return cell;
  }

  get cells(): HexCell[] {
    return this.#rows.map((rows, i) => {
      const line = this.#lines[i] ?? 0;
      const x = ((this.#columns[i] ?? 0) + (line & 1) / 2) * this.#radius * Math.sqrt(3);
      return { centre: fromWorld(x, line * this.#radius * 1.5), figures: { rows, filled: this.#filled[i] ?? 0, sum: this.#sum[i] ?? 0 } };
    });
  }

  /** The cell at a point; undefined where no row is. */
  at(lon: number, lat: number): number | undefined {
    const [column, line] = cellAt(...toWorld(lon, lat), this.#radius);
    return this.#index.get(column * STRIDE + line);
  }
}
