import type { Geometry, Position } from 'geojson';

/*
 * Geometry written into a cell: well-known text with or without PostGIS's SRID, its binary form as hexadecimal digits, GeoJSON.
 */

/** `srid` is the EPSG code that stands with it. */
export type WrittenGeometry = Readonly<{ geometry: Geometry; srid?: number }>;

const WKT = /^\s*(?:SRID\s*=\s*(\d+)\s*;)?\s*((?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\s*(?:Z|M|ZM)?\s*(?:\(|EMPTY)/i;
const HEX = /^\s*(?:\\x)?0[01][0-9a-f]{16,}\s*$/i;
const JSON_TEXT = /^\s*\{.*"type"\s*:\s*"(?:Multi)?(?:Point|LineString|Polygon)|^\s*\{.*"type"\s*:\s*"(?:GeometryCollection|Feature)"/s;

/** Whether a text looks like geometry: cheap, for telling columns. */
export const looksLikeGeometry = (text: string): boolean => WKT.test(text) || HEX.test(text) || (text.length > 20 && JSON_TEXT.test(text));

const TYPES = ['Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon', 'GeometryCollection'] as const;
type Type = (typeof TYPES)[number];
const COLLECTED: Readonly<Partial<Record<Type, Type>>> = { MultiPoint: 'Point', MultiLineString: 'LineString', MultiPolygon: 'Polygon' };

/** Nested lists of numbers: (1 2, 3 4) → [[1, 2], [3, 4]]. */
class WktReader {
  private at = 0;
  constructor(private readonly text: string) {}

  private token(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return undefined;
    this.at += found[0].length;
    return found[1] ?? found[0];
  }
  private need(pattern: RegExp): string {
    const found = this.token(pattern);
    if (found === undefined) throw new SyntaxError('well-known text');
    return found;
  }
  private list<T>(item: () => T): T[] {
    if (this.token(/\s*EMPTY/iy) !== undefined) return [];
    this.need(/\s*\(/y);
    const items = [item()];
    while (this.token(/\s*,/y) !== undefined) items.push(item());
    this.need(/\s*\)/y);
    return items;
  }
  private position(): Position {
    const numbers: number[] = [];
    for (
      let next = this.need(/\s*([-+]?[\d.]+(?:e[-+]?\d+)?)/iy) as string | undefined;
      next !== undefined;
      next = this.token(/\s*([-+]?[\d.]+(?:e[-+]?\d+)?)/iy)
    )
      numbers.push(Number(next));
    return numbers.slice(0, 2);
  }
  private readonly positions = () => this.list(() => this.position());
  private readonly rings = () => this.list(this.positions);

  geometry(): Geometry {
    const name = this.need(/\s*([A-Z]+?)(?=\s*(?:Z|M|ZM)?\s*(?:\(|EMPTY))/iy).toLowerCase();
    this.token(/\s*(?:ZM|Z|M)(?=[\s(])/iy);
    const type = TYPES.find((one) => one.toLowerCase() === name);
    switch (type) {
      case 'Point':
        return { type, coordinates: this.positions()[0] ?? [] };
      case 'LineString':
        return { type, coordinates: this.positions() };
      case 'Polygon':
        return { type, coordinates: this.rings() };
      case 'MultiPoint':
        // with and without brackets around each
        return { type, coordinates: this.list(() => (this.text.slice(this.at).trimStart().startsWith('(') ? (this.positions()[0] ?? []) : this.position())) };
      case 'MultiLineString':
        return { type, coordinates: this.rings() };
      case 'MultiPolygon':
        return { type, coordinates: this.list(this.rings) };
      case 'GeometryCollection':
        return { type, geometries: this.list(() => this.geometry()) };
      case undefined:
        throw new SyntaxError('well-known text');
    }
  }
}

/** Well-known binary: ISO's and PostGIS's marks for a third and fourth number and for the code of the system. */
class WkbReader {
  private at = 0;
  srid: number | undefined;
  constructor(private readonly view: DataView) {}

  private position(little: boolean, numbers: number): Position {
    const all = Array.from({ length: numbers }, (_, i) => this.view.getFloat64(this.at + 8 * i, little));
    this.at += 8 * numbers;
    return all.slice(0, 2);
  }
  private count(little: boolean): number {
    const count = this.view.getUint32(this.at, little);
    this.at += 4;
    // each thing takes four bytes at least
    if (4 * count > this.view.byteLength) throw new RangeError('well-known binary');
    return count;
  }
  private list<T>(little: boolean, item: () => T): T[] {
    return Array.from({ length: this.count(little) }, item);
  }

  geometry(): Geometry {
    const little = this.view.getUint8(this.at) === 1;
    const code = this.view.getUint32(this.at + 1, little);
    this.at += 5;
    if ((code & 0x20000000) !== 0) {
      this.srid = this.view.getUint32(this.at, little);
      this.at += 4;
    }
    const plain = code & 0xffff;
    const iso = Math.floor(plain / 1000);
    const numbers = 2 + ((code & 0x80000000) !== 0 ? 1 : 0) + ((code & 0x40000000) !== 0 ? 1 : 0) + (iso === 3 ? 2 : iso > 0 ? 1 : 0);
    const type = TYPES[(plain % 1000) - 1];
    const position = () => this.position(little, numbers);
    const positions = () => this.list(little, position);
    if (type === 'Point') return { type, coordinates: position() };
    if (type === 'LineString') return { type, coordinates: positions() };
    if (type === 'Polygon') return { type, coordinates: this.list(little, positions) };
    if (type === undefined) throw new RangeError('well-known binary');
    const geometries = this.list(little, () => this.geometry());
    if (type === 'GeometryCollection') return { type, geometries };
    const coordinates = geometries.map((one) => {
      if (one.type !== COLLECTED[type] || !('coordinates' in one)) throw new RangeError('well-known binary');
      return one.coordinates;
    });
    return { type, coordinates } as Geometry;
  }
}

function fromHex(text: string): WrittenGeometry {
  const digits = text.trim().replace(/^\\x/i, '');
  const bytes = Uint8Array.from({ length: digits.length >> 1 }, (_, i) => parseInt(digits.slice(2 * i, 2 * i + 2), 16));
  const reader = new WkbReader(new DataView(bytes.buffer));
  const geometry = reader.geometry();
  return { geometry, ...(reader.srid ? { srid: reader.srid } : {}) };
}

function fromJson(text: string): WrittenGeometry | undefined {
  const value = JSON.parse(text) as { type?: unknown; geometry?: unknown };
  const geometry = value.type === 'Feature' ? value.geometry : value;
  return typeof geometry === 'object' && geometry !== null && 'type' in geometry ? { geometry: geometry as Geometry } : undefined;
}

/** Read a cell's geometry; undefined if it is none or is broken. */
export function readGeometry(text: string): WrittenGeometry | undefined {
  try {
    const wkt = WKT.exec(text);
    if (wkt) {
      const geometry = new WktReader(wkt[1] ? text.slice(text.indexOf(';') + 1) : text).geometry();
      return { geometry, ...(wkt[1] ? { srid: Number(wkt[1]) } : {}) };
    }
    return HEX.test(text) ? fromHex(text) : JSON_TEXT.test(text) ? fromJson(text) : undefined;
  } catch {
    return undefined;
  }
}
