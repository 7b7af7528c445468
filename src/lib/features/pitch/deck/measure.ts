/*
 * How much room text takes, without a screen: widths in em, by kind of character, a little on the wide side.
 * Office programs wrap with fonts that we cannot see, so the estimate must not be too small.
 */

/** Points in an inch. */
export const POINT = 72;
/** Distance of lines as a multiple of the size of the letters; set exactly, so that every program agrees. */
export const LEADING = 1.36;
/** Headroom for fonts wider than the estimate. */
const HEADROOM = 1.04;

const WIDE = /[\u1100-\u115f\u2010-\u203b\u2150-\u218f\u2460-\u24ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** Widths of Arial, rounded up by kind. */
function emOf(character: string): number {
  if (WIDE.test(character) || character.length > 1) return 1;
  if (character === ' ') return 0.28;
  if (/[A-ZÀ-Þ&%@]/.test(character)) return /[MW@%]/.test(character) ? 0.92 : 0.7;
  if (/[0-9$€¥£#+=<>≥≤≈¶]/.test(character)) return 0.58;
  if (/[mw]/.test(character)) return 0.83;
  return /[iljtfr.,:;'!|()[\]-]/.test(character) ? 0.33 : 0.555;
}

/** Some programs set letters and digits off from Chinese by this much, em. */
const BETWEEN_SCRIPTS = 0.25;
const WIDE_SIDE = '\\u2e80-\\ua4cf\\uf900-\\ufaff\\uff00-\\uff60';
const SEAM = new RegExp(`[${WIDE_SIDE}](?=[A-Za-z0-9¶¥])|[A-Za-z0-9¶¥](?=[${WIDE_SIDE}])`, 'g');

/** Width of a text on one line, in em. */
export const widthOf = (text: string): number =>
  ([...text].reduce((sum, character) => sum + emOf(character), 0) + (text.match(SEAM)?.length ?? 0) * BETWEEN_SCRIPTS) * HEADROOM;

const OPENING = '（〔《〈“‘「『【([';
const CLOSING = '，。、；：？！）〕》〉”’」』】…—·,.;:?!)\\]%';
const WIDE_PIECE = '[\\u2010-\\u203b\\u2e80-\\ua4cf\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uffef]';
/**
 * Pieces that are not broken: words with the space after them, single Chinese characters. Signs that may not end a line go with what
 * follows, those that may not begin one with what comes before.
 */
const PIECE = new RegExp(
  `[${OPENING}]*(?:[^\\s\\u2010-\\u203b\\u2e80-\\ua4cf\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uffef]+|${WIDE_PIECE})[${CLOSING}]*\\s*|\\s+|[\\s\\S]`,
  'gu'
);
const pieces = (text: string): string[] => text.match(PIECE) ?? [];

/**
 * How many lines a text takes.
 * @param size of the letters, pt
 * @param width of the box, inches
 */
export function lineCount(text: string, size: number, width: number): number {
  const room = (width * POINT) / size;
  return text.split('\n').reduce((lines, paragraph) => lines + paragraphLines(paragraph, room), 0);
}

function paragraphLines(text: string, room: number): number {
  let [lines, used] = [1, 0];
  for (const piece of pieces(text)) {
    // a space at the end of a line hangs over
    const bare = widthOf(piece.trimEnd());
    const whole = widthOf(piece);
    const seam = used > 0 ? BETWEEN_SCRIPTS / 2 : 0;
    if (used > 0 && used + seam + bare > room) {
      lines += 1;
      used = 0;
    }
    // a word longer than a line is broken wherever the line ends
    if (bare > room) {
      lines += Math.ceil(bare / room) - 1;
      used = bare % room;
    } else used += whole + (used > 0 && /^[\w¶¥]|[\w¶¥]$/.test(piece) ? seam : 0);
  }
  return lines;
}

/** Height of lines of text, inches. */
export const textHeight = (lines: number, size: number): number => (lines * size * LEADING) / POINT;
