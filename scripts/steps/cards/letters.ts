import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import opentype from 'opentype.js';
import type { Font } from 'opentype.js';

/* Letters of drawings as outlines, out of the font of a package: every machine draws the same, and the renderer need not look for fonts. */

const PACKAGE = dirname(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')));
type Outline = Readonly<{ path: string; advance: number }>;

/** A font and the letters that were asked of it so far. */
class Face {
  readonly #font: Font;
  /** the letters as wide as Latin ones, of those that Chinese sets full width: quotes above all */
  readonly #narrow: ReadonlyMap<number, number>;
  readonly #known = new Map<string, Outline | undefined>();

  constructor(weight: 'Regular' | 'Bold') {
    const file = readFileSync(join(PACKAGE, 'fonts', `NotoSansHans-${weight}.otf`));
    this.#font = opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer);
    this.#narrow = new Map((this.#font.substitution.getSingle('pwid', 'latn') ?? []).map(({ sub, by }) => [sub, by]));
  }

  get em(): number {
    return this.#font.unitsPerEm;
  }

  /** A character in units of the font; undefined where it has none. @param narrow as among Latin letters */
  outline(character: string, narrow: boolean): Outline | undefined {
    const key = narrow ? `${character} ` : character;
    if (!this.#known.has(key)) {
      const usual = this.#font.charToGlyph(character);
      const glyph = this.#font.glyphs.get((narrow ? this.#narrow.get(usual.index) : undefined) ?? usual.index);
      // the first glyph of a font stands for all that it does not have
      const outline = usual.index === 0 ? undefined : { path: glyph.getPath(0, 0, this.em).toPathData(0), advance: glyph.advanceWidth };
      this.#known.set(key, outline);
    }
    return this.#known.get(key);
  }
}

const TEXT = /<text\b([^>]*)>([^<]*)<\/text>/g;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" };
/** Text of an SVG document as it is read. */
export const plainText = (text: string): string => text.replace(/&[^;]+;/g, (entity) => ENTITIES[entity] ?? entity);
/** All that is written on a drawing. */
export const textsOf = (svg: string): string[] => [...svg.matchAll(TEXT)].map(([, , text = '']) => plainText(text));

/** The font's two weights. */
export class Letters {
  readonly #faces = { regular: new Face('Regular'), bold: new Face('Bold') };
  /** characters met for which the font has no picture */
  readonly missing = new Set<string>();

  /** @param narrow in an English line @returns width of a line as it is drawn, px */
  width(text: string, size: number, bold: boolean, narrow: boolean, spacing = 0): number {
    const face = bold ? this.#faces.bold : this.#faces.regular;
    return [...text].reduce((sum, character) => sum + ((face.outline(character, narrow)?.advance ?? face.em) / face.em) * size + spacing, 0);
  }

  /** The same drawing with outlines in the place of texts. @param svg as src/lib/map/picture/text.ts writes it */
  drawInto(svg: string): string {
    const narrow = svg.includes('xml:lang="en"');
    return svg.replace(TEXT, (_, attributes: string, text: string) => this.#line(attributes, plainText(text), narrow));
  }

  #line(attributes: string, text: string, narrow: boolean): string {
    const value = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
    const number = (name: string) => Number(value(name) ?? 0);
    const bold = value('font-weight') === '700';
    const face = bold ? this.#faces.bold : this.#faces.regular;
    const [size, spacing, anchor] = [number('font-size'), number('letter-spacing'), value('text-anchor')];
    const width = this.width(text, size, bold, narrow, spacing);
    const left = number('x') - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
    const scale = size / face.em;
    let pen = 0;
    const glyphs = [...text]
      .map((character) => {
        const outline = face.outline(character, narrow);
        if (!outline) this.missing.add(character);
        const at = Math.round(pen);
        pen += (outline?.advance ?? face.em) + spacing / scale;
        return outline?.path ? `<path transform="translate(${at})" d="${outline.path}"/>` : '';
      })
      .join('');
    const place = `transform="translate(${left.toFixed(2)} ${number('y')}) scale(${scale.toFixed(5)})"`;
    const stroke = value('stroke');
    // all rims first: a letter's own must not lie on the one before it
    const rim = stroke
      ? `<g ${place} fill="none" stroke="${stroke}" stroke-width="${(number('stroke-width') / scale).toFixed(0)}" stroke-linejoin="round">${glyphs}</g>`
      : '';
    return `${rim}<g ${place} fill="${value('fill') ?? '#000'}">${glyphs}</g>`;
  }
}
