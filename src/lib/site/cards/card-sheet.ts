import * as m from '#lib/paraglide/messages';
import { lightToken } from '#lib/design/tokens/light-tokens';
import { languageTag } from '#lib/design/page/local';
import { beside, legendRow, paragraph, space, stack } from '#lib/map/picture/column';
import type { Mark, Piece } from '#lib/map/picture/column';
import { badge } from '#lib/map/picture/swatches';
import type { BadgePaint } from '#lib/map/picture/swatches';
import { balanceText, textLine, textWidth, wrapText } from '#lib/map/picture/text';
import type { Lettering } from '#lib/map/picture/text';
import { escapeXml, tag } from '#lib/map/picture/xml';

/* The picture that goes with a shared link: words on the left, a map on the right. */

/** px, as Open Graph's readers want it. */
export const CARD = { width: 1200, height: 630 } as const;
/** The card's map, px. */
export const CARD_MAP = { x: 604, y: 0, width: 596, height: 630 } as const;
/** The font that scripts/steps/cards draws the letters with. */
const CARD_FONT = 'Noto Sans S Chinese';

/** Kept free at the edges; programs that show cards round or cut them. */
const EDGE = 60;
const COLUMN = CARD_MAP.x - 2 * EDGE + 20;
const HEAD_MIDDLE = 74;
const BODY_TOP = 112;

/** A number with what it counts. */
export type Figure = Readonly<{ value: string; label: string }>;
/** A line with a mark before it. */
export type MarkedLine = Readonly<{ mark: Mark; name: string; detail?: string; quiet?: boolean }>;
export type CardStanding = Readonly<{ text: string; tone: 'ok' | 'warn' | 'neutral' }>;
/** What a card says, in the reader's language. */
export type Card = Readonly<{
  /** what kind of thing it is, or where it belongs */
  kind: string;
  title: string;
  /** how the document stands that it is from */
  standing?: CardStanding | undefined;
  /** mark of a zone */
  badge?: BadgePaint | undefined;
  sentence?: string | undefined;
  lines?: readonly MarkedLine[];
  /** of all parts, in rows */
  marks?: readonly BadgePaint[];
  figures: readonly Figure[];
  foot: readonly string[];
  /** SVG, as large as CARD_MAP */
  map: string;
}>;

const TONES = { ok: '--ok', warn: '--warn', neutral: '--ink-3' } as const;

/** Draw a card as a self-contained SVG document; its <title> says in a line what it shows. */
export function drawCard(card: Card): string {
  const { width, height } = CARD;
  const ink = card.badge?.colours.ink ?? lightToken('--brand');
  const foot = stack(card.foot.map((text) => paragraph(text, COLUMN, { size: 17, colour: lightToken('--ink-3') }, 1.4)));
  const footTop = height - EDGE + 8 - foot.height;
  const body = fittedBody(card, footTop - 22 - BODY_TOP);
  return tag(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': CARD_FONT, 'xml:lang': languageTag() },
    tag('title', {}, escapeXml(cardText(card))),
    tag('rect', { width, height, fill: lightToken('--paper') }),
    tag('svg', { id: 'map', ...CARD_MAP, viewBox: `0 0 ${CARD_MAP.width} ${CARD_MAP.height}` }, card.map),
    tag('rect', { width: 14, height, fill: ink }),
    tag('g', { id: 'words' }, head(), body.draw(EDGE, BODY_TOP), foot.draw(EDGE, footTop))
  );
}

/** What the card shows, for who cannot see it. */
const cardText = ({ kind, title, standing }: Card): string => m.cards_alt({ title, about: [kind, standing?.text].filter(Boolean).join(' · ') });

/** The site's mark (static/icon.svg) and name. */
function head(): string {
  const mark = [
    tag('path', { fill: '#0b5563', d: 'M3 9 16 3l13 6v14l-13 6L3 23z' }),
    tag('path', { d: 'M5 20c6-1 8-9 22-8', fill: 'none', stroke: '#fff', 'stroke-width': 2, opacity: 0.8 }),
    tag('circle', { cx: 16, cy: 16, r: 4.5, fill: '#fff' })
  ];
  return [
    tag('svg', { x: EDGE - 3, y: HEAD_MIDDLE - 16, width: 32, height: 32, viewBox: '0 0 32 32' }, ...mark),
    textLine(m.site_name(), EDGE + 40, HEAD_MIDDLE, { size: 21, colour: lightToken('--ink-2'), bold: true })
  ].join('');
}

/** The words in as large letters as their room allows; a sentence too long for the smallest is left out. */
function fittedBody(card: Card, room: number): Piece {
  for (const shown of [card, { ...card, sentence: undefined }, { ...card, sentence: undefined, lines: [], marks: [] }])
    for (let share = 1; share >= 0.68; share -= 0.04) {
      const piece = body(shown, share);
      if (piece.height <= room) return piece;
    }
  return body({ ...card, sentence: undefined, lines: [], marks: [] }, 0.6);
}

