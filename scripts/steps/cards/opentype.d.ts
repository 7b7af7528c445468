/* What of opentype.js is used here; the package has no types of its own. */
declare module 'opentype.js' {
  type Glyph = Readonly<{
    index: number;
    advanceWidth: number;
    getPath: (x: number, y: number, size: number) => Readonly<{ toPathData: (decimals: number) => string }>;
  }>;
  export type Font = Readonly<{
    unitsPerEm: number;
    charToGlyph: (character: string) => Glyph;
    glyphs: Readonly<{ get: (index: number) => Glyph }>;
    /** pairs of glyphs by a feature of the font */
    substitution: Readonly<{ getSingle: (feature: string, script: string) => readonly Readonly<{ sub: number; by: number }>[] | undefined }>;
  }>;
  const opentype: Readonly<{ parse: (file: ArrayBuffer) => Font }>;
  export default opentype;
}
