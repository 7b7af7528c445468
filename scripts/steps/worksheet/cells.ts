import { isDeepStrictEqual } from 'node:util';
import type { Value } from '../fields/form';
import { plainWidth } from '../pack/describe/values';

/*
 * Values as a cell shows them, and back. What a spreadsheet would change is written so that it cannot: text keeps its blanks and line ends in
 * quotation marks behind a backslash, and what is there but empty has a sign of its own. Reading back takes what people and programs make of cells.
 */

/** What a cell holds; as spreadsheet programs hand it over. */
export type CellValue = string | number | boolean | Date | null;
type Labels = Readonly<Record<string, string>>;

/** There, but empty: a list, a record, a text. A blank cell says that nothing is there. */
export const EMPTY_LIST = '[]';
export const EMPTY_RECORD = '{}';
const EMPTY_TEXT = '""';
const SIGNS = [EMPTY_LIST, EMPTY_RECORD, EMPTY_TEXT];
/** Of one cell, in characters: Excel cuts what is longer. */
export const MOST_CHARACTERS = 32_767;

const QUOTED = '\\';
/** What XML cannot hold, or Excel reads as an escape of its own. */
// eslint-disable-next-line no-control-regex -- these very characters are the danger
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}|_x[0-9a-f]{4}_/iu;

const quoted = (text: string): string =>
  QUOTED + JSON.stringify(text).replace(/[_\ufffe\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

function textCell(text: string, line = false): string {
  if (text === '') return EMPTY_TEXT;
  const plain = text === text.trim() && !SIGNS.includes(text) && !text.startsWith(QUOTED) && !UNSAFE.test(text) && !(line && text.includes('\n'));
  return plain ? text : quoted(text);
}

function textOf(cell: string): string {
  const text = cell.trim();
  if (text === EMPTY_TEXT) return '';
  if (!text.startsWith(`${QUOTED}"`)) return text;
  try {
    return String(JSON.parse(text.slice(1)));
  } catch {
    return text;
  }
}

/** Items of these lists hold no separators, so that they stand in one line; others have a line each. */
const inOneLine = ({ type }: Value): boolean => type !== 'text' && type !== 'cite' && type !== 'list';

/** A clause of the document itself that looks like one of another has a colon before it. */
const FOREIGN = /^([a-z0-9]+(?:-[a-z0-9]+)*)?\s*[:：]\s*([^]*)$/;

/** @param content as the schema has it; not undefined */
export function toCell(value: Value, content: unknown, labels: Labels = {}): string | number {
  switch (value.type) {
    case 'number':
      return content as number;
    case 'flag':
      return content === true ? '是' : '否';
    case 'choice':
      return labels[String(content)] ? `${labels[String(content)]} ${String(content)}` : String(content);
    case 'id-or-number':
      // an id may be all digits, or look like 1e5
      return typeof content === 'string' && isNumber(content) ? `"${content}"` : String(content);
    case 'cite':
      return textCell(citeText(content as string | { document: string; clause: string }));
    case 'list': {
      const items = content as unknown[];
      if (items.length === 0) return EMPTY_LIST;
      const cells = items.map((item) => (value.of.type === 'cite' ? citeText(item as string) : item));
      if (inOneLine(value.of)) return cells.map((item) => toCell(value.of, item, labels)).join('; ');
      if (value.of.type === 'list') return cells.map((item) => toCell(value.of, item, labels)).join('\n');
      return cells.map((item) => textCell(String(item), true)).join('\n');
    }
    case 'lines': {
      const lines = Object.entries(content as object).map(([key, item]) => `${key}：${toCell(value.of, item)}`);
      return lines.length === 0 ? EMPTY_RECORD : lines.join('\n');
    }
    case 'code':
    case 'day':
    case 'text':
      return textCell(String(content));
  }
}

function citeText(cite: string | { document: string; clause: string }): string {
  if (typeof cite !== 'string') return `${cite.document}：${cite.clause}`;
  return FOREIGN.test(cite) ? `：${cite}` : cite;
}

function citeOf(text: string, home: boolean): unknown {
  const [whole, document, clause = ''] = FOREIGN.exec(text) ?? [];
  if (document !== undefined) return { document, clause };
  return whole !== undefined && home ? clause : text;
}

/**
 * What a cell says, to be held against the schema; undefined for a blank one. Takes what Excel and WPS make of cells: numbers for codes, days as
 * serial numbers, full-width digits and marks; and what is none of the values is handed on as it is, for the schema to refuse.
 */
export function fromCell(value: Value, cell: CellValue, labels: Labels = {}): unknown {
  if (isBlank(cell)) return undefined;
  if (value.type === 'number') return numberOf(cell);
  if (value.type === 'day') return dayOf(cell);
  const text = wordsOf(cell);
  switch (value.type) {
    case 'flag':
      return flagOf(text);
    case 'choice':
      return choiceOf(text, value.values, labels);
    case 'id-or-number': {
      const plain = plainWidth(text);
      return /^"[^"]+"$/.test(plain) ? plain.slice(1, -1) : isNumber(plain) ? Number(plain) : plain;
    }
    case 'cite':
      return citeOf(textOf(text), value.home);
    case 'code':
      return plainWidth(textOf(text));
    case 'list':
      return listOf(value.of, text, labels);
    case 'lines':
      return linesOf(value.of, text);
    case 'text':
      return textOf(text);
  }
}

/** Whether a cell says nothing. */
export const isBlank = (cell: CellValue | undefined): boolean => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** Whether a field may be left blank because that is what it is anyway. */
export const isFallback = (content: unknown, fallback: unknown): boolean => fallback !== undefined && isDeepStrictEqual(content, fallback);

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));
const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

