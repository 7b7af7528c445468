/* The part of shpjs that is used; the package has no types of its own. */
declare module 'shpjs' {
  type Bytes = ArrayBufferView | ArrayBuffer;
  /** @param prj well-known text of the projection; without it coordinates stay as they are */
  export function parseShp(shp: Bytes, prj?: string): unknown[];
}
