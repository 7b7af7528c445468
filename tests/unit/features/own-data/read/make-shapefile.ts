import { zipSync } from 'fflate';

/* A small Shapefile of points with a dBASE table of texts and one number, after ESRI's description of July 1998. */

type Row = Readonly<{ x: number; y: number; text: Uint8Array; value: number }>;

function shp(rows: readonly Row[]): Uint8Array {
  const bytes = new Uint8Array(100 + 28 * rows.length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, bytes.length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, 1, true);
  rows.forEach(({ x, y }, i) => {
    const at = 100 + 28 * i;
    view.setInt32(at, i + 1);
    view.setInt32(at + 4, 10);
    view.setInt32(at + 8, 1, true);
    view.setFloat64(at + 12, x, true);
    view.setFloat64(at + 20, y, true);
  });
  return bytes;
}

function dbf(rows: readonly Row[], languageDriver: number): Uint8Array {
  const [textLength, numberLength] = [20, 10];
  const recordLength = 1 + textLength + numberLength;
  const headerLength = 32 + 2 * 32 + 1;
  const bytes = new Uint8Array(headerLength + recordLength * rows.length + 1).fill(32);
  bytes.fill(0, 0, headerLength);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 3);
  view.setUint32(4, rows.length, true);
  view.setUint16(8, headerLength, true);
  view.setUint16(10, recordLength, true);
  view.setUint8(29, languageDriver);
  [
    ['name', 'C', textLength],
    ['value', 'N', numberLength]
  ].forEach(([name, type, length], i) => {
    bytes.set(new TextEncoder().encode(String(name)), 32 + 32 * i);
    view.setUint8(32 + 32 * i + 11, String(type).charCodeAt(0));
    view.setUint8(32 + 32 * i + 16, Number(length));
  });
  view.setUint8(headerLength - 1, 13);
  rows.forEach(({ text, value }, i) => {
    const at = headerLength + recordLength * i;
    bytes.set(text.subarray(0, textLength), at + 1);
    bytes.set(new TextEncoder().encode(String(value).padStart(numberLength)), at + 1 + textLength);
  });
  return bytes;
}

/** A zip of several layers by their names; each may have a `.prj`. */
export function makeLayers(layers: Readonly<Record<string, Readonly<{ rows: readonly Row[]; prj?: string }>>>): Uint8Array {
  const parts = Object.entries(layers).flatMap(([name, { rows, prj }]) => [
    [`${name}.shp`, shp(rows)] as const,
    [`${name}.dbf`, dbf(rows, 0)] as const,
    ...(prj === undefined ? [] : [[`${name}.prj`, new TextEncoder().encode(prj)] as const])
  ]);
  return zipSync(Object.fromEntries(parts));
}

/** A zipped Shapefile; `parts` are further files (`.prj`, `.cpg`) by extension. */
export function makeShapefile(
  rows: readonly Row[],
  { languageDriver = 0, parts = {} }: { languageDriver?: number; parts?: Record<string, string> } = {}
): Uint8Array {
  const more = Object.fromEntries(Object.entries(parts).map(([extension, text]) => [`data/land.${extension}`, new TextEncoder().encode(text)]));
  return zipSync({ 'data/land.shp': shp(rows), 'data/land.dbf': dbf(rows, languageDriver), ...more });
}
