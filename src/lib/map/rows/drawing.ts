import type { Rgba } from '../layers/colour';

/* What the map can draw of rows that a reader brings, as flat numbers that the graphics card takes as they are. */

/** Attributes of points: positions in WGS 84 degrees, colours red-green-blue-alpha, radii in CSS px. One object for one upload. */
export type BinaryData = Readonly<{
  length: number;
  attributes: Readonly<{
    getPosition: Readonly<{ value: Float32Array; size: 2 }>;
    getFillColor?: Readonly<{ value: Uint8Array; size: 4; normalized: true }>;
    getRadius?: Readonly<{ value: Float32Array; size: 1 }>;
  }>;
}>;

export type RowPoints = Readonly<{ data: BinaryData; /** where rows have none of their own */ colour: Rgba; radius: number; halo: Rgba | undefined }>;
/** Rows known by place, district or city only: hollow, at the spot that stands for it. Radius in CSS px. */
export type RowRing = Readonly<{ position: readonly [number, number]; radius: number; colour: Rgba; halo: Rgba }>;
/** Cells of a hexagon grid. @property radius centre to corner in world units */
export type RowHexagons = Readonly<{ data: BinaryData; radius: number }>;
/** CSS colours of units or zones by id; what is not listed is left clear. */
export type UnitShades = Readonly<{ source: 'counties' | 'zones'; colours: ReadonlyMap<string, string> }>;

/** What is drawn of one table. @property id keeps what has been sent to the graphics card from one drawing to the next */
export type RowLayer = Readonly<{ id: string; points?: RowPoints | undefined; hexagons?: RowHexagons | undefined; rings: readonly RowRing[] }>;

export type RowDrawing = Readonly<{
  /** from the ground up */
  layers: readonly RowLayer[];
  /** districts and zones have one fill each, whatever the number of tables */
  shades?: UnitShades | undefined;
  /** the row that the reader looks at */
  marked?: readonly [number, number] | undefined;
  colours: Readonly<{ mark: Rgba; halo: Rgba }>;
}>;
