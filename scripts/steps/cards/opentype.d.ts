/* What of opentype.js is used here; the package has no types of its own. */
declare module 'opentype.js' {
  type Glyph = Readonly<{ index: number; advanceWidth: number; getPath: (x: number, y: number, size: number) => Readonly<{ toPathData: (decimals: number) => string }> }>;
  export type Font = Readonly<{ unitsPerEm: number; charToGlyph: (character: string) => Glyph }>;
  const opentype: Readonly<{ parse: (file: ArrayBuffer) => Font }>;
  export default opentype;
}
