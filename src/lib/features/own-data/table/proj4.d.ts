/* The part of proj4 that is used; the package has no types of its own. */
declare module 'proj4' {
  type Point = { x: number; y: number };
  class Proj {
    constructor(definition: string);
    /** metres to radians on the system's own ellipsoid */
    inverse(point: Point): Point | null;
  }
  function proj4(definition: string): { inverse(point: [number, number]): [number, number] };
  namespace proj4 {
    export { Proj };
  }
  export default proj4;
}
