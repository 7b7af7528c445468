import { visit } from 'yaml';
import type { Document, LineCounter, YAMLError } from 'yaml';
import type { Said } from '../../problem';
import { READING } from '../words/reading';

/** A fault that is known by its line alone. */
export type LineFault = Readonly<{ line: number; rule: Said }>;

/** What the parser's errors mean to somebody who writes YAML by hand. */
const SYNTAX: Readonly<Partial<Record<YAMLError['code'], Said>>> = {
  BAD_INDENT: {
    zh: '缩进不对：同一级各行要对齐，每一级两个空格',
    en: 'the indentation is wrong: lines of one level begin at the same column, two spaces for each level'
  },
  MISSING_CHAR: { zh: '括号、引号没有成对，或缺少逗号、冒号', en: 'a bracket or quote is not closed, or a comma or colon is missing' },
  UNEXPECTED_TOKEN: {
    zh: '这里多了一个符号：检查括号、引号和逗号是否成对、是否半角',
    en: 'something is here that does not belong: look for brackets, quotes and commas without a match or of full width'
  },
  BAD_SCALAR_START: { zh: '值不能以这个符号开头：把值放进引号', en: 'a value cannot begin with this sign: put it into quotes' },
  DUPLICATE_KEY: { zh: '同一个字段写了两遍：留下一个', en: 'a field is there twice: leave one of them' },
  BLOCK_AS_IMPLICIT_KEY: { zh: '一行里有两个“: ”：把值放进引号', en: 'a line has two colons: put the value into quotes' },
  MULTILINE_IMPLICIT_KEY: { zh: '字段名后缺少“: ”，或引号没有成对', en: 'a field has no colon and space after it, or a quote is not closed' },
  BAD_DQ_ESCAPE: { zh: '双引号里的“\\”要写两个', en: 'in double quotes a backslash is written twice' },
  BLOCK_IN_FLOW: { zh: '方括号或花括号里不能换成缩进的写法', en: 'inside brackets and braces nothing is written by indentation' },
  MULTIPLE_DOCS: { zh: '一个文件里只能有一份内容：去掉“---”', en: 'a file holds one document: take out the line ---' }
};

/** The one thing to mend in a file that is no YAML: tabs, then colons of full width, and else what the parser met first. */
export function syntaxFault(text: string, error: YAMLError, lines: LineCounter, fields: ReadonlySet<string>): LineFault {
  const written = text.split('\n');
  const tabs = written.flatMap((line, i) => (/^ *\t/.test(line) && line.trim() !== '' ? [i + 1] : []));
  if (tabs[0] !== undefined) return { line: tabs[0], rule: READING.tab(tabs.length - 1) };
  const wide = written.flatMap((line, i) => wideColon(line, fields).map((field) => ({ line: i + 1, rule: READING.wideColon(field) })));
  if (wide[0]) return wide[0];
  const plain = error.message.split('\n')[0] ?? '';
  const { zh, en } = SYNTAX[error.code] ?? { zh: plain, en: plain };
  return { line: lines.linePos(error.pos[0]).line, rule: READING.syntax(zh, en) };
}

const wideColon = (line: string, fields: ReadonlySet<string>): string[] => {
  const [, field = ''] = /^\s*(?:- )?\s*(?:\{\s*)?([A-Za-z]\w*)\s*：/.exec(line) ?? [];
  return fields.has(field) ? [field] : [];
};

/** Fields with a colon of full width that the parser took for the next line of the value before them. */
export function swallowedFields(document: Document, lines: LineCounter, fields: ReadonlySet<string>): LineFault[] {
  const faults: LineFault[] = [];
  visit(document, {
    Scalar: (_, { type, range, source = '' }) => {
      if (type !== 'PLAIN' || !range) return;
      const first = lines.linePos(range[0]).line;
      source.split('\n').forEach((line, i) => faults.push(...wideColon(line, fields).map((field) => ({ line: first + i, rule: READING.wideColon(field) }))));
    }
  });
  return faults;
}
