import { guardFormula } from './table/formula-guard';

export type SheetCell = string | number | undefined;

/** A sheet with a bold header. Every text is typed as text, and begins with no sign of a formula, should it be saved as CSV later. */
export async function xlsxFile(cells: readonly (readonly SheetCell[])[], sheet: string): Promise<Blob> {
  const { default: writeXlsx } = await import('write-excel-file/browser');
  const text = (value: string, header: boolean) => ({
    value: guardFormula(value).slice(0, 32_767),
    type: String,
    ...(header ? { fontWeight: 'bold' as const } : {})
  });
  const data = cells.map((row, i) =>
    row.map((cell) => (cell === undefined || cell === '' ? null : typeof cell === 'number' ? { value: cell, type: Number } : text(cell, i === 0)))
  );
  const widths = (cells[0] ?? []).map((_, i) => ({
    width: Math.min(48, Math.max(10, ...cells.slice(0, 60).map((row) => 2 + 1.6 * String(row[i] ?? '').length)))
  }));
  return writeXlsx(data, { sheet, columns: widths, stickyRowsCount: 1 }).toBlob();
}
