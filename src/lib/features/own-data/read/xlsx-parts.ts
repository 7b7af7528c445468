import { styleOfFormat } from './number-cell';
import type { NumberStyle } from './number-cell';
import type { Relationship } from './package';
import { walkXml } from './read-xml';

/* The small parts of a workbook: which sheets there are, the shared texts, which styles are dates (ECMA-376 part 1, chapter 18). */

export type Sheet = Readonly<{ name: string; path: string; hidden: boolean }>;

/** Sheets of cells in their order, with the names of their parts, and whether days count from 1904. Sheets that are charts are none. */
export function readWorkbook(workbook: string, relations: readonly Relationship[]): { sheets: Sheet[]; date1904: boolean } {
  const targets = new Map(relations.flatMap(({ id, type, target }) => (type === 'worksheet' ? [[id, target] as const] : [])));
  const sheets: Sheet[] = [];
  let date1904 = false;
  walkXml(workbook, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') date1904 = /^(?:1|true)$/.test(attributes().date1904 ?? '');
      if (tag !== 'sheet') return;
      const { name = '', state, ...rest } = attributes();
      const id = Object.entries(rest).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? '';
      const path = targets.get(id);
      if (path !== undefined) sheets.push({ name, path, hidden: state !== undefined && state !== 'visible' });
    },
    close: () => undefined,
    text: () => undefined
  });
  return { sheets, date1904 };
}

/** Characters that XML cannot hold are written as _xHHHH_; an underscore that would look so is itself written as _x005F_. */
export const decodeEscapes = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;

/** The texts that cells refer to by number; phonetic guides are no part of a text. */
export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = false;
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') phonetic = true;
    },
    close: (name) => {
      if (name === 'si') strings.push(decodeEscapes(current));
      else if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
    },
    text: (text) => {
      if (inText && !phonetic) current += text;
    }
  });
  return strings;
}

/** Built-in number formats that are days or times: 14–22 and 45–47 everywhere, 27–36 and 50–58 in East Asian versions. */
const builtInDate = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** The styles of cells by their numbers. */
export function readNumberStyles(xml: string): NumberStyle[] {
  const custom = new Map<number, NumberStyle>();
  const styles: NumberStyle[] = [];
  let inCells = false;
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        custom.set(Number(numFmtId), styleOfFormat(formatCode));
      } else if (name === 'xf' && inCells) {
        const id = Number(attributes().numFmtId ?? 0);
        styles.push(custom.get(id) ?? { date: builtInDate(id), digits: 0 });
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: () => undefined
  });
  return styles;
}
