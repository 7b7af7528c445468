import { escapeXml, tag } from './xml';
import type { Attributes } from './xml';

/* Text in pictures. A drawing made as text cannot ask a font how wide it is, so widths are reckoned on the wide side. */

/** First the fonts of Chinese Windows and macOS, then what Linux has. */
export const FONT_FAMILY = '"Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif';

/** Width of a character as a share of the letter size; the widest of the usual fonts, measured on YaHei, PingFang and Noto Sans CJK. */
function shareOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  // Chinese, kana, full-width forms, and the quotes and dashes that Chinese fonts draw full width
  if (code >= 0x2e80 || (code >= 0x2010 && code <= 0x2027) || (code >= 0x2460 && code <= 0x24ff)) return 1;
  if (/[ilj.,:;'|![\]()` ]/.test(character)) return 0.34;
  if (/[mwMW%@]/.test(character)) return 0.92;
  if (/[A-Z&]/.test(character)) return 0.7;
  return 0.6;
}

/** @param size of the letters, px @returns width of a line, px */
export function textWidth(text: string, size: number, bold = false): number {
  let share = 0;
  for (const character of text) share += shareOf(character);
  return share * size * (bold ? 1.05 : 1);
}

/** Not at the start of a line, and not at the end of one. */
const CLOSING = /^[，。、；：！？）》〉】」』〕〗”’…—·,.;:!?)\]}%]/;
const OPENING = /[（《〈【「『〔〖“‘([{]$/;

/** Pieces that stay whole: Latin words with what sticks to them, single Chinese characters with their punctuation. */
function pieces(text: string): string[] {
  const raw = text.match(/[\p{Script=Latin}\p{N}'’/@#&_~=+–.,:;!?)(%-]+|\s+|./gu) ?? [];
  const joined: string[] = [];
  for (const piece of raw) {
    const last = joined.at(-1);
    if (last !== undefined && !/\s$/.test(last) && (CLOSING.test(piece) || OPENING.test(last))) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

/** How much of a word too long for a line goes on it: up to a sign that addresses may break after, if that is not too early. */
function headOf(word: string, fits: (part: string) => boolean): string {
  let end = word.length - 1;
  while (end > 1 && !fits(word.slice(0, end))) end--;
  const sign = Math.max(...['/', '?', '&', '=', '-', '.'].map((one) => word.lastIndexOf(one, end - 1) + 1));
  return word.slice(0, sign > end / 2 ? sign : end);
}

/** Break text into lines of at most `width` px; a piece wider than a line is broken within. */
export function wrapText(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string) => textWidth(candidate.trimEnd(), size, bold) <= width;
  for (const piece of pieces(text.replace(/\s+/g, ' ').trim())) {
    if (fits(line + piece)) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = piece.trimStart();
    while (!fits(line) && line.length > 1) {
      const head = headOf(line, fits);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** Lines of about the same length, as few as `width` allows. */
export function balanceText(text: string, width: number, size: number): string[] {
  const lines = wrapText(text, width, size);
  const even = wrapText(text, (textWidth(text, size) / lines.length) * 1.12 + size, size);
  return even.length === lines.length ? even : lines;
}

export type Lettering = Readonly<{ size: number; colour: string; bold?: boolean; halo?: string; spacing?: number; anchor?: 'start' | 'middle' | 'end' }>;

/** How far below the middle of a line its baseline runs, as a share of the size. */
const BASELINE = 0.36;

/** A line of text around its middle height. @param x start, middle or end of the line by its anchor */
export function textLine(text: string, x: number, middle: number, { size, colour, bold, halo, spacing, anchor = 'start' }: Lettering): string {
  const attributes: Attributes = {
    x,
    y: middle + size * BASELINE,
    'font-size': size,
    fill: colour,
    'font-weight': bold ? 700 : undefined,
    'letter-spacing': spacing,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    ...(halo ? { stroke: halo, 'stroke-width': size * 0.2, 'stroke-linejoin': 'round', 'paint-order': 'stroke' } : {})
  };
  return tag('text', attributes, escapeXml(text));
}
