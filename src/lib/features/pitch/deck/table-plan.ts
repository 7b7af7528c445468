import type { Para } from './flow';
import { paraHeight } from './flow';

/* Tables that are broken between rows, by the height that their text needs. */

export type Cell = Readonly<{ paras: readonly Para[]; tone?: 'head' | 'past' }>;
export type Row = readonly Cell[];
export type TablePlan = Readonly<{
  head: readonly string[];
  rows: readonly Row[];
  /** inches */ widths: readonly number[];
  /** inches, head first */ heights: readonly number[];
}>;

/** Inside a cell, inches: left and right; above and below. */
export const PADDING = { x: 0.08, y: 0.05 } as const;
export const HEAD_SIZE = 11;

export const cell = (text: string, size = 10): Cell => ({ paras: [{ runs: [{ text }], size }] });

export function rowHeight(row: Row, widths: readonly number[]): number {
  const each = row.map(({ paras }, i) => paras.reduce((sum, para) => sum + paraHeight(para, (widths[i] ?? 1) - 2 * PADDING.x), 0));
  return Math.max(...each) + 2 * PADDING.y;
}

/**
 * Break rows into tables that fit.
 * @param room height for a table with its head, inches
 */
export function paginate(head: readonly string[], rows: readonly Row[], widths: readonly number[], room: number): TablePlan[] {
  const headHeight = rowHeight(
    head.map((text) => cell(text, HEAD_SIZE)),
    widths
  );
  const pages: { rows: Row[]; heights: number[]; used: number }[] = [];
  for (const row of rows) {
    const height = rowHeight(row, widths);
    const page = pages.at(-1);
    if (page && page.used + height <= room) {
      page.rows.push(row);
      page.heights.push(height);
      page.used += height;
    } else pages.push({ rows: [row], heights: [height], used: headHeight + height });
  }
  return pages.map(({ rows: own, heights }) => ({ head, rows: own, widths, heights: [headHeight, ...heights] }));
}
