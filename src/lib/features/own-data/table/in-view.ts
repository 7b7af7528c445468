import { PLACEMENTS } from './table';
import type { OwnTable } from './table';

/* Which rows a stretch of the map shows: of a large table only those are drawn one by one, and only where they do not crowd. */

/** [west, south, east, north], WGS 84 degrees */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** More rows than this on one map cover each other, and are slow to draw. */
export const CROWD = 30_000;

/** A box that reaches further on every side by a share of its width or height, so that small movements stay inside. */
export function widened([west, south, east, north]: Box, share: number): Box {
  const [x, y] = [(east - west) * share, (north - south) * share];
  return [west - x, south - y, east + x, north + y];
}

/** Whether one box lies in another. */
export const holds = (outer: Box, inner: Box): boolean => inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];

const EXACT = PLACEMENTS.indexOf('point');

/** Finds the rows whose own point lies in a box, a stretch of rows at a time: one pass over flat numbers, so no index need be kept. */
export class RowsInBox {
  /** how many there are */
  count = 0;
  readonly #table: Pick<OwnTable, 'positions' | 'placement' | 'rows'>;
  readonly #box: Box;
  readonly #most: number;
  readonly #rows: number[] = [];

  /** @param most more rows than this are counted, but not listed */
  constructor(table: Pick<OwnTable, 'positions' | 'placement' | 'rows'>, box: Box, most: number) {
    this.#table = table;
    this.#box = box;
    this.#most = most;
  }

  add(from: number, to: number): void {
    const { positions, placement, rows } = this.#table;
    const [west, south, east, north] = this.#box;
    for (let row = from; row < Math.min(to, rows); row++) {
      const lon = positions[2 * row] ?? NaN;
      const lat = positions[2 * row + 1] ?? NaN;
      // also false for NaN
      if (!(lon >= west && lon <= east && lat >= south && lat <= north) || placement[row] !== EXACT) continue;
      this.count += 1;
      if (this.count <= this.#most) this.#rows.push(row);
    }
  }

  /** Numbers of the rows, ascending; undefined where there are too many. */
  get rows(): Uint32Array | undefined {
    return this.count > this.#most ? undefined : Uint32Array.from(this.#rows);
  }
}
