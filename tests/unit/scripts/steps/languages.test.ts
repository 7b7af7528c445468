import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inOneLanguage, languageOf, pageInLanguage, speaking } from '../../../../scripts/steps/languages';

/* As a bundle holds them: words in a shared chunk, a page that imports it, a library that neither speaks nor loads what does. */
const WORDS = '_app/immutable/chunks/words.js';
const PAGE = '_app/immutable/nodes/1.js';
const LIBRARY = '_app/immutable/chunks/library.js';
const scripts = new Map([
  [WORDS, 'import{p as c}from"./library.js";var l=e=>e,t=(i,o)=>l(o,"§")?`成员 ${i?.count}`:`Members: ${i?.count}`,u=()=>l(void 0,`§`)?1:c(2);export{t,u}'],
  [
    PAGE,
    'const d=["/b/_app/immutable/chunks/words.js","/b/_app/immutable/chunks/library.js"];import{t}from"../chunks/words.js";import("../chunks/library.js");export{t,d}'
  ],
  [LIBRARY, 'export const p=x=>x']
]);
const copied = speaking(scripts);
const script = (file: string, language: 'zh' | 'en') => inOneLanguage(file, scripts.get(file) ?? '', language, copied);

describe('scripts for each language', () => {
  it('are made of those with words and of all that load them', () => expect([...copied].sort()).toEqual([WORDS, PAGE]));

  it('hold the words of one, and what only one needs', () => {
    expect(script(WORDS, 'en')).toContain('Members: ');
    expect(script(WORDS, 'en')).not.toContain('成员');
    expect(script(WORDS, 'zh')).toContain('成员');
    expect(script(WORDS, 'zh')).not.toMatch(/Members|library\.js".*p as c/);
  });

  it('name each other and what is shared where they lie', () => {
    expect(script(PAGE, 'en')).toMatch(/["'`]\.\.\/chunks\/words\.js/);
    expect(script(PAGE, 'en')).toMatch(/["'`]\.\.\/\.\.\/chunks\/library\.js/);
    expect(script(PAGE, 'en')).toContain('/b/_app/immutable/en/chunks/words.js');
    expect(script(PAGE, 'en')).toContain('/b/_app/immutable/chunks/library.js');
  });

  it('are what pages load, whose policy allows their own script and no other', () => {
    const inline = 'import("/b/_app/immutable/nodes/1.js")';
    const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
    const page = `<meta content="script-src '${hash(inline)}'"><link href="/b/${LIBRARY}" rel="modulepreload"><link href="/b/${WORDS}" rel="modulepreload"><p>/b/${WORDS}</p><script>${inline}</script>`;
    const moved = 'import("/b/_app/immutable/zh/nodes/1.js")';
    expect(pageInLanguage(page, 'zh', copied)).toBe(
      `<meta content="script-src '${hash(moved)}'"><link href="/b/${LIBRARY}" rel="modulepreload"><link href="/b/_app/immutable/zh/chunks/words.js" rel="modulepreload"><p>/b/${WORDS}</p><script>${moved}</script>`
    );
  });

  it('are chosen by the page; the one that stands in for any other keeps both', () => {
    expect(['index.html', 'en/index.html', 'en/zones/a/index.html', '404.html'].map(languageOf)).toEqual(['zh', 'en', 'en', undefined]);
  });
});
