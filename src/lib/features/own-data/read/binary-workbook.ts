import { CFB, read, set_cptable as setCodePages } from '@e965/xlsx';
import type { CellObject, ParsingOptions, WorkBook } from '@e965/xlsx';
import { checkBinaryPart } from './binary-records';
import type { Cell } from './cell-row';
import { codePages } from './code-pages';
import { bundleFiles } from './file-bundle';
import { Grid, gridRecords } from './grid';
import { numberCell, styleOfFormat } from './number-cell';
import type { NumberStyle } from './number-cell';
import type { Records } from './records';
import { ImportRefused } from './refusal';
import { MOST_COLUMNS } from './row-view';
import { unpackAll } from './zip';
import type { ZipEntry } from './zip';

/*
 * Workbooks of binary records: .xls of Excel 5 to 2003 and of WPS (.et), and .xlsb. SheetJS reads them, as a whole, which takes some fifty
 * times the file's size in memory: larger ones are refused, with what to do. It is loaded only when there is such a file.
 */

setCodePages(codePages);

/** Largest workbook, bytes; of .xlsb unpacked. */
export const MOST_BINARY = 16 << 20;
/** Parts of an .xlsb that hold cells, or lead to them; pictures, printers' settings and programs do not. */
const NEEDED = /^(?!.*(?:printerSettings|vbaProject|activeX|ctrlProps|embeddings|customXml)).*\.(?:bin|xml|rels)$/i;

const OPTIONS: ParsingOptions = { type: 'array', dense: true, cellNF: true, cellFormula: false, cellHTML: false, cellText: false };
/** Hidden columns only: asked for together with the cells, each blank one that has a border would be one, too. */
const COLUMNS: ParsingOptions = { ...OPTIONS, sheetRows: 1, cellStyles: true };

/** Take out parts that cannot be parsed and that nothing leads to. @throws ImportRefused 'broken' where something does */
function checkParts(parts: Map<string, Uint8Array>): void {
  const links = [...parts].flatMap(([name, bytes]) => (/\.rels$/i.test(name) ? [new TextDecoder().decode(bytes).toLowerCase()] : []));
  for (const [name, bytes] of parts) {
    if (!/\.bin$/i.test(name)) continue;
    try {
      checkBinaryPart(bytes);
    } catch (error) {
      const last = name.toLowerCase().split('/').at(-1) ?? '';
      if (links.some((text) => text.includes(last))) throw error;
      parts.delete(name);
    }
  }
}

