import { decodeText, MOST_DOCUMENT, readText } from './documents';
import { cellOfNumber, distinctName, Grid, gridRecords } from './grid';
import type { Records } from './records';
import { ImportRefused } from './refusal';
import { walkXml } from './read-xml';
import { unpackAll } from './zip';
import type { ZipEntry } from './zip';

/* OpenDocument spreadsheets (ISO/IEC 26300-1, chapter 9), zipped or as one XML file. */

type Attributes = Readonly<Record<string, string>>;

/** An attribute by its name without the prefix. */
const attribute = (attributes: Attributes, name: string): string | undefined =>
  attributes[name] ?? Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];

const times = (value: string | undefined) => Math.max(1, Number(value ?? 1) || 1);

class Spreadsheet {
  readonly grids: Grid[] = [];
  private grid: Grid | undefined;
  /** table styles that hide their tables */
  private readonly hiddenStyles = new Set<string>();
  private style = '';
  private columns = 0;
  private row = { hidden: false, repeated: 1 };
  private cell: Attributes = {};
  private covered = false;
  private inCell = 0;
  private aside = 0;
  private text = '';
  private paragraphs = 0;

  open(name: string, attributes: () => Attributes): void {
    const at = (key: string) => attribute(attributes(), key);
    if (this.inCell > 0) return this.openInCell(name, at);
    switch (name) {
      case 'style':
        this.style = at('family') === 'table' ? (at('name') ?? '') : '';
        break;
      case 'table-properties':
        if (this.style !== '' && at('display') === 'false') this.hiddenStyles.add(this.style);
        break;
      case 'table':
        this.grid = new Grid(distinctName(this.grids, at('name') ?? String(this.grids.length + 1)));
        this.grid.hidden = this.hiddenStyles.has(at('style-name') ?? '');
        this.columns = 0;
        this.grids.push(this.grid);
        break;
      case 'table-column': {
        const repeated = times(at('number-columns-repeated'));
        const hidden = ['collapse', 'filter'].includes(at('visibility') ?? '');
        if (hidden) for (let i = 0; i < Math.min(repeated, 256); i++) this.grid?.hiddenColumns.push(this.columns + i);
        this.columns += repeated;
        break;
      }
      case 'table-row':
        this.row = { hidden: ['collapse', 'filter'].includes(at('visibility') ?? ''), repeated: times(at('number-rows-repeated')) };
        this.grid?.startRow();
        break;
      case 'table-cell':
      case 'covered-table-cell':
        this.cell = attributes();
        this.covered = name === 'covered-table-cell';
        this.inCell = 1;
        this.text = '';
        this.paragraphs = 0;
        break;
    }
  }

  private openInCell(name: string, at: (key: string) => string | undefined): void {
    this.inCell++;
    if (name === 'annotation' || name === 'ruby-text' || name === 'frame') this.aside = this.inCell;
    if (this.aside > 0) return;
    if (name === 'p' || name === 'h') {
      if (this.paragraphs++ > 0) this.text += '\n';
    } else if (name === 's') this.text += ' '.repeat(Math.min(100, times(at('c'))));
    else if (name === 'tab' || name === 'line-break') this.text += ' ';
  }

  close(name: string): void {
    if (this.inCell > 0) {
      if (this.inCell === this.aside) this.aside = 0;
      if (--this.inCell === 0) this.endCell();
      return;
    }
    if (name === 'table-row') this.grid?.endRow(this.row);
    else if (name === 'style') this.style = '';
  }

  addText(text: string): void {
    if (this.inCell > 1 && this.aside === 0) this.text += text;
  }

  private endCell(): void {
    const at = (key: string) => attribute(this.cell, key);
    const type = at('value-type');
    const value = at('value');
    if (
      at('formula') !== undefined &&
      value === undefined &&
      at('date-value') === undefined &&
      at('boolean-value') === undefined &&
      this.text === '' &&
      type !== 'string'
    )
      this.grid?.uncomputed();
    const shape = { repeated: times(at('number-columns-repeated')), down: times(at('number-rows-spanned')), covered: true };
    const isNumber = value !== undefined && (type === 'float' || type === 'percentage' || type === 'currency');
    const day =
      type === 'date'
        ? at('date-value')
            ?.replace(/T00:00(?::00(?:\.0+)?)?$/, '')
            .replace('T', ' ')
        : undefined;
    // a code shown with its leading zeros, or with all the digits that were typed
    const shown = /^0\d+$/.test(this.text) ? this.text : undefined;
    const error = at('value-type') === 'error' || /^(?:#N\/A|#REF!|#DIV\/0!|#VALUE!|#NAME\?|Err:\d+)$/.test(this.text);
    this.grid?.cell(error || this.covered ? null : (day ?? (isNumber ? (shown ?? cellOfNumber(value)) : this.text)), shape);
  }
}

/** The XML that holds the tables of an archive. @throws ImportRefused */
async function contentOf(file: Blob, entries: readonly ZipEntry[], signal?: AbortSignal): Promise<string> {
  const content = entries.find(({ name }) => name === 'content.xml');
  const manifest = entries.find(({ name }) => /^META-INF\/manifest\.xml$/i.test(name));
  if (manifest && /<(?:\w+:)?encryption-data/.test(decodeText(await unpackAll(file, manifest, signal)))) {
    throw new ImportRefused('unsupported', { text: 'encrypted' });
  }
  if (!content) throw new ImportRefused('broken', { text: 'content.xml' });
  if (content.unpacked > MOST_DOCUMENT) throw new ImportRefused('too-large', { limit: MOST_DOCUMENT, size: content.unpacked });
  return decodeText(await unpackAll(file, content, signal));
}

/** Open an OpenDocument spreadsheet: one sheet of it. @param entries of the archive; none of a flat XML file @throws ImportRefused */
export async function openOds(file: Blob, entries: readonly ZipEntry[], wanted?: string, signal?: AbortSignal): Promise<Records> {
  const xml = entries.length === 0 ? await readText(file) : await contentOf(file, entries, signal);
  const sheet = new Spreadsheet();
  walkXml(xml, { open: (name, attributes) => sheet.open(name, attributes), close: (name) => sheet.close(name), text: (text) => sheet.addText(text) });
  return gridRecords('ods', sheet.grids, file.size, wanted);
}
