import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const RUNTIME = fileURLToPath(new URL('./browser-runtime.ts', import.meta.url));
const PARAGLIDE = /\/src\/lib\/paraglide\/(?:(runtime)|messages\/(\w+))\.js$/;
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

/** Vite plugin: what browsers get of Paraglide's output, made small. Prerendering, the development server and tests keep it as it is. */
export const leanMessages = (): Plugin => ({
  name: 'lean-messages',
  enforce: 'pre',
  apply: 'build',
  load(id) {
    if (this.environment.name === 'client' && PARAGLIDE.exec(id)?.[1]) return `export * from ${JSON.stringify(RUNTIME)};`;
    return undefined;
  },
  transform(code, id) {
    if (this.environment.name !== 'client') return undefined;
    if (!PARAGLIDE.exec(id)?.[2]) return undefined;
    return { code: leanMessage(code) ?? choosingMessage(code), map: null };
  }
});
