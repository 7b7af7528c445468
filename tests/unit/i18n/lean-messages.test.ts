import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '@inlang/paraglide-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosingMessage, IN_EITHER_LANGUAGE, leanMessage, ownMessages } from '../../../src/i18n/lean-messages';
import { paraglideOptions } from '../../../src/i18n/paraglide-options';
import * as messages from '#lib/paraglide/messages';

/* Browsers get Paraglide's messages in a shorter form: it must say the same, in both languages. */

type Message = (inputs: Readonly<Record<string, string>>, options: { locale: 'zh' | 'en' }) => string;
const said = messages as unknown as Readonly<Record<string, Message>>;
const inputs = new Proxy<Record<string, string>>({}, { get: (_, name) => `«${String(name)}»` });

describe('lean messages', () => {
  const dir = mkdtempSync(join(tmpdir(), 'messages-'));
  /** by name; undefined where a message stays as it is */
  const lean = new Map<string, string | undefined>();
  const sources = new Map<string, string>();
  beforeAll(async () => {
    // as in a build: one module for each message
    await compile({ ...paraglideOptions, outdir: dir, outputStructure: 'message-modules', emitTsDeclarations: false });
    for (const file of readdirSync(join(dir, 'messages')).filter((name) => name.endsWith('.js') && name !== '_index.js')) {
      const source = readFileSync(join(dir, 'messages', file), 'utf8');
      sources.set(file.slice(0, -3), source);
      lean.set(file.slice(0, -3), leanMessage(source));
    }
    // every message is compiled
  }, 60_000);
  afterAll(() => rmSync(dir, { recursive: true }));

  it('are made of all but those with plurals', () => {
    expect(lean.size).toBeGreaterThan(1000);
    for (const [name, code] of lean) if (code === undefined) expect(sources.get(name), name).toContain('registry.plural');
  });

  it('say the same in both languages', async () => {
    const codes = [...lean.values()].filter((code) => code !== undefined).map((code) => code.replace(/^import .*\n/, ''));
    const module = `const inChinese = ({ locale }) => locale === 'zh';\n${codes.join('')}`;
    const short = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(module)}`)) as Readonly<Record<string, Message>>;
    expect(Object.keys(short).length).toBe(codes.length);
    for (const [name, message] of Object.entries(short))
      for (const locale of ['zh', 'en'] as const) expect(message(inputs, { locale }), name).toBe(said[name]?.(inputs, { locale }));
  });

  it('with plurals say the same, too, for one and for more', async () => {
    const plural = [...sources].filter(([name]) => lean.get(name) === undefined);
    expect(plural.length).toBeGreaterThan(20);
    const codes = plural.map(([, source]) => choosingMessage(source).replaceAll(/^import .*\n/gm, ''));
    for (const code of codes) expect(code).toContain("inChinese(options, '§') ?");
    const registry = `const registry = { plural: (locale, count) => (locale === 'en' && Number(count) === 1 ? 'one' : 'other') };`;
    const module = `${registry}\nconst inChinese = ({ locale }) => locale === 'zh';\n${codes.join('\n')}`;
    const short = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(module)}`)) as Readonly<Record<string, Message>>;
    for (const [name] of plural)
      for (const locale of ['zh', 'en'] as const)
        for (const count of ['1', '2']) {
          const counted = new Proxy<Record<string, string>>({}, { get: () => count });
          expect(short[name]?.(counted, { locale }), name).toBe(said[name]?.(counted, { locale }));
        }
  });

  it('are asked for in the page’s language, but for those that a build leaves in both', () => {
    const files = readdirSync('src/lib', { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|svelte)$/.test(name) && !name.includes('paraglide'));
    for (const file of files)
      for (const [, name = ''] of readFileSync(join('src/lib', file), 'utf8').matchAll(/\bm\.(\w+)\(\{[^}]*\}, \{ locale/g))
        expect(name, file).toMatch(IN_EITHER_LANGUAGE);
  });
});

describe("a module's own messages", () => {
  const code =
    "import * as m from '#lib/paraglide/messages';\nconst a = m.nav_main() + m.nav_main();\nconst b = form.main + m.unheard_of + [m.skip_to_content];";
  const own = ownMessages(code, (name) => name in said, '/src/a.ts');

  it('are those that it says, each once', () => {
    expect([...own.matchAll(/export \{ (\w+) \}/g)].map(([, name]) => name)).toEqual(['nav_main', 'skip_to_content']);
  });

  it('are no copies of another module', () => {
    const froms = (text: string) => [...text.matchAll(/from "([^"]+)"/g)].map(([, from]) => from);
    const others = new Set(froms(ownMessages(code, (name) => name in said, '/src/b.ts')));
    expect(froms(own).filter((from) => others.has(from))).toEqual([]);
  });
});
