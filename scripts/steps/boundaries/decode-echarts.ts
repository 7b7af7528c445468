import type { Position } from 'geojson';
import type { Area } from './unit';

/** Units of the encoding: 1/1024 degree, about 100 m. */
const GRID = 1024;

/** A geometry as the base package stores it: rings are strings of zigzag deltas, or plain coordinates. */
export interface EncodedGeometry {
  type: 'Polygon' | 'MultiPolygon';
  coordinates: unknown;
  encodeOffsets?: unknown;
  /** A few features carry their code here instead of on the feature. */
  id?: string;
}

/**
 * Decodes ECharts' “UTF8Encoding” of one ring: pairs of characters, each 64 + zigzag delta, in 1/1024 degree,
 * starting at `offset` (in the same units). Vertices that repeat their predecessor are dropped, the ring is closed.
 * The format is read as in ECharts' own parseGeoJson. Returns [longitude, latitude] in degrees.
 */
export function decodeRing(text: string, offset: readonly [number, number]): Position[] {
  if (text.length % 2 !== 0) throw new Error(`an encoded ring has ${text.length} characters; they come in pairs`);
  let [x, y] = offset;
  const ring: Position[] = [];
  for (let index = 0; index < text.length; index += 2) {
    const dx = zigzag(text.charCodeAt(index) - 64);
    const dy = zigzag(text.charCodeAt(index + 1) - 64);
    if (index > 0 && dx === 0 && dy === 0) continue;
    x += dx;
    y += dy;
    ring.push([x / GRID, y / GRID]);
  }
  return closed(ring);
}

/** Decodes a whole geometry; plain coordinates pass through, de-duplicated and closed alike. Rings without area are dropped. */
export function decodeGeometry(geometry: EncodedGeometry): Area {
  const polygons =
    geometry.type === 'Polygon'
      ? [decodePolygon(geometry.coordinates, geometry.encodeOffsets)]
      : (geometry.coordinates as unknown[]).map((polygon, index) => decodePolygon(polygon, (geometry.encodeOffsets as unknown[] | undefined)?.[index]));
  const solid = polygons.filter((polygon) => polygon.length > 0);
  const [first] = solid;
  return solid.length === 1 && first ? { type: 'Polygon', coordinates: first } : { type: 'MultiPolygon', coordinates: solid };
}

function decodePolygon(rings: unknown, offsets: unknown): Position[][] {
  const decoded = (rings as unknown[]).map((ring, index) =>
    typeof ring === 'string' ? decodeRing(ring, (offsets as [number, number][])[index] ?? [0, 0]) : closed(withoutRepeats(ring as Position[]))
  );
  // without its outer ring a polygon is nothing
  return (decoded[0]?.length ?? 0) < 4 ? [] : decoded.filter((ring) => ring.length >= 4);
}

function zigzag(value: number): number {
  return (value >> 1) ^ -(value & 1);
}

function withoutRepeats(ring: readonly Position[]): Position[] {
  return ring.filter((point, index) => {
    const before = ring[index - 1];
    return before === undefined || point[0] !== before[0] || point[1] !== before[1];
  });
}

function closed(ring: Position[]): Position[] {
  const first = ring[0];
  const last = ring.at(-1);
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push([...first]);
  return ring;
}
