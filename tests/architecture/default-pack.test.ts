import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMap, parseDocument, visit } from 'yaml';

/*
 * The site is made for whatever pack it is built from: its sources name nothing of the default one. What a pack needs beyond facts (examples, where its
 * outlines are accounted for) stands in the pack.
 */
const PACK = 'geodata/packs/zhejiang-biopharma';
/**
 * Ids that the program gives a meaning of its own, whichever pack has them: units of money and land, and what the estimator is asked of a matched project,
 * which a pack without these words is asked without.
 */
const PROGRAM = new Set(['yi-yuan', 'wan-yuan', 'wan-m2', 'fixed-assets', 'service-stage']);

const filesIn = (dir: string, ending: RegExp): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'));

/** Ids of a pack that no other word is: of two parts and more. */
function packIds(): string[] {
  const ids = new Set<string>();
  for (const file of filesIn(PACK, /\.yaml$/))
    visit(parseDocument(readFileSync(file, 'utf8')), {
      Map: (_, node) => {
        const id = isMap(node) ? node.get('id') : undefined;
        if (typeof id === 'string') ids.add(id);
      }
    });
  for (const file of filesIn(PACK, /places\.csv$/)) for (const [, id = ''] of readFileSync(file, 'utf8').matchAll(/^([a-z0-9-]+),/gm)) ids.add(id);
  return [...ids].filter((id) => id.includes('-') && !PROGRAM.has(id));
}

const province = /provinceAdcode: '(\d\d)0000'/.exec(readFileSync(`${PACK}/pack.yaml`, 'utf8'))?.[1] ?? '';
const RULES: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an id', new RegExp(`(?<![\\w-])(${packIds().join('|')})(?![\\w-])`)],
  ['a code', new RegExp(`(?<!\\d)${province}\\d{4}(?!\\d)`)],
  // degrees of its region with two decimals and more
  ['a position', /(?<![\d.])(11[89]|12[0-3])\.\d{2,}\s*,\s*(2[7-9]|3[01])\.\d{2,}/]
];

/** Lines of code, without what is only said of it. */
const code = (text: string): string[] => text.split('\n').map((line) => line.replace(/^\s*(\/\/|\/?\*).*$|\/\*.*?\*\//g, ''));

/** In prose an id may be a common word. */
const rulesFor = (file: string) => RULES.filter(([what]) => what !== 'an id' || !file.startsWith('src/i18n/messages/'));

/** Every place in some sources that names the default pack's own. */
const named = (file: string, text: string): string[] =>
  code(text).flatMap((line, i) =>
    rulesFor(file).flatMap(([what, pattern]) => (pattern.test(line) ? [`${file}:${i + 1} ${what}: ${pattern.exec(line)?.[0] ?? ''}`] : []))
  );

describe('the sources of the site', () => {
  it('name no id, code or position of the default pack', () => {
    const files = filesIn('src', /\.(ts|svelte|json|html|css)$/).filter((file) => !file.startsWith('src/lib/paraglide/'));
    expect(files.length).toBeGreaterThan(300);
    expect(files.flatMap((file) => named(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('would be found to', () => {
    expect(packIds().length).toBeGreaterThan(500);
    const found = named(
      'a.ts',
      "const a = 'h24-core-qiantang';\nconst b = ['330114'];\n// 330114 in a remark\nconst c = [120.15, 30.28];\nconst d = 'land-m3x';"
    );
    expect(found).toEqual(['a.ts:1 an id: h24-core-qiantang', 'a.ts:2 a code: 330114', 'a.ts:4 a position: 120.15, 30.28']);
  });
});
