import type { Cell } from './cell-row';
import { readText } from './documents';
import { cellOfNumber, distinctName, Grid, gridRecords } from './grid';
import type { Records } from './records';
import { walkXml } from './read-xml';

/* The XML of Excel 2003 (“XML Spreadsheet”), which many systems write under the name of .xls. */

function valueOf(type: string, text: string): Cell {
  if (type === 'Number') return cellOfNumber(text);
  if (type === 'DateTime')
    return text
      .trim()
      .replace(/T00:00(?::00(?:\.0+)?)?$/, '')
      .replace('T', ' ')
      .replace(/\.0+$/, '');
  if (type === 'Boolean') return text.trim() === '1' ? 'TRUE' : 'FALSE';
  return type === 'Error' ? null : text;
}

/** Open such a workbook: one sheet of it. @throws ImportRefused */
export async function openXmlWorkbook(file: Blob, wanted?: string): Promise<Records> {
  const grids: Grid[] = [];
  let grid: Grid | undefined;
  let [row, column, type, text, formula] = [{ hidden: false }, 0, '', '', false];
  let shape = { across: 1, down: 1 };
  let value: Cell = null;
  let reading = false;
  let comment = false;
  walkXml(await readText(file), {
    open: (name, attributes) => {
      const at = (key: string) => attributes()[`ss:${key}`] ?? attributes()[key];
      if (name === 'Worksheet') {
        grid = new Grid(distinctName(grids, at('Name') ?? String(grids.length + 1)));
        grids.push(grid);
        column = 0;
      } else if (name === 'Column') {
        const from = Number(at('Index') ?? column + 1) - 1;
        const to = from + Number(at('Span') ?? 0);
        if (at('Hidden') === '1') for (let hidden = from; hidden <= Math.min(to, 255); hidden++) grid?.hiddenColumns.push(hidden);
        column = to + 1;
      } else if (name === 'Row') {
        const index = at('Index');
        grid?.startRow(index === undefined ? undefined : Number(index));
        row = { hidden: at('Hidden') === '1' };
      } else if (name === 'Cell') {
        const index = at('Index');
        if (index !== undefined) grid?.moveTo(Number(index) - 1);
        shape = { across: Number(at('MergeAcross') ?? 0) + 1, down: Number(at('MergeDown') ?? 0) + 1 };
        formula = at('Formula') !== undefined;
        value = null;
      } else if (name === 'Comment') comment = true;
      else if (name === 'Data' && !comment) {
        reading = true;
        type = at('Type') ?? 'String';
        text = '';
      }
    },
    close: (name) => {
      if (name === 'Data' && reading) {
        reading = false;
        value = valueOf(type, text);
      } else if (name === 'Comment') comment = false;
      else if (name === 'Cell') {
        if (formula && (value === null || value === '')) grid?.uncomputed();
        grid?.cell(value, shape);
      } else if (name === 'Row') grid?.endRow(row);
      else if (name === 'Visible' && /hidden/i.test(text) && grid) grid.hidden = true;
    },
    text: (piece) => {
      if (reading) text += piece;
      // <x:Visible>SheetHidden</x:Visible>
      else if (/^Sheet(?:Very)?Hidden$/.test(piece.trim())) text = piece;
    }
  });
  return gridRecords('xml', grids, file.size, wanted);
}
