/* The two parts of shpjs that are used; the package has no types of its own. */
declare module 'shpjs' {
  type Bytes = ArrayBufferView | ArrayBuffer;
  /** @param prj well-known text of the projection; without it coordinates stay as they are */
  export function parseShp(shp: Bytes, prj?: string): unknown[];
  /** @param cpg name of the encoding, as bytes or text */
  export function parseDbf(dbf: Bytes, cpg?: Bytes | string): unknown[];
}
