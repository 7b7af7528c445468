import type PptxGenJS from 'pptxgenjs';
import { HEADING, INDENT, raised } from './flow';
import type { Para, Placed, Run, Tone } from './flow';
import { INK, latinFont } from './ink';
import { LEADING } from './measure';
import type { Cell, TablePlan } from './table-plan';
import { HEAD_SIZE, PADDING } from './table-plan';

type Slide = PptxGenJS.Slide;
type TextRun = PptxGenJS.TextProps;

const COLOURS: Readonly<Record<Tone, string>> = { plain: INK.ink, soft: INK.ink3, strong: INK.ok, brand: INK.brand, past: INK.danger };

/** Box without insets whose text never changes its size: what was measured is what stands there. */
export const box = (x: number, y: number, w: number, h: number) => ({
  x,
  y,
  w,
  h,
  margin: 0,
  fit: 'none' as const,
  wrap: true,
  valign: 'top' as const,
  isTextBox: true,
  fontFace: latinFont()
});

/** One line of a paragraph as runs; the spacing is exact, so that every program has the lines where we counted them. */
function lineRuns(runs: readonly Run[], para: Para, bullet: boolean, last: boolean): TextRun[] {
  const largest = Math.max(...runs.map(({ size }) => size ?? para.size));
  return runs.map(({ text, tone = 'plain', bold = false, size = para.size, raised: superscript = false }, i) => ({
    text,
    options: {
      bold,
      color: COLOURS[tone],
      fontFace: latinFont(),
      fontSize: size,
      ...(superscript ? { superscript } : {}),
      lineSpacing: largest * LEADING,
      ...(last && para.after ? { paraSpaceAfter: para.after } : {}),
      // the library starts a paragraph at each run that has a bullet
      ...(bullet && i === 0 ? { bullet: { indent: INDENT * 72 } } : {}),
      breakLine: i === runs.length - 1
    }
  }));
}

/** Runs with “\n” in them as lines of their own; the library would write the sign into the text. */
function linesOf({ runs }: Para): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((text, i) => {
      if (i > 0) lines.push([]);
      if (text) lines.at(-1)?.push({ ...run, text });
    });
  }
  return lines.filter((line) => line.length > 0);
}

const paraRuns = (para: Para): TextRun[] => {
  const lines = linesOf(para);
  return lines.flatMap((line, i) => lineRuns(line, para, para.bullet === true && i === 0, i === lines.length - 1));
};

/** Text of one look in a box of its own, and the numbers of its sources, quieter. */
export const textAndMark = (text: string, mark: string, look: Readonly<{ fontSize: number; color: string; bold?: boolean }>): TextRun[] => {
  const fontFace = latinFont();
  const quiet = { fontFace, fontSize: Math.min(look.fontSize, 16), color: INK.ink3, bold: false, superscript: true };
  return [{ text, options: { fontFace, ...look } }, ...(mark ? [{ text: mark, options: quiet }] : [])];
};

/** A block as one text box, to be edited as one: heading and paragraphs. */
export function drawBlock(slide: Slide, { block, x, y, w, h }: Placed): void {
  const heading: TextRun[] = block.heading
    ? lineRuns(
        [{ text: block.heading, bold: true, tone: block.past ? 'past' : 'brand' }, ...raised(block.mark)],
        { runs: [], size: HEADING.size, after: HEADING.after },
        false,
        true
      )
    : [];
  slide.addText([...heading, ...block.paras.flatMap(paraRuns)], box(x, y, w, h));
}

const FILL: Readonly<Record<NonNullable<Cell['tone']>, string>> = { head: INK.paper2, past: INK.dangerSoft };

/** A native table, with the heights that its text needs. */
export function drawTable(slide: Slide, { head, rows, widths, heights }: TablePlan, x: number, y: number): void {
  const margin: [number, number, number, number] = [PADDING.y, PADDING.x, PADDING.y, PADDING.x];
  const common = { margin, valign: 'top' as const, fontFace: latinFont() };
  const headRow = head.map((text) => ({
    text: lineRuns([{ text, bold: true }], { runs: [], size: HEAD_SIZE }, false, true).map((run) => ({
      ...run,
      options: { ...run.options, color: INK.paper }
    })),
    options: { ...common, fontSize: HEAD_SIZE, fill: { color: INK.brand } }
  }));
  const body = rows.map((row) =>
    row.map(({ paras, tone }) => ({
      text: paras.flatMap(paraRuns),
      options: { ...common, fontSize: paras[0]?.size ?? 10, ...(tone ? { fill: { color: FILL[tone] } } : {}) }
    }))
  );
  const border = { type: 'solid' as const, pt: 0.75, color: INK.line };
  slide.addTable([headRow, ...body] as PptxGenJS.TableRow[], {
    x,
    y,
    w: widths.reduce((sum, width) => sum + width, 0),
    colW: [...widths],
    rowH: [...heights],
    border,
    autoPage: false
  });
}
