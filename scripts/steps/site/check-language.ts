import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../write-data';

/** Chinese characters, and the marks of punctuation that come with them. */
const CHINESE = /[\p{Script=Han}\u3001-\u303f\uff00-\uff60]/u;
const TOKEN = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+/gi;
const ATTRIBUTE = /([a-z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
/** Attributes that readers are shown or told. */
const SPOKEN = new Set([
  'title',
  'alt',
  'placeholder',
  'label',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'aria-placeholder'
]);
const EMPTY = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Chinese in a page that its `lang` attributes do not own to. @property where e.g. `<dd>` or `title of <a>` */
export type Unmarked = Readonly<{ where: string; text: string }>;

/**
 * Chinese characters in a page's HTML, in texts and in attributes that readers meet, outside elements whose language (their own or the next one
 * above) begins with “zh”. Scripts, styles and comments are passed over. The HTML is as Svelte writes it: every element is closed.
 */
export function unmarkedChinese(html: string): Unmarked[] {
  const found: Unmarked[] = [];
  const open: { name: string; chinese: boolean }[] = [];
  const inChinese = () => open.at(-1)?.chinese ?? false;
  for (const [token, skipped, slash, tag, rest = ''] of html.matchAll(TOKEN)) {
    if (skipped !== undefined || token.startsWith('<!--')) continue;
    const name = tag?.toLowerCase();
    if (name === undefined) {
      if (!inChinese() && CHINESE.test(token)) found.push({ where: `<${open.at(-1)?.name ?? 'html'}>`, text: token.trim() });
    } else if (slash) {
      const at = open.findLastIndex((one) => one.name === name);
      if (at >= 0) open.length = at;
    } else {
      const attributes = new Map([...rest.matchAll(ATTRIBUTE)].map(([, key = '', a, b, c]) => [key.toLowerCase(), a ?? b ?? c ?? '']));
      const language = attributes.get('lang');
      const chinese = language === undefined ? inChinese() : language.toLowerCase().startsWith('zh');
      const spoken = (key: string) => SPOKEN.has(key) || (key === 'content' && name === 'meta');
      if (!chinese) for (const [key, value] of attributes) if (spoken(key) && CHINESE.test(value)) found.push({ where: `${key} of <${name}>`, text: value });
      if (!EMPTY.has(name) && !rest.endsWith('/')) open.push({ name, chinese });
    }
  }
  return found;
}

/** What pages of a built site say in Chinese without saying that it is Chinese; each text once, with the first page that has it. */
export function checkLanguage(dir: string): string[] {
  const pages = new Map<string, string[]>();
  for (const page of listFiles(dir).filter((name) => name.endsWith('.html')))
    for (const { where, text } of unmarkedChinese(readFileSync(join(dir, page), 'utf8'))) {
      const what = `Chinese that is not marked lang="zh-CN", ${where}: ${text.replace(/\s+/g, ' ').slice(0, 80)}`;
      const known = pages.get(what) ?? [];
      pages.set(what, known);
      if (known.at(-1) !== page) known.push(page);
    }
  return [...pages].map(([what, [first = '', ...others]]) => `${first}${others.length > 0 ? ` and ${others.length} more` : ''}: ${what}`);
}
