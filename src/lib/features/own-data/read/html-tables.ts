import type { Cell } from './cell-row';
import { MOST_DOCUMENT } from './documents';
import { byteOrderMark, detectEncoding } from './encoding';
import { distinctName, Grid, gridRecords } from './grid';
import type { Records } from './records';
import { ImportRefused } from './refusal';

/*
 * Tables of web pages, which many systems write under the name of .xls. Only what makes up a table is looked at; whatever else the page
 * holds is never run, shown or fetched.
 */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  middot: '·',
  deg: '°',
  sup2: '²',
  sup3: '³',
  yen: '¥',
  times: '×',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  prime: '′',
  Prime: '″',
  permil: '‰'
};

/** Character references to characters; unknown ones stay as they are. */
const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,9}));/gi, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** A page's text: by its mark, by what it says of itself if its bytes agree, else by trial. */
function decodePage(bytes: Uint8Array): string {
  const { encoding, length } = byteOrderMark(bytes);
  const body = bytes.subarray(length);
  return new TextDecoder(encoding ?? detectEncoding([body])).decode(body);
}

const numberIn = (attributes: string, name: string) =>
  Math.min(1000, Math.max(1, Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)?.[1] ?? 1)));
const isHidden = (attributes: string) => /display\s*:\s*none|\bhidden\b/i.test(attributes);

/** A table that is not closed yet; one may stand in another's cell. */
type Open = { grid: Grid; cell: string | undefined; shape: { across: number; down: number }; row: { hidden: boolean } | undefined; caption: boolean };

class Tables {
  readonly grids: Grid[] = [];
  private readonly open: Open[] = [];

  tag(name: string, closing: boolean, attributes: string): void {
    const table = this.open.at(-1);
    if (name === 'table') {
      if (!closing) {
        const grid = new Grid(distinctName(this.grids, String(this.grids.length + 1)));
        grid.hidden = isHidden(attributes);
        this.grids.push(grid);
        this.open.push({ grid, cell: undefined, shape: { across: 1, down: 1 }, row: undefined, caption: false });
      } else if (table) {
        this.endRow(table);
        this.open.pop();
      }
    } else if (!table) return;
    else if (name === 'tr') {
      this.endRow(table);
      if (closing) return;
      table.row = { hidden: isHidden(attributes) };
      table.grid.startRow();
    } else if (name === 'td' || name === 'th') {
      this.endCell(table);
      if (closing) return;
      if (!table.row) {
        table.row = { hidden: false };
        table.grid.startRow();
      }
      table.cell = '';
      table.shape = { across: numberIn(attributes, 'colspan'), down: numberIn(attributes, 'rowspan') };
    } else if (name === 'br' || name === 'p' || name === 'div') this.text(' ');
  }

  text(text: string): void {
    const table = this.open.at(-1);
    if (table?.cell !== undefined) table.cell += text;
  }

  private endCell(table: Open): void {
    if (table.cell === undefined) return;
    const value: Cell = decodeEntities(table.cell).replace(/\s+/g, ' ').trim();
    table.grid.cell(value, table.shape);
    table.cell = undefined;
  }

  private endRow(table: Open): void {
    this.endCell(table);
    if (table.row) table.grid.endRow(table.row);
    table.row = undefined;
  }

  end(): void {
    for (const table of this.open.reverse()) this.endRow(table);
  }
}

/** Tables of a page; layouts of a single column or row are none. */
export function tablesOf(html: string): Grid[] {
  const tables = new Tables();
  const parts = /<!--[\s\S]*?(?:-->|$)|<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+|</gi;
  for (const [whole, skipped, slash, name, attributes = ''] of html.matchAll(parts)) {
    if (name !== undefined) tables.tag(name.toLowerCase(), slash === '/', attributes);
    else if (skipped === undefined && !whole.startsWith('<!--')) tables.text(whole);
  }
  tables.end();
  return tables.grids.filter(({ rows }) => rows.length > 1 && rows.some(({ cells }) => cells.length > 1));
}

/** Open a web page's tables: one of them. @throws ImportRefused 'html' if there is none */
export async function openHtml(file: Blob, wanted?: string): Promise<Records> {
  if (file.size > MOST_DOCUMENT) throw new ImportRefused('too-large', { limit: MOST_DOCUMENT, size: file.size });
  const grids = tablesOf(decodePage(new Uint8Array(await file.arrayBuffer())));
  if (grids.length === 0) throw new ImportRefused('html');
  return gridRecords('html', grids, file.size, wanted);
}
