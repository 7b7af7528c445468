import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { minifySync } from 'vite';
import { CHOICE_OF_LANGUAGE } from '../../src/i18n/lean-messages';
import { listFiles } from './write-data';

/*
 * The bundle has every message in both languages. A page has one language for life, so the pages of each get copies of the scripts with its
 * words alone, a tenth shorter: _app/immutable/zh/… and _app/immutable/en/…. The scripts as bundled stay for the page that stands in
 * for any other (404.html), and what holds no words and loads nothing that does is shared.
 */
const ROOT = '_app/immutable/';
const LANGUAGES = ['zh', 'en'] as const;
type Language = (typeof LANGUAGES)[number];

const LITERAL = /(["'`])((?:\.{1,2}\/|[\w/.:-]*_app\/immutable\/)[\w/.-]+)\1/g;

/** A page's language by its file, below the site's root; undefined for the page that stands in for any other. */
export const languageOf = (page: string): Language | undefined => (page === '404.html' ? undefined : page.startsWith('en/') ? 'en' : 'zh');

/** The files of the bundle that a script names, below the site's root. */
const namedIn = (file: string, code: string): string[] =>
  [...code.matchAll(LITERAL)].map(([, , path = '']) => (path.startsWith('.') ? posix.join(posix.dirname(file), path) : path.slice(path.indexOf(ROOT))));

/**
 * The scripts that differ from language to language: those with words, and all that name one of these.
 * @param scripts code by file
 */
export function speaking(scripts: ReadonlyMap<string, string>): Set<string> {
  const found = new Set([...scripts].filter(([, code]) => code.search(CHOICE_OF_LANGUAGE) >= 0).map(([file]) => file));
  const named = [...scripts].map(([file, code]) => [file, namedIn(file, code)] as const);
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const [file, names] of named) if (names.some((name) => found.has(name))) found.add(file);
  }
  return found;
}

const copyOf = (file: string, language: Language): string => file.replace(ROOT, `${ROOT}${language}/`);

/** A script with the words of one language, as it is to lie in that language's folder. @throws Error for what cannot be parsed */
export function inOneLanguage(file: string, code: string, language: Language, copied: ReadonlySet<string>): string {
  const here = posix.dirname(copyOf(file, language));
  const moved = code
    .replace(new RegExp(CHOICE_OF_LANGUAGE, 'g'), language === 'zh' ? '!0?' : '!1?')
    .replace(LITERAL, (literal: string, quote: string, path: string) => {
      const start = path.startsWith('.') ? 0 : path.indexOf(ROOT);
      const name = path.startsWith('.') ? posix.join(posix.dirname(file), path) : path.slice(start);
      if (!name.startsWith(ROOT)) return literal;
      const target = copied.has(name) ? copyOf(name, language) : name;
      if (!path.startsWith('.')) return `${quote}${path.slice(0, start)}${target}${quote}`;
      const relative = posix.relative(here, target);
      return `${quote}${relative.startsWith('.') ? relative : `./${relative}`}${quote}`;
    });
  const { code: small, errors } = minifySync(file, moved, { module: true, mangle: true, compress: true, codegen: { removeWhitespace: true } });
  if (errors.length > 0) throw new Error(`${file}: ${errors.map(({ message }) => message).join('; ')}`);
  return small;
}

const hashOf = (script: string): string => `sha256-${createHash('sha256').update(script).digest('base64')}`;

/** A page that loads its language's scripts; its content security policy names its own script anew. */
export function pageInLanguage(html: string, language: Language, copied: ReadonlySet<string>): string {
  const here = (text: string) => text.replace(/_app\/immutable\/[\w/.-]+\.js/g, (file) => (copied.has(file) ? copyOf(file, language) : file));
  const hashes = new Map<string, string>();
  const moved = html.replace(/(<script>)([^]*?)(<\/script>)|<(?:link|script)\s[^>]*>/g, (tag: string, open?: string, script?: string, close?: string) => {
    if (open === undefined || script === undefined || close === undefined) return here(tag);
    const fresh = here(script);
    hashes.set(hashOf(script), hashOf(fresh));
    return `${open}${fresh}${close}`;
  });
  return [...hashes].reduce((page, [before, after]) => page.replace(before, after), moved);
}

/**
 * Give every page of a built site the scripts of its language.
 * @param dir the built site
 * @returns how many scripts were copied for each language
 */
export function splitLanguages(dir: string): number {
  const names = listFiles(dir).map((name) => name.replaceAll('\\', '/'));
  const scripts = new Map(
    names.filter((name) => /^_app\/immutable\/(?!zh\/|en\/).*\.js$/.test(name)).map((name) => [name, readFileSync(join(dir, name), 'utf8')])
  );
  const copied = speaking(scripts);
  for (const language of LANGUAGES)
    for (const file of copied) {
      const path = join(dir, copyOf(file, language));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, inOneLanguage(file, scripts.get(file) ?? '', language, copied));
    }
  for (const page of names.filter((name) => name.endsWith('.html'))) {
    const language = languageOf(page);
    if (language) writeFileSync(join(dir, page), pageInLanguage(readFileSync(join(dir, page), 'utf8'), language, copied));
  }
  return copied.size;
}