function body({ kind, title, standing, badge: paint, sentence, lines = [], marks = [], figures }: Card, share: number): Piece {
  const strong: Lettering = { size: 21 * share, colour: lightToken('--ink'), bold: true };
  const light: Lettering = { size: 19 * share, colour: lightToken('--ink-2') };
  const parts = [
    aboveTitle(kind, standing, paint),
    titlePiece(title, share),
    ...(sentence ? [paragraph(sentence, COLUMN, { size: 24 * Math.max(share, 0.8), colour: lightToken('--ink-2') }, 1.42)] : []),
    ...(lines.length > 0
      ? [
          stack(
            lines.map(({ mark, name, detail, quiet }) => legendRow(mark, name, detail, COLUMN, quiet ? light : strong, light)),
            6 * share
          )
        ]
      : []),
    ...(marks.length > 0 ? [markRows(marks)] : []),
    ...(figures.length > 0 ? [figureRow(figures, share)] : [])
  ];
  return stack(parts, 17 * share);
}

/** What the card is about in small letters, beside the zone's mark. */
function aboveTitle(kind: string, standing: CardStanding | undefined, paint: BadgePaint | undefined): Piece {
  const side = 52;
  const left = paint ? side + 16 : 0;
  const size = 20;
  const words = stack([
    paragraph(kind, COLUMN - left, { size, colour: lightToken('--ink-2'), bold: true }, 1.35),
    ...(standing ? [paragraph(standing.text, COLUMN - left, { size, colour: lightToken(TONES[standing.tone]), bold: true }, 1.35)] : [])
  ]);
  if (!paint) return words;
  const height = Math.max(words.height, side);
  const mark: Piece = { height: side, draw: (x, y) => badge(paint, x + side / 2, y + side / 2, side, lightToken('--paper')) };
  return { height, draw: (x, y) => mark.draw(x, y + (height - side) / 2) + words.draw(x + left, y + (height - words.height) / 2) };
}

/** Marks of zones side by side: the map's names have them, too. */
function markRows(marks: readonly BadgePaint[]): Piece {
  const side = 34;
  const pitch = side + 8;
  const perRow = Math.floor(COLUMN / pitch);
  return {
    height: Math.ceil(marks.length / perRow) * pitch,
    draw: (x, y) =>
      marks
        .map((paint, i) => badge(paint, x + (i % perRow) * pitch + side / 2, y + Math.floor(i / perRow) * pitch + side / 2, side, lightToken('--paper')))
        .join('')
  };
}

/** Letters of this size or more are large enough for a title of one line. */
const LARGE = 44;

/** One line or two in large letters, or more in smaller ones. */
function titlePiece(title: string, share: number): Piece {
  const sizes = Array.from({ length: 17 }, (_, i) => 62 - 2 * i);
  const one = sizes.find((size) => textWidth(title, size * share, true) <= COLUMN);
  const broken = sizes.find((size) => fitsIn(title, size * share, size >= 46 ? 2 : size >= 38 ? 3 : 4));
  const size = (one !== undefined && one >= LARGE ? one : (broken ?? 28)) * share;
  const lines = one !== undefined && one >= LARGE ? [title] : brokenTitle(title, size);
  const leading = size * 1.2;
  const lettering: Lettering = { size, colour: lightToken('--ink'), bold: true };
  return { height: lines.length * leading, draw: (x, y) => lines.map((line, i) => textLine(line, x, y + (i + 0.5) * leading, lettering)).join('') };
}

function fitsIn(title: string, size: number, most: number): boolean {
  const lines = wrapText(title, COLUMN, size, true);
  return lines.length <= most && lines.every((line) => textWidth(line, size, true) <= COLUMN);
}

/** Two lines are parted between words, in Chinese too, where they are most alike. */
function brokenTitle(title: string, size: number): string[] {
  const lines = wrapText(title, COLUMN, size, true);
  if (lines.length === 2) {
    const starts = [...new Intl.Segmenter(languageTag(), { granularity: 'word' }).segment(title)]
      .map(({ index }) => index)
      .filter((index) => index > 0 && /^[\p{L}\p{N}（“(]/u.test(title.slice(index)) && !/[（“(–-]$/.test(title.slice(0, index)));
    const parted = starts.map((index) => [title.slice(0, index).trim(), title.slice(index).trim()]);
    const longest = (pair: readonly string[]) => Math.max(...pair.map((line) => textWidth(line, size, true)));
    const [best] = parted.filter((pair) => longest(pair) <= COLUMN).sort((a, b) => longest(a) - longest(b));
    if (best) return best;
  }
  const even = balanceText(title, COLUMN / 1.05, size);
  // lines made even may be a little wider than their room
  return even.length === lines.length && even.every((line) => textWidth(line, size, true) <= COLUMN) ? even : lines;
}

/** Figures side by side, each as wide as its number needs, the rest shared out. */
function figureRow(figures: readonly Figure[], share: number): Piece {
  const gap = 26;
  const room = COLUMN - (figures.length - 1) * gap;
  let size = 42 * share;
  const least = Math.min(118, room / figures.length);
  const widths = () => figures.map(({ value }) => Math.max(least, textWidth(value, size, true)));
  const total = () => widths().reduce((sum, width) => sum + width, 0);
  while (total() > room && size > 20) size -= 1;
  const spare = Math.max(0, room - total()) / figures.length;
  let left = 0;
  const parts = widths().map((width, i) => {
    const figure = figures[i];
    const column = width + spare;
    const at = left;
    left += column + gap;
    const value: Lettering = { size, colour: lightToken('--ink'), bold: true };
    const words = figure ? paragraph(figure.label, column, { size: 18 * Math.max(share, 0.85), colour: lightToken('--ink-2') }, 1.3) : space(0);
    return { left: at, piece: stack([{ height: size * 1.2, draw: (x, y) => textLine(figure?.value ?? '', x, y + size * 0.6, value) }, words], 2) };
  });
  return beside(parts);
}
