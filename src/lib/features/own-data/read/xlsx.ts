import type { ImportRemark } from '../table/table';
import type { Records } from './records';
import { ImportRefused } from './refusal';
import { MOST_COLUMNS } from './row-view';
import { readDateStyles, readSharedStrings, readWorkbook } from './xlsx-parts';
import type { Sheet } from './xlsx-parts';
import { readMerges, SheetRows } from './xlsx-sheet';
import type { SheetContext } from './xlsx-sheet';
import { unpack, unpackAll } from './zip';
import type { ZipEntry } from './zip';

/** Characters of a sheet that are parsed at a time. */
const STRETCH = 1 << 20;

type Rows = Readonly<{ text: string; share: number }>;

/** A sheet's rows as text in stretches of whole rows, then what stands behind them. */
async function* stretches(file: Blob, entry: ZipEntry, signal?: AbortSignal): AsyncGenerator<Rows> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  let inRows = false;
  let empty = false;
  for await (const chunk of unpack(file, entry, signal)) {
    bytes += chunk.length;
    text += decoder.decode(chunk, { stream: true });
    if (!inRows) {
      const start = /<(?:\w+:)?sheetData[^>]*>/.exec(text);
      if (!start) continue;
      inRows = true;
      empty = start[0].endsWith('/>');
      text = text.slice(start.index + start[0].length);
    }
    if (text.length < STRETCH) continue;
    const end = rowsEnd(text);
    if (end === 0) continue;
    yield { text: text.slice(0, end), share: bytes / Math.max(1, entry.unpacked) };
    text = text.slice(end);
  }
  if (!inRows) return;
  const end = rowsEnd(text);
  // a sheet cut off within a row: what is left of it would be lost
  if (!empty && !/^\s*<\/(?:\w+:)?sheetData>/.test(text.slice(end))) throw new ImportRefused('broken', { text: entry.name });
  if (end > 0) yield { text: text.slice(0, end), share: 1 };
}

/** Place behind the last whole row, 0 if there is none; rows without cells may be written as <row … />. */
function rowsEnd(text: string): number {
  const at = Math.max(text.lastIndexOf('</row>'), text.lastIndexOf(':row>'));
  return at < 0 ? 0 : text.indexOf('>', at) + 1;
}

/** What stands behind the rows: merged cells among other things. Read before the rows, because blocks repeat downwards. */
async function tailOf(file: Blob, entry: ZipEntry, signal?: AbortSignal): Promise<string> {
  const decoder = new TextDecoder();
  let tail = '';
  let behind = false;
  for await (const chunk of unpack(file, entry, signal)) {
    tail += decoder.decode(chunk, { stream: true });
    if (behind) continue;
    const end = /<\/(?:\w+:)?sheetData>/.exec(tail);
    behind = end !== null;
    // the mark may be cut in two between chunks
    tail = end ? tail.slice(end.index) : tail.slice(-64);
  }
  return behind ? tail : '';
}

/** The sheet that was asked for, else the first that is not hidden and has rows; the names of all that are not hidden. */
function chooseSheet(sheets: readonly Sheet[], entries: ReadonlyMap<string, ZipEntry>, wanted?: string): { entry: ZipEntry; sheet: string; names: string[] } {
  const usable = sheets.flatMap((sheet) => {
    const entry = entries.get(sheet.path.toLowerCase());
    return entry && !sheet.hidden ? [{ sheet, entry }] : [];
  });
  // an empty sheet is some hundred bytes
  const chosen = usable.find(({ sheet }) => sheet.name === wanted) ?? usable.find(({ entry }) => entry.unpacked > 1500) ?? usable[0];
  if (!chosen) throw new ImportRefused('broken', { text: 'xlsx' });
  return { entry: chosen.entry, sheet: chosen.sheet.name, names: usable.map(({ sheet }) => sheet.name) };
}

/** Open a workbook: one sheet of it, streamed. @throws ImportRefused */
export async function openXlsx(file: Blob, parts: readonly ZipEntry[], wanted?: string, signal?: AbortSignal): Promise<Records> {
  const entries = new Map(parts.map((entry) => [entry.name.toLowerCase().replaceAll('\\', '/'), entry]));
  const text = async (name: string): Promise<string> => {
    const entry = entries.get(name);
    return entry ? new TextDecoder().decode(await unpackAll(file, entry, signal)) : '';
  };
  const workbook = await text('xl/workbook.xml');
  const { sheets, date1904 } = readWorkbook(workbook, (await text('xl/_rels/workbook.xml.rels')) || '<none/>');
  const { entry, sheet, names } = chooseSheet(sheets, entries, wanted);
  const others = names.filter((name) => name !== sheet);
  const strings = readSharedStrings((await text('xl/sharedstrings.xml')) || '<none/>');
  const dates = readDateStyles((await text('xl/styles.xml')) || '<none/>');
  const merges = readMerges(await tailOf(file, entry, signal));
  const context: SheetContext = { strings, dates, date1904, merges };
  const remarks: ImportRemark[] = [];
  async function* batches() {
    const rows = new SheetRows(context);
    for await (const { text: xml, share } of stretches(file, entry, signal)) yield { rows: rows.parse(xml), done: Math.round(share * file.size) };
    if (rows.filled > 0) remarks.push({ code: 'merged-cells', count: rows.filled });
    if (rows.widest >= MOST_COLUMNS) remarks.push({ code: 'columns-left-out', count: rows.widest + 1 - MOST_COLUMNS });
    if (others.length > 0) remarks.push({ code: 'sheets-left-out', count: others.length, detail: others.join('、') });
  }
  return { format: 'xlsx', geometry: false, sheet, sheets: names, batches, remarks: () => remarks };
}
