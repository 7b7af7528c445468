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

const SQRT3 = Math.sqrt(3);

const worldX = (lon: number): number => (lon / 360 + 0.5) * WORLD;

function worldY(lat: number): number {
  const sine = Math.min(Math.max(Math.sin((lat * Math.PI) / 180), -0.9999), 0.9999);
  return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD;
}

/** Web Mercator, world 512 wide, y downwards. Latitudes beyond the square world are held at its edge. */
export const toWorld = (lon: number, lat: number): [x: number, y: number] => [worldX(lon), worldY(lat)];

/** WGS 84 degrees of a point of the world. */
export function fromWorld(x: number, y: number): [lon: number, lat: number] {
  const north = Math.PI * (1 - (2 * y) / WORLD);
  return [(x / WORLD - 0.5) * 360, (Math.atan(Math.sinh(north)) * 180) / Math.PI];
}

/** Distance between opposite sides of a cell on the ground, km, at a latitude. @param radius centre to corner, world units */
export const cellKm = (radius: number, lat: number): number => ((radius * SQRT3) / WORLD) * EARTH_KM * Math.cos((lat * Math.PI) / 180);

/** Radius of cells that are a set size on the screen at a zoom, world units. @param pixels centre to corner, CSS px */
export const radiusAt = (zoom: number, pixels: number): number => pixels / 2 ** zoom;

export type HexCell = Readonly<{ centre: readonly [lon: number, lat: number]; figures: Figures }>;

/** Column and row of the cell that a point is in; cells stand on a corner, odd rows are shifted right by half a cell. One object for all rows. */
class Spot {
  column = 0;
  line = 0;

  set(x: number, y: number, radius: number): void {
    const py = y / (radius * 1.5);
    let line = Math.round(py);
    const px = x / (radius * SQRT3) - (line & 1) / 2;
    let column = Math.round(px);
    const slope = py - line;
    // near a slanted side, the neighbour above or below may be nearer
    if (Math.abs(slope) * 3 > 1) {
      const across = px - column;
      const column2 = column + (px < column ? -1 : 1) / 2;
      const line2 = line + (py < line ? -1 : 1);
      const across2 = px - column2;
      const slope2 = py - line2;
      // distances in the picture: a column is √3 radii wide, a row 1.5 radii high
      if (3 * across * across + 2.25 * slope * slope > 3 * across2 * across2 + 2.25 * slope2 * slope2) {
        column = column2 + (line & 1 ? 1 : -1) / 2;
        line = line2;
      }
    }
    this.column = column;
    this.line = line;
  }
}

/** Numbers cells as they come, from 0: column and line → number by open addressing, for a million look-ups in a Map take longer than all the rest. */
class CellNumbers {
  readonly columns: number[] = [];
  readonly lines: number[] = [];
  /** number + 1 by hash; 0 = free */
  #slots = new Int32Array(1 << 12);

  /** The slot of a cell, or the free one where it belongs. */
  #slot(column: number, line: number): number {
    const mask = this.#slots.length - 1;
    let hash = Math.imul(column, 0x9e3779b1) ^ Math.imul(line, 0x85ebca6b);
    hash ^= hash >>> 15;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const cell = (this.#slots[slot] as number) - 1;
      if (cell < 0 || (this.columns[cell] === column && this.lines[cell] === line)) return slot;
    }
  }

  find(column: number, line: number): number | undefined {
    const cell = (this.#slots[this.#slot(column, line)] as number) - 1;
    return cell < 0 ? undefined : cell;
  }

  /** @returns its number, a new one if it is new: then `lines` has grown */
  number(column: number, line: number): number {
    const slot = this.#slot(column, line);
    const known = (this.#slots[slot] as number) - 1;
    if (known >= 0) return known;
    this.columns.push(column);
    const size = this.lines.push(line);
    this.#slots[slot] = size;
    if (2 * size > this.#slots.length) this.#widen();
    return size - 1;
  }

  #widen(): void {
    this.#slots = new Int32Array(4 * this.#slots.length);
    for (let cell = 0; cell < this.lines.length; cell++) this.#slots[this.#slot(this.columns[cell] as number, this.lines[cell] as number)] = cell + 1;
  }
}

/** Gathers a table's rows in cells, a stretch of rows at a time. Only rows with a point of their own: a district has no cell. */
export class HexGrid {
  readonly #table: OwnTable;
  readonly #box: Box | undefined;
  readonly #numbers: Float64Array | undefined;
  readonly #radius: number;
  readonly #spot = new Spot();
  readonly #numbered = new CellNumbers();
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
      this.#spot.set(worldX(lon), worldY(lat), this.#radius);
      const cell = this.#numbered.number(this.#spot.column, this.#spot.line);
      this.#rows[cell] = (this.#rows[cell] ?? 0) + 1;
      const value = this.#numbers?.[row];
      if (value === undefined || Number.isNaN(value)) continue;
      this.#filled[cell] = (this.#filled[cell] ?? 0) + 1;
      this.#sum[cell] = (this.#sum[cell] ?? 0) + value;
    }
  }

  get cells(): HexCell[] {
    return this.#rows.map((rows, i) => {
      const line = this.#numbered.lines[i] ?? 0;
      const x = ((this.#numbered.columns[i] ?? 0) + (line & 1) / 2) * this.#radius * SQRT3;
      return { centre: fromWorld(x, line * this.#radius * 1.5), figures: { rows, filled: this.#filled[i] ?? 0, sum: this.#sum[i] ?? 0 } };
    });
  }

  /** The cell at a point; undefined where no row is. */
  at(lon: number, lat: number): number | undefined {
    this.#spot.set(worldX(lon), worldY(lat), this.#radius);
    return this.#numbered.find(this.#spot.column, this.#spot.line);
  }
}
