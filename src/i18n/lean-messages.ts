import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const RUNTIME = fileURLToPath(new URL('./browser-runtime.ts', import.meta.url));
const PARAGLIDE = /\/src\/lib\/paraglide\/(?:(runtime)|messages\/(\w+))\.js(?:\?|$)/;
const TEXT = '(?:\\/\\*\\* @type \\{LocalizedString\\} \\*\\/ )?\\((`(?:[^`\\\\]|\\\\.)*`)\\)';
const PLAIN = (locale: string) => new RegExp(`const ${locale}_\\w+ = [^]*? \\*\\/ \\((i?)\\) => \\{\\s*return ${TEXT};?\\s*\\};`);
const CHOICE = /\(\(inputs(?: = \{\})?, options = \{\}\) => \{[^]*?return en_(\w+)\(inputs\)\s*\}\);\s*$/;

/** What stands for the choice between the languages in a bundle, as a pattern; it survives every minifier. */
export const CHOICE_OF_LANGUAGE = /[\w$]+\((?:[\w$]+|void 0),\s*["'`]§["'`]\)\s*\?/;
/** Messages that are asked for in a language that need not be the page's: files to take away are read back in either. */
export const IN_EITHER_LANGUAGE = /^counting_/;

/**
 * A message as Paraglide writes it (two functions, and a third that chooses between them) as one function that chooses between two texts.
 * @returns undefined for a message with variants (plurals), which stays as it is
 */
export function leanMessage(code: string): string | undefined {
  const zh = PLAIN('zh').exec(code);
  const en = PLAIN('en').exec(code);
  const name = CHOICE.exec(code)?.[1];
  if (!zh || !en || name === undefined) return undefined;
  const mark = IN_EITHER_LANGUAGE.test(name) ? '' : ", '§'";
  return `import { inChinese } from '../runtime.js';\nexport const ${name} = (i, o) => (inChinese(o${mark}) ? ${zh[2] ?? ''} : ${en[2] ?? ''});\n`;
}

const ASKS = /const locale = [^\n]*\n\s*if \(locale === "zh"\) return (zh_\w+)\(inputs\);?\s*return (en_\w+)\(inputs\);?/;

/** A message with variants as Paraglide writes it, but for how it chooses the language; Chinese has one form, whatever the number. */
export function choosingMessage(code: string): string {
  const [head = '', ...rest] = code.split('const en_');
  const chinese = head.includes('if (') ? head : head.replace(/\s*const \w+ = registry\.plural\("zh", [^;]*;/g, '');
  return [chinese, ...rest]
    .join('const en_')
    .replace('getLocale, experimentalStaticLocale }', 'inChinese }')
    .replace(ASKS, "return inChinese(options, '§') ? $1(inputs) : $2(inputs);");
}

const MESSAGES = fileURLToPath(new URL('../lib/paraglide/messages/', import.meta.url));
const ALL_MESSAGES = /(?:#lib|\/src\/lib)\/paraglide\/messages(?:\.js)?$/;
/** Such a module's name goes on with its importer's and ends in a mark, or it would be taken for a component like that one. */
const WORDS_OF = '\0words of ';

/**
 * The messages that a module says, as a module of its own: every module takes along its own copies. One copy for all would make chunks of a
 * hundred bytes, and tie parts of the site to each other that have nothing but a word in common.
 * @param code of the module that says them
 * @param isMessage whether there is a message of this name
 * @param importer what tells its copies from others
 */
export function ownMessages(code: string, isMessage: (name: string) => boolean, importer: string): string {
  const names = [...new Set([...code.matchAll(/\bm\.(\w+)/g)].flatMap(([, name = '']) => (isMessage(name) ? name : [])))];
  const mark = encodeURIComponent(importer);
  return names.map((name) => `export { ${name} } from ${JSON.stringify(`${MESSAGES}${name}.js?said-in=${mark}`)};\n`).join('');
}

/** Vite plugin: what browsers get of Paraglide's output, made small. Prerendering, the development server and tests keep it as it is. */
export const leanMessages = (): Plugin => ({
  name: 'lean-messages',
  enforce: 'pre',
  apply: 'build',
  resolveId(source, importer) {
    if (this.environment.name !== 'client' || importer === undefined) return undefined;
    if (source.startsWith(MESSAGES) && source.includes('?said-in=')) return source;
    return ALL_MESSAGES.test(source) ? `${WORDS_OF}${importer}!` : undefined;
  },
  load(id) {
    if (id.startsWith(WORDS_OF)) {
      const importer = id.slice(WORDS_OF.length, -1);
      const isMessage = (name: string) => existsSync(`${MESSAGES}${name}.js`);
      return { code: ownMessages(readFileSync(importer, 'utf8'), isMessage, importer.slice(importer.lastIndexOf('/src/'))), moduleSideEffects: false };
    }
    if (id.includes('?said-in=')) return readFileSync(id.slice(0, id.indexOf('?')), 'utf8');
    if (this.environment.name === 'client' && PARAGLIDE.exec(id)?.[1]) return `export * from ${JSON.stringify(RUNTIME)};`;
    return undefined;
  },
  transform(code, id) {
    if (this.environment.name !== 'client') return undefined;
    if (!PARAGLIDE.exec(id)?.[2]) return undefined;
    return { code: leanMessage(code) ?? choosingMessage(code), map: null };
  }
});
