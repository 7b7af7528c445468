/*
 * What a cell's text holds beyond what it says: characters that nobody sees, and words that stand for “not known”.
 */

/** Characters that are not seen and change what a text is equal to, by code points: control characters other than tab and line breaks … */
const UNSEEN: readonly (readonly [from: number, to: number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  // soft hyphen, joiner of graphemes, marks of direction in Arabic and Mongolian
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  // zero-width blanks and joiners, marks and brackets of direction, separators of lines and paragraphs
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  // fillers, variation selectors, byte order marks within a file, annotations
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb]
];
/** No-break spaces, which become plain ones. */
const NO_BREAK = /[\u00a0\u202f\u2007]/g;
const escaped = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`;
const INVISIBLE = new RegExp(`[${UNSEEN.map(([from, to]) => `${escaped(from)}-${escaped(to)}`).join('')}]`, 'g');
/** Without the flag that makes a pattern remember where it was. */
const ANY = new RegExp(`${INVISIBLE.source}|${NO_BREAK.source}`);

/** A text without characters that are not seen. Most texts have none and come back as they are. */
export const stripInvisible = (text: string): string => (ANY.test(text) ? text.replace(INVISIBLE, '').replace(NO_BREAK, ' ') : text);

/** A text in the form by which spreadsheets are kept from reading a code as a number: ="00017". */
const AS_TEXT = /^="([^"]+)"$/;
/** What stands in ="…"; other texts as they are. */
export const unwrapText = (text: string): string => (text.startsWith('="') ? (AS_TEXT.exec(text)?.[1] ?? text) : text);

/** Number of characters that `stripInvisible` takes away or replaces. */
export const countInvisible = (text: string): number =>
  ANY.test(text) ? [INVISIBLE, NO_BREAK].reduce((sum, pattern) => sum + (text.match(pattern)?.length ?? 0), 0) : 0;

/** Words that people and programs write where nothing is known, in lower case. */
const PLACEHOLDER_WORDS: readonly string[] = [
  ...['无', '暂无', '暂缺', '待定', '待补', '待补充', '待填', '待填写', '待核', '待核实', '待确定', '待确认', '待公布', '未定', '未知', '未填', '未填写'],
  ...['未提供', '未公布', '未披露', '未公开', '不公开', '不详', '不明', '不适用', '空', '空白', '缺', '缺失', '缺省', '没有', '无数据', '暂无数据', '暂未公布'],
  ...['暂未提供', '无法获取', '保密', '无坐标', '暂无坐标', '无信息', '暂无信息', '未采集', '未定位', '未获取', '略'],
  ...['null', '(null)', '<null>', '[null]', 'nil', 'none', 'nan', '-nan', 'na', 'n/a', 'n.a.', 'n.a', '#n/a', '<na>', 'nat', 'undefined', '(blank)', '(empty)'],
  ...['#value!', '#ref!', '#div/0!', '#name?', '#num!', '#null!', 'inf', '-inf', 'infinity', '-infinity'],
  ...['unknown', 'tbd', 'tba', 'tbc', 'missing', 'not available', 'not applicable', 'not known', 'no data', 'nd', 'n.d.', 'empty', 'pending', 'confidential']
];
const PLACEHOLDERS: ReadonlySet<string> = new Set(PLACEHOLDER_WORDS);
/** Dashes, strokes, dots, question marks and the like, alone or repeated; a tilde or an asterisk too. */
const MARKS_ONLY = /^[-_/\\|.,;:·•…?*~–—―─━‐‑‒−、。×＊～]+$/u;
/** Longest placeholder, characters. */
const LONGEST = 16;
/** Brackets that a placeholder may stand in: （待定）. */
const BRACKETS = /^[([【<「『](.*)[)\]】>」』]$/u;

/** Whether a cell's text says only that nothing is known: 无, —, /, NULL, N/A, 待定 … Blank texts are not asked about. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return false;
  const folded = trimmed.normalize('NFKC').toLowerCase();
  if (PLACEHOLDERS.has(folded) || MARKS_ONLY.test(folded)) return true;
  const inside = BRACKETS.exec(folded)?.[1]?.trim();
  return inside !== undefined && (PLACEHOLDERS.has(inside) || MARKS_ONLY.test(inside));
}

/** Whether a cell's text is blank or says only that nothing is known. */
export function isBlankText(text: string): boolean {
  const said = unwrapText(text.trim()).trim();
  return said === '' || said === '=""' || isPlaceholder(said);
}
