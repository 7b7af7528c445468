import { classOf } from '../table/choropleth';
import type { Gathered } from '../table/pick';
import type { HexCell } from '../table/hexagons';
import { PLACEMENTS } from '../table/table';
import type { OwnTable, Placement } from '../table/table';
import type { MapTokens } from '#lib/design/tokens/tokens';
import { mixColours, parseColour, withAlpha } from '#lib/map/layers/colour';
import type { Rgba } from '#lib/map/layers/colour';
import type { RowDrawing, RowHexagons, RowPoints, RowRing } from '#lib/map/rows/drawing';

/* A reader's own rows as the map draws them. */

/** A map for own rows on which there are none yet. */
export const nothingDrawn = (tokens: MapTokens): RowDrawing => ({ layers: [], colours: { mark: parseColour(tokens.brand), halo: parseColour(tokens.halo) } });

/** Shades from faint to a full colour, one for each class. */
export function ramp(tokens: MapTokens, colour: Rgba, classes: number): Rgba[] {
  const [faint, full, ink] = [parseColour(tokens.land), colour, parseColour(tokens.label)];
  return Array.from({ length: classes }, (_, i) => {
    const share = classes === 1 ? 0.75 : i / (classes - 1);
    // the last step goes on towards the ink: more room between the shades than paper to the colour alone has
    return share <= 0.75 ? mixColours(faint, full, 0.3 + share * (0.7 / 0.75)) : mixColours(full, ink, (share - 0.75) * 2);
  });
}

const flatPositions = new WeakMap<OwnTable, Float32Array>();

/** Positions for drawing: single precision is some 0.8 m here, less than a pixel at the deepest zoom. Made once for a table. */
function drawnPositions(table: OwnTable): Float32Array {
  const known = flatPositions.get(table);
  if (known) return known;
  const made = new Float32Array(table.positions);
  const exact = PLACEMENTS.indexOf('point');
  // rows without a point of their own are drawn as rings: here they are put where nobody looks
  for (let row = 0; row < table.rows; row++) if (table.placement[row] !== exact) made.fill(NOWHERE, 2 * row, 2 * row + 2);
  flatPositions.set(table, made);
  return made;
}
const NOWHERE = -89;

const only = (values: Float64Array, rows: Uint32Array | undefined): Float64Array => (rows ? Float64Array.from(rows, (row) => values[row] ?? NaN) : values);

function positionsOf({ positions }: OwnTable, rows: Uint32Array): Float32Array {
  const made = new Float32Array(2 * rows.length);
  rows.forEach((row, i) => {
    made[2 * i] = positions[2 * row] ?? NaN;
    made[2 * i + 1] = positions[2 * row + 1] ?? NaN;
  });
  return made;
}

export type PointStyle = Readonly<{
  /** the layer's own */
  colour: Rgba;
  /** values that colour the points, NaN for blanks; undefined: one colour */
  colourBy?: Float64Array | undefined;
  /** lower bounds of the classes above the first, see table/choropleth */
  breaks?: readonly number[] | undefined;
  /** values that size the points: area in proportion */
  sizeBy?: Float64Array | undefined;
  /** draw these rows only; each of them has a point of its own */
  rows?: Uint32Array | undefined;
}>;

/** Largest and smallest point, CSS px. */
const SIZES = { least: 2, most: 16, usual: 4 } as const;
/** From here on points crowd: smaller, and without a halo. */
const CROWD = 20_000;

/** Points of a table, of one colour or coloured by a number. */
export function ownPoints(table: OwnTable, style: PointStyle, tokens: MapTokens): RowPoints {
  const { colour, colourBy, breaks = [], sizeBy, rows } = style;
  const base = withAlpha(colour, 0.85);
  const crowded = table.rows > CROWD;
  const colours = colourBy && classColours(only(colourBy, rows), breaks, ramp(tokens, colour, breaks.length + 1), withAlpha(base, 0.35));
  return {
    data: {
      length: rows?.length ?? table.rows,
      attributes: {
        getPosition: { value: rows ? positionsOf(table, rows) : drawnPositions(table), size: 2 },
        ...(colours ? { getFillColor: { value: colours, size: 4, normalized: true } } : {}),
        ...(sizeBy ? { getRadius: { value: radii(only(sizeBy, rows), greatestOf(sizeBy)), size: 1 } } : {})
      }
    },
    colour: base,
    radius: crowded ? 2.2 : SIZES.usual,
    halo: crowded ? undefined : parseColour(tokens.halo)
  };
}

/** One colour for each value's class. Written as whole pixels: a million rows take a few milliseconds. */
function classColours(values: Float64Array, breaks: readonly number[], colours: readonly Rgba[], blank: Rgba): Uint8Array {
  const made = new Uint8Array(4 * values.length);
  const pixels = new Uint32Array(made.buffer);
  const pixel = (colour: Rgba) => new Uint32Array(Uint8Array.from(colour).buffer)[0] ?? 0;
  const [ofBlank, ofClass] = [pixel(blank), Uint32Array.from(colours, pixel)];
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    pixels[row] = Number.isNaN(value) ? ofBlank : (ofClass[classOf(breaks, value)] ?? ofBlank);
  }
  return made;
}

function greatestOf(values: Float64Array): number {
  let greatest = 0;
  for (const value of values) if (value > greatest) greatest = value;
  return greatest;
}

/** Areas in proportion to the values; blanks and what is not positive are smallest. */
function radii(values: Float64Array, greatest: number): Float32Array {
  const made = new Float32Array(values.length).fill(SIZES.least);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN;
    if (value > 0) made[row] = Math.max(SIZES.least, SIZES.most * Math.sqrt(value / greatest));
  }
  return made;
}

/** How wide a ring is at least, CSS px: the less is known, the wider. */
const RING: Readonly<Record<Placement, number>> = { point: 4, place: 7, county: 10, prefecture: 14, address: 10 };
/** A ring grows by at most this with the rows that it stands for. */
const RING_GROWTH = 12;

/** Hollow rings for rows without a point of their own. */
export function ownRings(spots: readonly Gathered[], colour: Rgba, tokens: MapTokens): RowRing[] {
  const halo = parseColour(tokens.halo);
  const most = Math.max(1, ...spots.map(({ rows }) => rows));
  return spots.map(({ position, placement, rows }) => ({
    position,
    radius: RING[PLACEMENTS[placement] ?? 'county'] + RING_GROWTH * Math.sqrt(rows / most) * (most > 1 ? 1 : 0),
    colour,
    halo
  }));
}

/** Cells of a grid by their classes. @param classes by a cell's number; a cell without one is not drawn @param shades of the classes */
export function ownHexagons(cells: readonly HexCell[], classes: ReadonlyMap<string, number>, radius: number, shades: readonly Rgba[]): RowHexagons {
  const positions = new Float32Array(2 * classes.size);
  const colours = new Uint8Array(4 * classes.size);
  let at = 0;
  for (const [id, index] of classes) {
    positions.set(cells[Number(id)]?.centre ?? [0, 0], 2 * at);
    colours.set(withAlpha(shades[index] ?? [0, 0, 0, 0], 0.86), 4 * at);
    at += 1;
  }
  const attributes = { getPosition: { value: positions, size: 2 }, getFillColor: { value: colours, size: 4, normalized: true } } as const;
  return { data: { length: classes.size, attributes }, radius };
}
