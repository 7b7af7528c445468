/*
 * Which county is a point in? For a million points: a raster answers inside a county at once; near borders the edges of one
 * narrow band of latitude are counted (even-odd). Shared borders give exactly one county: both sides cut the same edge alike.
 */

/** Areas as GeoJSON has them; anything with rings will do. */
export type AreaFeature = Readonly<{
  properties: Readonly<{ adcode: string }>;
  geometry: Readonly<
    | { type: 'Polygon'; coordinates: readonly (readonly (readonly number[])[])[] }
    | { type: 'MultiPolygon'; coordinates: readonly (readonly (readonly (readonly number[])[])[])[] }
  >;
}>;

export type CountyIndex = Readonly<{
  adcodes: readonly string[];
  /** place in `adcodes` + 1; 0 = in none */
  countyAt: (lon: number, lat: number) => number;
  /** [west, south, east, north] of all areas, degrees */
  bbox: readonly [number, number, number, number];
}>;

/** Cells along the longer side: some 500 m for a province. */
const CELLS = 1024;
/** Cells hold a county's place + 1, or one of these. A byte each where there are few counties, for the raster lives beside a million rows. */
const NARROW = { kind: Uint8Array, border: 0xff, unknown: 0xfe } as const;
const WIDE = { kind: Uint16Array, border: 0xffff, unknown: 0xfffe } as const;
type Raster = Uint8Array | Uint16Array;

/** Edges sorted into bands of latitude: band b has edges[first[b] … first[b + 1]), each x1 y1 x2 y2 with y1 < y2. */
type Bands = Readonly<{ first: Uint32Array; edges: Float64Array; owner: Uint16Array }>;

function edgesOf(areas: readonly AreaFeature[]): { edges: number[]; owner: number[] } {
  const edges: number[] = [];
  const owner: number[] = [];
  areas.forEach(({ geometry }, county) => {
    for (const polygon of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) {
      for (const ring of polygon) {
        for (let i = 1; i < ring.length; i++) {
          const [x1 = NaN, y1 = NaN] = ring[i - 1] ?? [];
          const [x2 = NaN, y2 = NaN] = ring[i] ?? [];
          if (y1 < y2) edges.push(x1, y1, x2, y2);
          else edges.push(x2, y2, x1, y1);
          owner.push(county);
        }
      }
    }
  });
  return { edges, owner };
}

function bandsOf(edges: readonly number[], owner: readonly number[], south: number, cell: number, rows: number): Bands {
  const band = (y: number) => Math.min(rows - 1, Math.max(0, Math.floor((y - south) / cell)));
  const first = new Uint32Array(rows + 1);
  const each = (visit: (edge: number, row: number) => void) => {
    for (let e = 0; e < owner.length; e++) for (let row = band(edges[4 * e + 1] ?? 0); row <= band(edges[4 * e + 3] ?? 0); row++) visit(e, row);
  };
  each((_, row) => void (first[row + 1] = (first[row + 1] as number) + 1));
  for (let row = 0; row < rows; row++) first[row + 1] = (first[row + 1] as number) + (first[row] as number);
  const next = first.slice();
  const total = first[rows] as number;
  const bands = { first, edges: new Float64Array(4 * total), owner: new Uint16Array(total) };
  each((edge, row) => {
    const at = next[row] as number;
    next[row] = at + 1;
    for (let k = 0; k < 4; k++) bands.edges[4 * at + k] = edges[4 * edge + k] ?? 0;
    bands.owner[at] = owner[edge] ?? 0;
  });
  return bands;
}

/** Mark the cells that edges pass through, and their neighbours in the row to be safe against rounding. */
function markBorders(raster: Raster, border: number, { first, edges }: Bands, west: number, south: number, cell: number, columns: number, rows: number): void {
  for (let row = 0; row < rows; row++) {
    const low = south + row * cell;
    for (let e = first[row] as number; e < (first[row + 1] as number); e++) {
      const [x1, y1, x2, y2] = [edges[4 * e] as number, edges[4 * e + 1] as number, edges[4 * e + 2] as number, edges[4 * e + 3] as number];
      const slope = y2 > y1 ? (x2 - x1) / (y2 - y1) : 0;
      const a = y2 > y1 ? x1 + slope * (Math.max(low, y1) - y1) : x1;
      const b = y2 > y1 ? x1 + slope * (Math.min(low + cell, y2) - y1) : x2;
      const left = Math.max(0, Math.floor((Math.min(a, b) - west) / cell - 1e-6));
      const right = Math.min(columns - 1, Math.floor((Math.max(a, b) - west) / cell + 1e-6));
      raster.fill(border, row * columns + left, row * columns + right + 1);
    }
  }
}

/** Index areas that do not overlap. Takes some 50 ms for the 90 counties of a province. */
export function buildCountyIndex(areas: readonly AreaFeature[]): CountyIndex {
  const adcodes = areas.map(({ properties }) => properties.adcode);
  const { edges, owner } = edgesOf(areas);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < edges.length; i += 2) {
    west = Math.min(west, edges[i] as number);
    east = Math.max(east, edges[i] as number);
    south = Math.min(south, edges[i + 1] as number);
    north = Math.max(north, edges[i + 1] as number);
  }
  if (owner.length === 0) return { adcodes, countyAt: () => 0, bbox: [0, 0, 0, 0] };
  const cell = Math.max(east - west, north - south, 1e-9) / CELLS;
  const columns = Math.floor((east - west) / cell) + 1;
  const rows = Math.floor((north - south) / cell) + 1;
  const bands = bandsOf(edges, owner, south, cell, rows);
  const { kind, border, unknown } = areas.length < NARROW.unknown ? NARROW : WIDE;
  const raster: Raster = new kind(columns * rows).fill(unknown);
  markBorders(raster, border, bands, west, south, cell, columns, rows);

  const odd = new Uint8Array(areas.length);
  const exactly = (lon: number, lat: number, row: number): number => {
    odd.fill(0);
    const end = bands.first[row + 1] as number;
    for (let e = bands.first[row] as number; e < end; e++) {
      const y1 = bands.edges[4 * e + 1] as number;
      const y2 = bands.edges[4 * e + 3] as number;
      if (lat < y1 || lat >= y2) continue;
      const x1 = bands.edges[4 * e] as number;
      if (lon < x1 + ((lat - y1) / (y2 - y1)) * ((bands.edges[4 * e + 2] as number) - x1)) {
        const county = bands.owner[e] as number;
        odd[county] = 1 - (odd[county] as number);
      }
    }
    return odd.indexOf(1) + 1;
  };
  // cells beside each other without a border between them are in one county
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      if (raster[at] !== unknown) continue;
      const before = column > 0 ? (raster[at - 1] as number) : border;
      const below = row > 0 ? (raster[at - columns] as number) : border;
      raster[at] = before !== border ? before : below !== border ? below : exactly(west + (column + 0.5) * cell, south + (row + 0.5) * cell, row);
    }
  }
  const countyAt = (lon: number, lat: number): number => {
    // also false for NaN
    if (!(lon >= west && lon <= east && lat >= south && lat <= north)) return 0;
    const row = Math.floor((lat - south) / cell);
    const found = raster[row * columns + Math.floor((lon - west) / cell)] as number;
    return found === border ? exactly(lon, lat, row) : found;
  };
  return { adcodes, countyAt, bbox: [west, south, east, north] };
}
