import { PLACEMENTS } from './table';
import type { OwnTable } from './table';

/** Rows at a place: the nearest first in `row`, and every row that is drawn at the same spot, at most `MOST_LISTED`. */
export type Picked = Readonly<{ row: number; same: readonly number[]; sameCount: number }>;

/** Rows of one spot that can be leafed through. */
const MOST_LISTED = 200;

/**
 * The row drawn nearest to a point of the map, within reach. One pass over flat numbers: a million rows take a few
 * milliseconds, and no index need be kept.
 * @param reach km on the ground
 */
export function pickRow(table: Pick<OwnTable, 'positions' | 'rows'>, lon: number, lat: number, reach: number): Picked | undefined {
  const { positions, rows } = table;
  // degrees of latitude, and of longitude made comparable
  const narrow = Math.cos((lat * Math.PI) / 180);
  const least = (reach / 111.2) ** 2;
  let best = -1;
  let nearest = least;
  for (let row = 0; row < rows; row++) {
    const dy = (positions[2 * row + 1] ?? NaN) - lat;
    const dx = ((positions[2 * row] ?? NaN) - lon) * narrow;
    const distance = dx * dx + dy * dy;
    if (distance < nearest) {
      nearest = distance;
      best = row;
    }
  }
  if (best < 0) return undefined;
  const [x, y] = [positions[2 * best], positions[2 * best + 1]];
  const same: number[] = [];
  let sameCount = 0;
  for (let row = 0; row < rows; row++) {
    if (positions[2 * row] !== x || positions[2 * row + 1] !== y) continue;
    sameCount += 1;
    if (same.length < MOST_LISTED) same.push(row);
  }
  return { row: best, same, sameCount };
}

/** Rows that have no point of their own, gathered where they are drawn. `placement` is an index into PLACEMENTS. */
export type Gathered = Readonly<{ position: readonly [lon: number, lat: number]; placement: number; rows: number }>;

/** Where a table's rows are. */
export type Whereabouts = Readonly<{
  /** spots of rows that are known by place, district or city only */
  spots: readonly Gathered[];
  /** rows by how they are placed, in the order of PLACEMENTS */
  placed: readonly number[];
  /** what rows in the region lie in, [west, south, east, north] in degrees; undefined where there are none */
  box: readonly [number, number, number, number] | undefined;
}>;

const EXACT = PLACEMENTS.indexOf('point');
const CITY_ONLY = PLACEMENTS.indexOf('prefecture');

/** Finds out where rows are, a stretch of rows at a time. */
export class WhereaboutsTally {
  readonly #table: Pick<OwnTable, 'positions' | 'placement' | 'county' | 'rows'>;
  readonly #spots: { position: readonly [number, number]; placement: number; rows: number }[] = [];
  /** by placement, longitude and latitude */
  readonly #index: readonly Map<number, Map<number, number>>[] = PLACEMENTS.map(() => new Map());
  readonly #placed = PLACEMENTS.map(() => 0);
  #west = Infinity;
  #south = Infinity;
  #east = -Infinity;
  #north = -Infinity;

  constructor(table: Pick<OwnTable, 'positions' | 'placement' | 'county' | 'rows'>) {
    this.#table = table;
  }

  add(from: number, to: number): void {
    const { positions, placement, county, rows } = this.#table;
    for (let row = from; row < Math.min(to, rows); row++) {
      const kind = placement[row] ?? EXACT;
      this.#placed[kind] = (this.#placed[kind] ?? 0) + 1;
      const [lon, lat] = [positions[2 * row] ?? NaN, positions[2 * row + 1] ?? NaN];
      if (Number.isNaN(lon) || Number.isNaN(lat)) continue;
      if (county[row] !== 0 || kind === CITY_ONLY) this.#widen(lon, lat);
      if (kind !== EXACT) this.#gather(kind, lon, lat);
    }
  }

  #widen(lon: number, lat: number): void {
    if (lon < this.#west) this.#west = lon;
    if (lon > this.#east) this.#east = lon;
    if (lat < this.#south) this.#south = lat;
    if (lat > this.#north) this.#north = lat;
  }

  #gather(kind: number, lon: number, lat: number): void {
    const column = this.#index[kind]?.get(lon) ?? new Map<number, number>();
    this.#index[kind]?.set(lon, column);
    const spot = this.#spots[column.get(lat) ?? -1];
    if (spot) spot.rows += 1;
    else column.set(lat, this.#spots.push({ position: [lon, lat], placement: kind, rows: 1 }) - 1);
  }

  get result(): Whereabouts {
    const box = this.#west <= this.#east ? ([this.#west, this.#south, this.#east, this.#north] as const) : undefined;
    return { spots: this.#spots, placed: this.#placed, box };
  }
}