/** The bytes that are parsed. What an .xlsb unpacks to is held against its own account first: the parser would trust that. @throws ImportRefused */
async function bytesOf(file: Blob, entries: readonly ZipEntry[], signal?: AbortSignal): Promise<Uint8Array> {
  const needed = entries.filter(({ name }) => NEEDED.test(name));
  const size = entries.length === 0 ? file.size : needed.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (size > MOST_BINARY) throw new ImportRefused('too-large', { limit: MOST_BINARY, size, text: 'workbook' });
  if (entries.length === 0) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    checkRecords(bytes);
    return bytes;
  }
  const parts = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const entry of needed) parts.set(entry.name.replaceAll('\\', '/').replace(/^\//, ''), await unpackAll(file, entry, signal));
  checkParts(parts);
  const files = [...parts].map(([name, bytes]) => new File([bytes], name));
  return new Uint8Array(await (await bundleFiles(files, 'xlsb')).arrayBuffer());
}

const [BOF, EOF] = [new Set([0x0009, 0x0209, 0x0409, 0x0809]), 0x000a];

/** Where the records of an .xls do not end as they should, it was cut off or damaged: the parser would leave the rest out unnoticed. @throws ImportRefused 'broken' */
function checkRecords(bytes: Uint8Array): void {
  const broken = () => new ImportRefused('broken', { text: 'xls' });
  let stream: Uint8Array;
  try {
    const file = CFB.read(bytes, { type: 'array' });
    const entry = CFB.find(file, '/Workbook') ?? CFB.find(file, '/Book');
    stream = Uint8Array.from(entry?.content ?? []);
    if (stream.length !== entry?.size) throw broken();
  } catch {
    throw broken();
  }
  const view = new DataView(stream.buffer);
  let [at, open, parts] = [0, 0, 0];
  while (at + 4 <= stream.length) {
    const [id, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    // what fills the last sector up
    if (open === 0 && parts > 0 && !BOF.has(id)) break;
    if (BOF.has(id)) open++;
    else if (id === EOF) {
      open--;
      parts++;
    }
    at += 4 + length;
  }
  if (open !== 0 || parts === 0 || at > stream.length) throw broken();
}

/** @throws ImportRefused */
function parse(bytes: Uint8Array, options: ParsingOptions = OPTIONS): WorkBook {
  try {
    return read(bytes, options);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    throw /password|encrypt/i.test(text) ? new ImportRefused('unsupported', { text: 'encrypted' }) : new ImportRefused('broken', { text: text.slice(0, 200) });
  }
}

/** Days in the formats that East Asian versions have built in (27–31, 50–58) come without a format code: as text they show what they are. */
const isShownAsDay = ({ t, z, w }: CellObject) => t === 'n' && z === undefined && /^\d{1,2}\/\d{1,2}\/\d{2}$/.test(w ?? '');
const DAY: NumberStyle = { date: true, digits: 0 };
const hasBareNumbers = ({ Sheets }: WorkBook) =>
  Object.values(Sheets).some((sheet) => sheet['!data']?.some((row) => row?.some((cell?: CellObject) => cell?.t === 'n' && cell.z === undefined)));

class Cells {
  private readonly styles = new Map<string, NumberStyle>();
  constructor(private readonly date1904: boolean) {}

  private styleOf(cell: CellObject): NumberStyle | undefined {
    if (isShownAsDay(cell)) return DAY;
    if (cell.z === undefined) return undefined;
    const code = String(cell.z);
    const known = this.styles.get(code) ?? styleOfFormat(code);
    this.styles.set(code, known);
    return known;
  }

  /** A cell's value; errors (#N/A) are blanks: nothing is known. */
  value(cell: CellObject, notes: Grid['notes']): Cell {
    if (cell.t === 'n') return numberCell(String(cell.v), this.styleOf(cell), this.date1904, () => notes.rounded++);
    if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
    return cell.t === 's' ? String(cell.v ?? '') : null;
  }
}

function gridOf(book: WorkBook, columns: WorkBook, place: number, cells: Cells): Grid | undefined {
  const name = book.SheetNames[place] ?? '';
  const sheet = book.Sheets[name];
  // charts and macros have no rows
  if (!sheet || (sheet['!type'] ?? 'sheet') !== 'sheet') return undefined;
  const grid = new Grid(name);
  grid.hidden = (book.Workbook?.Sheets?.[place]?.Hidden ?? 0) !== 0;
  columns.Sheets[name]?.['!cols']?.forEach((column, i) => {
    if (column?.hidden && i < MOST_COLUMNS) grid.hiddenColumns.push(i);
  });
  const spans = new Map((sheet['!merges'] ?? []).map(({ s, e }) => [`${s.r} ${s.c}`, { across: e.c - s.c + 1, down: e.r - s.r + 1 }]));
  // rows that hold nothing are holes, which forEach passes over
  sheet['!data']?.forEach((row, r) => {
    grid.startRow(r + 1);
    row.forEach((cell, c) => {
      grid.moveTo(c);
      grid.cell(cells.value(cell, grid.notes), { ...spans.get(`${r} ${c}`), covered: true });
    });
    grid.endRow({ hidden: sheet['!rows']?.[r]?.hidden ?? false });
  });
  return grid;
}

async function openGrids(file: Blob, entries: readonly ZipEntry[], signal?: AbortSignal): Promise<readonly Grid[]> {
  const bytes = await bytesOf(file, entries, signal);
  let book = parse(bytes);
  if (hasBareNumbers(book)) book = parse(bytes, { ...OPTIONS, cellText: true });
  // sheets are found by their names: of two with the same one would be read twice, the other not at all
  if (new Set(book.SheetNames).size < book.SheetNames.length) throw new ImportRefused('broken', { text: 'sheets' });
  const columns = parse(bytes, COLUMNS);
  const cells = new Cells(book.Workbook?.WBProps?.date1904 ?? false);
  const grids: Grid[] = [];
  for (let place = 0; place < book.SheetNames.length; place++) {
    const grid = gridOf(book, columns, place, cells);
    if (grid) grids.push(grid);
  }
  return grids;
}

/** Workbooks that are open: looked at, then read, perhaps sheet by sheet, they are parsed once. */
const opened = new WeakMap<Blob, Promise<readonly Grid[]>>();

/** Open such a workbook: one sheet of it. @param entries of the archive that an .xlsb is; none of .xls @throws ImportRefused */
export async function openBinaryWorkbook(
  file: Blob,
  format: 'xls' | 'xlsb',
  entries: readonly ZipEntry[],
  wanted?: string,
  signal?: AbortSignal
): Promise<Records> {
  const opening = opened.get(file) ?? openGrids(file, entries, signal);
  opened.set(file, opening);
  opening.catch(() => opened.delete(file));
  return gridRecords(format, await opening, file.size, wanted);
}
