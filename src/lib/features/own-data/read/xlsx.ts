import type { Cell } from './cell-row';
import { mainPart, partsByName, partText, relationsOf } from './package';
import type { Records } from './records';
import { ImportRefused } from './refusal';
import { chooseSheet, PEEKED } from './sheet-choice';
import type { SheetPeek } from './sheet-choice';
import { sheetRemarks } from './sheet-remarks';
import { readNumberStyles, readSharedStrings, readWorkbook } from './xlsx-parts';
import type { Sheet } from './xlsx-parts';
import { readHiddenColumns, readMerges, SheetRows } from './xlsx-sheet';
import type { Merge, SheetContext } from './xlsx-sheet';
import { unpack } from './zip';
import type { ZipEntry } from './zip';

/** Characters of a sheet that are parsed at a time. */
const STRETCH = 1 << 20;
/** Characters of each sheet that are looked at before one is chosen. */
const PEEK = 1 << 16;

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

type Survey = Readonly<{ hiddenColumns: readonly number[]; rowsExpected: number; merges: readonly Merge[] }>;

/** What stands before and behind a sheet's rows, and how many rows there are. Merged blocks must be known before: they repeat downwards. */
async function survey(file: Blob, entry: ZipEntry, signal?: AbortSignal): Promise<Survey> {
  const decoder = new TextDecoder();
  let [text, head] = ['', ''];
  let rowsExpected = 0;
  let state: 'before' | 'rows' | 'behind' = 'before';
  for await (const chunk of unpack(file, entry, signal)) {
    text += decoder.decode(chunk, { stream: true });
    if (state === 'before') {
      const start = /<(?:\w+:)?sheetData[^>]*>/.exec(text);
      if (!start) continue;
      head = text.slice(0, start.index);
      text = text.slice(start.index + start[0].length);
      state = start[0].endsWith('/>') ? 'behind' : 'rows';
    }
    if (state !== 'rows') continue;
    const end = /<\/(?:\w+:)?sheetData>/.exec(text);
    const whole = end ? end.index : Math.max(0, text.lastIndexOf('<'));
    for (const _ of text.slice(0, whole).matchAll(/<(?:\w+:)?row[\s>]/g)) rowsExpected++;
    if (end) state = 'behind';
    // a mark may be cut in two between chunks
    text = text.slice(end ? end.index : whole);
  }
  return { hiddenColumns: readHiddenColumns(head), rowsExpected, merges: state === 'behind' ? readMerges(text) : [] };
}

/** The beginning of a sheet: its hidden columns, its first rows, and how many there are, by extrapolation where it goes on. */
async function peekAt(
  file: Blob,
  entry: ZipEntry,
  context: SheetContext,
  signal?: AbortSignal
): Promise<Readonly<{ rows: number; top: readonly (readonly Cell[])[] }>> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of unpack(file, entry, signal)) {
    bytes += chunk.length;
    text += decoder.decode(chunk, { stream: true });
    if (text.length > PEEK) break;
  }
  const start = /<(?:\w+:)?sheetData[^>]*>/.exec(text);
  if (!start || start[0].endsWith('/>')) return { rows: 0, top: [] };
  const from = start.index + start[0].length;
  const end = rowsEnd(text.slice(from));
  if (end === 0) return { rows: 0, top: [] };
  const rows = new SheetRows(context).parse(text.slice(from, from + end));
  return { rows: Math.round(rows.length * Math.max(1, entry.unpacked / bytes)), top: rows.slice(0, PEEKED).map(({ cells }) => cells) };
}

type Workbook = Readonly<{ context: Omit<SheetContext, 'merges'>; sheets: readonly (Sheet & Readonly<{ entry: ZipEntry; peek: SheetPeek }>)[] }>;

async function openWorkbook(file: Blob, entries: readonly ZipEntry[], signal?: AbortSignal): Promise<Workbook> {
  const parts = partsByName(entries);
  const main = await mainPart(file, entries);
  if (main === undefined) throw new ImportRefused('broken', { text: 'xlsx' });
  const relations = await relationsOf(file, parts, main, signal);
  // where the relation is lost, under its usual name
  const usual = (type: string) => `${main.slice(0, main.lastIndexOf('/') + 1)}${type.toLowerCase()}.xml`;
  const text = async (type: string) =>
    (await partText(file, parts, relations.find((relation) => relation.type === type)?.target ?? usual(type), signal)) || '<none/>';
  const { sheets, date1904 } = readWorkbook(await partText(file, parts, main, signal), relations);
  const context = { strings: readSharedStrings(await text('sharedStrings')), styles: readNumberStyles(await text('styles')), date1904 };
  const found = [];
  for (const sheet of sheets) {
    const entry = parts.get(sheet.path);
    if (entry) found.push({ ...sheet, entry, peek: { ...sheet, ...(await peekAt(file, entry, { ...context, merges: [] }, signal)) } });
  }
  return { context, sheets: found };
}

/** Workbooks that are open: looked at, then read, perhaps sheet by sheet, they are opened once. */
const opened = new WeakMap<Blob, Promise<Workbook>>();

/** Open a workbook: one sheet of it, streamed. @throws ImportRefused */
export async function openXlsx(file: Blob, entries: readonly ZipEntry[], wanted?: string, signal?: AbortSignal): Promise<Records> {
  const opening = opened.get(file) ?? openWorkbook(file, entries, signal);
  opened.set(file, opening);
  opening.catch(() => opened.delete(file));
  const workbook = await opening;
  const choice = chooseSheet(
    workbook.sheets.map(({ peek }) => peek),
    wanted
  );
  const entry = workbook.sheets.find(({ name }) => name === choice?.chosen)?.entry;
  if (!choice || !entry) throw new ImportRefused('broken', { text: 'xlsx' });
  const { hiddenColumns, rowsExpected, merges } = await survey(file, entry, signal);
  let rows = new SheetRows({ ...workbook.context, merges });
  async function* batches() {
    rows = new SheetRows({ ...workbook.context, merges });
    for await (const { text: xml, share } of stretches(file, entry as ZipEntry, signal)) yield { rows: rows.parse(xml), done: Math.round(share * file.size) };
  }
  const remarks = (header?: readonly string[]) => sheetRemarks(rows, hiddenColumns, header);
  return { format: 'xlsx', geometry: false, sheet: choice.chosen, sheets: choice.sheets, hiddenColumns, rowsExpected, batches, remarks };
}
