import { walkXml } from './read-xml';

/* The small parts of a workbook: which sheets there are, the shared texts, which styles are dates (ECMA-376 part 1, chapter 18). */

export type Sheet = Readonly<{ name: string; path: string; hidden: boolean }>;

/** Sheets in their order, with the paths of their parts, and whether days count from 1904. */
export function readWorkbook(workbook: string, relations: string): { sheets: Sheet[]; date1904: boolean } {
  const targets = new Map<string, string>();
  walkXml(relations, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const { Id = '', Target = '' } = attributes();
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
    close: () => undefined,
    text: () => undefined
  });
  const sheets: Sheet[] = [];
  let date1904 = false;
  walkXml(workbook, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') date1904 = /^(?:1|true)$/.test(attributes().date1904 ?? '');
      if (tag !== 'sheet') return;
      const { name = '', state, ...rest } = attributes();
      const id = Object.entries(rest).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? '';
      sheets.push({ name, path: targets.get(id) ?? '', hidden: state !== undefined && state !== 'visible' });
    },
    close: () => undefined,
    text: () => undefined
  });
  return { sheets, date1904 };
}

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
      if (name === 'si') strings.push(current);
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

/** A format code with a part of a day in it, quoted text, colours and conditions aside. */
const isDateFormat = (code: string) => /[ymdhs年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|General/gi, ''));

/** By cell style: whether its numbers are days. */
export function readDateStyles(xml: string): boolean[] {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt') custom.set(Number(attributes().numFmtId), isDateFormat(attributes().formatCode ?? ''));
      else if (name === 'xf' && inCells) {
        const id = Number(attributes().numFmtId ?? 0);
        styles.push(custom.get(id) ?? builtInDate(id));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: () => undefined
  });
  return styles;
}
