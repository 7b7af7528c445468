import { lineCount, textHeight } from './measure';

/* Text that runs down columns and on to further slides: nothing is cut off and nothing runs over the edge. */

export type Tone = 'plain' | 'soft' | 'strong' | 'brand' | 'past';
/** `raised`: numbers of sources */
export type Run = Readonly<{ text: string; tone?: Tone; bold?: boolean; size?: number; raised?: boolean }>;
/** A paragraph; `size` in pt, `after` = space below in pt. */
export type Para = Readonly<{ runs: readonly Run[]; size: number; bullet?: boolean; after?: number }>;
/** Paragraphs under a heading, which is repeated where they go on in the next column; `mark`: numbers of the sources of all of them. */
export type Block = Readonly<{ heading: string; mark?: string; paras: readonly Para[]; past?: boolean }>;
/** inches */
export type Column = Readonly<{ x: number; y: number; w: number; h: number }>;
export type Placed = Readonly<{ block: Block; x: number; y: number; w: number; h: number }>;

export const HEADING = { size: 11, after: 3 } as const;
/** Numbers of sources after what rests on them; nothing where there are none. */
export const raised = (numbers: string | undefined): Run[] => (numbers ? [{ text: numbers, tone: 'soft', raised: true }] : []);
/** Between blocks, inches. */
const GAP = 0.16;
/** Hanging indent of bulleted paragraphs, inches. */
export const INDENT = 0.16;

/**
 * Height of a paragraph in a column, inches. Line by line (runs break lines with “\n”): each is as high as its largest letters,
 * and wraps as if all were of that size, which is on the safe side.
 */
export function paraHeight(para: Para, width: number): number {
  const room = width - (para.bullet ? INDENT : 0);
  const lines: { text: string; size: number }[] = [{ text: '', size: 0 }];
  for (const { text, size = para.size } of para.runs) {
    text.split('\n').forEach((part, i) => {
      if (i > 0) lines.push({ text: '', size: 0 });
      const line = lines.at(-1);
      if (!line || !part) return;
      line.text += part;
      line.size = Math.max(line.size, size);
    });
  }
  return lines.reduce((sum, { text, size }) => sum + textHeight(lineCount(text, size || para.size, room), size || para.size), 0) + (para.after ?? 0) / 72;
}

const headingHeight = ({ heading, mark = '' }: Block, width: number): number =>
  heading ? textHeight(lineCount(heading + mark, HEADING.size, width), HEADING.size) + HEADING.after / 72 : 0;
export const blockHeight = (block: Block, width: number): number =>
  headingHeight(block, width) + block.paras.reduce((sum, para) => sum + paraHeight(para, width), 0);

/** Letters of all sizes made larger or smaller. */
export const scaled = (blocks: readonly Block[], factor: number): Block[] => {
  const size = (pt: number) => Math.round(pt * factor * 2) / 2;
  return blocks.map((block) => ({
    ...block,
    paras: block.paras.map((para) => ({
      ...para,
      size: size(para.size),
      runs: para.runs.map((run) => (run.size === undefined ? run : { ...run, size: size(run.size) }))
    }))
  }));
};

/** The largest letters that need the fewest pages: room is for reading, but a page with three lines on it is not. */
export function flowLarge(blocks: readonly Block[], first: readonly Column[], next: readonly Column[], continued: string): Placed[][] {
  const tried = [1.35, 1.25, 1.15, 1.08, 1, 0.92].map((factor) => flow(scaled(blocks, factor), first, next, continued));
  const fewest = Math.min(...tried.map(({ length }) => length));
  return tried.find(({ length }) => length === fewest) ?? [];
}

/**
 * Lay blocks into columns, then into those of the next page, and so on. A block is broken between paragraphs only.
 * The columns of the last page are made equally long.
 * @param first columns of the first page
 * @param next columns of each further page
 * @param continued added to a heading that is repeated, e.g. “（续）”
 */
export function flow(blocks: readonly Block[], first: readonly Column[], next: readonly Column[], continued: string): Placed[][] {
  const full = pour(blocks, first, next, continued);
  const pages = full.length;
  // the least height of the last page's columns that needs no further page
  let best = full;
  for (let share = 0.25; share < 1; share += 0.05) {
    const shorter = (columns: readonly Column[]) => columns.map((column) => ({ ...column, h: column.h * share }));
    const tried =
      pages === 1 ? pour(blocks, shorter(first), next, continued) : pour(blocks, first, next, continued, { page: pages - 1, columns: shorter(next) });
    if (tried.length === pages) {
      best = tried;
      break;
    }
  }
  return best;
}

function pour(
  blocks: readonly Block[],
  first: readonly Column[],
  next: readonly Column[],
  continued: string,
  special?: Readonly<{ page: number; columns: readonly Column[] }>
): Placed[][] {
  const pages: Placed[][] = [[]];
  let index = 0;
  let used = 0;
  const columns = () => (special?.page === pages.length - 1 ? special.columns : pages.length === 1 ? first : next);
  const column = (): Column => columns()[index] ?? { x: 0, y: 0, w: 1, h: 1 };
  const turn = () => {
    index += 1;
    used = 0;
    if (index < columns().length) return;
    pages.push([]);
    index = 0;
  };
  for (const block of blocks) {
    let rest = block;
    while (rest.paras.length > 0) {
      const { x, y, w, h } = column();
      const top = used === 0 ? 0 : used + GAP;
      const fits = fitting(rest, w, h - top);
      // a paragraph taller than a whole column is put on its own rather than never
      const count = fits === 0 && used === 0 ? 1 : fits;
      if (count === 0) {
        turn();
        continue;
      }
      const part = { ...rest, paras: rest.paras.slice(0, count) };
      const height = blockHeight(part, w);
      pages.at(-1)?.push({ block: part, x, y: y + top, w, h: height });
      used = top + height;
      rest = { ...rest, heading: block.heading ? block.heading + continued : '', paras: rest.paras.slice(count) };
      if (rest.paras.length > 0) turn();
    }
  }
  return pages;
}

/** How many paragraphs of a block fit under its heading. */
function fitting(block: Block, width: number, room: number): number {
  let height = headingHeight(block, width);
  let count = 0;
  for (const para of block.paras) {
    height += paraHeight(para, width);
    if (height > room + 1e-6) break;
    count += 1;
  }
  return count;
}