function wordsOf(cell: CellValue): string {
  if (cell instanceof Date) return isoDay(cell);
  return typeof cell === 'string' ? cell.replaceAll('\r\n', '\n') : String(cell);
}

function numberOf(cell: CellValue): unknown {
  if (typeof cell === 'number') return cell;
  const text = plainWidth(wordsOf(cell));
  const plain = text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '').replace(/^−/, '-');
  return isNumber(plain) ? Number(plain) : text;
}

/** The day that Excel counts from; the 1900 system, whose leap year of 1900 no date here comes near. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

function dayOf(cell: CellValue): unknown {
  if (cell instanceof Date) return isoDay(cell);
  const text = plainWidth(wordsOf(cell));
  if (/^\d{5}(\.\d+)?$/.test(text)) return isoDay(new Date(DAY_ZERO + Math.floor(Number(text)) * 86_400_000));
  const [, year, month = '', day = ''] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function flagOf(text: string): unknown {
  const plain = plainWidth(text).toLowerCase();
  if (['是', 'true', 'yes', 'y', '1', '√', '✓'].includes(plain)) return true;
  return ['否', 'false', 'no', 'n', '0', '×'].includes(plain) ? false : plain;
}

const SIGN_OF: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=', '≈': '~' };

function choiceOf(text: string, values: readonly string[], labels: Labels): string {
  const plain = plainWidth(text);
  const last = plain.split(/\s+/).at(-1) ?? plain;
  const named = Object.keys(labels).filter((key) => plainWidth(labels[key] ?? '') === plain);
  return [plain, SIGN_OF[plain], named.length === 1 ? named[0] : undefined, last].find((word) => word !== undefined && values.includes(word)) ?? plain;
}

function listOf(item: Value, text: string, labels: Labels): unknown[] {
  if (text.trim() === EMPTY_LIST) return [];
  if (!inOneLine(item)) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    if (item.type === 'list') return lines.map((line) => listOf(item.of, line, labels));
    return lines.map((line) => (item.type === 'cite' ? citeOf(textOf(line), item.home) : textOf(line)));
  }
  // the words of a closed list have a blank before them
  const separator = item.type === 'choice' ? /[;；,，、\n]+/ : /[;；,，、\s]+/;
  return text.split(separator).flatMap((part) => (part.trim() === '' ? [] : [fromCell(item, part.trim(), labels)]));
}

function linesOf(item: Value, text: string): unknown {
  if (text.trim() === EMPTY_RECORD) return {};
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const pairs = lines.map((line) => {
    const [, key = '', rest = ''] = /^([^:：]*)[:：]?([^]*)$/.exec(line) ?? [];
    return [plainWidth(key), fromCell(item, rest) ?? ''] as const;
  });
  // two lines for one id would be read as the later one
  return new Set(pairs.map(([key]) => key)).size === pairs.length ? Object.fromEntries(pairs) : text;
}
