import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { buildDeck } from '#lib/features/pitch/deck/build-deck';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { atlas, DAY, MAP, pitchOf } from './real-pitch';

/* The package that a deck is (ECMA-376 part 2): its parts, their types and their relationships fit together; else PowerPoint offers to repair it. */

const TYPES = '[Content_Types].xml';
const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** What does not fit in a package, and in the workbooks that it embeds; empty where all does. */
function misfits(file: Uint8Array, where = ''): string[] {
  const entries = Object.entries(unzipSync(file)).filter(([name]) => !name.endsWith('/'));
  const held = new Map(entries);
  const parts = [...held.keys()].filter((name) => name !== TYPES);
  const xml = (name: string) => strFromU8(held.get(name) ?? new Uint8Array());
  const overrides = [...xml(TYPES).matchAll(/<Override\s[^>]*>/g)].map(([tag]) => attribute(tag, 'PartName')?.slice(1) ?? tag);
  const endings = [...xml(TYPES).matchAll(/<Default\s[^>]*>/g)].map(([tag]) => attribute(tag, 'Extension')?.toLowerCase() ?? tag);
  const pointed = parts
    .filter((name) => name.endsWith('.rels'))
    .flatMap((name) => {
      const folder = posix.dirname(posix.dirname(name));
      const tags = [...xml(name).matchAll(/<Relationship\s[^>]*>/g)].map(([tag]) => tag).filter((tag) => attribute(tag, 'TargetMode') !== 'External');
      return tags.map((tag) => [name, posix.resolve('/', folder, attribute(tag, 'Target') ?? tag).slice(1)] as const);
    });
  return [
    ...overrides.filter((name) => !held.has(name)).map((name) => `${where}declared but not there: ${name}`),
    ...overrides.filter((name, i) => overrides.indexOf(name) !== i).map((name) => `${where}declared twice: ${name}`),
    ...endings.filter((one, i) => endings.indexOf(one) !== i).map((one) => `${where}ending declared twice: ${one}`),
    // a part of the format is known by its Override: the Default of “xml” says nothing of what it is
    ...parts
      .filter((name) => !overrides.includes(name) && (name.endsWith('.xml') || !endings.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase())))
      .map((name) => `${where}without a type: ${name}`),
    ...pointed.filter(([, target]) => !held.has(target)).map(([name, target]) => `${where}${name} points to what is not there: ${target}`),
    ...entries.filter(([name]) => name.endsWith('.xlsx')).flatMap(([name, bytes]) => misfits(bytes, `${name}: `))
  ];
}

const target = pitchOf()
  .zones.flatMap(({ targets }) => targets)
  .find(({ target: { operator, unit } }) => operator === '>=' && unit === 'yi-yuan')?.target.id;
const picture = { data: MAP, width: 10, height: 10 };
const address = (path: string) => `https://example.org${path}`;

describe('the package of a deck', () => {
  afterAll(() => overwriteGetLocale(() => 'zh'));

  it.each([
    ['zh', 'investor', undefined],
    ['en', 'internal', ['h24-park-yuhang', 'z22-circle-mountain', 'zl-core-taizhou', 'z22-field-devices', 'h24-pair-xilin']]
  ] as const)('holds every part that it declares or points to, and types them all: %s for %s', async (language, audience, zones) => {
    overwriteGetLocale(() => language);
    const actuals = target ? [{ line: 2, target, year: 2025, value: 10, unit: '亿元' }] : [];
    const pitch = pitchOf({ audience, ...(zones ? { zones } : {}) }, DAY, actuals);
    const { file, slides, problems } = await buildDeck({ atlas, pitch, siteName: 'Site', address, logo: picture, drawMap: () => Promise.resolve(picture) });
    expect(problems).toEqual([]);
    expect(misfits(file)).toEqual([]);
    // what is there stays declared
    const types = strFromU8(unzipSync(file)[TYPES] ?? new Uint8Array());
    expect(types.match(/PartName="\/ppt\/slides\/slide\d+\.xml"/g)).toHaveLength(slides);
    expect(types.match(/PartName="\/ppt\/slideMasters\/slideMaster\d+\.xml"/g)).toHaveLength(1);
  });

  it('gives the table in a chart’s workbook the range of the cells that are filled', async () => {
    const actuals = target ? [{ line: 2, target, year: 2025, value: 10, unit: '亿元' }] : [];
    const { file } = await buildDeck({ atlas, pitch: pitchOf({}, DAY, actuals), siteName: 'Site', address, drawMap: () => Promise.resolve(picture) });
    const workbooks = Object.entries(unzipSync(file)).filter(([name]) => name.endsWith('.xlsx'));
    // targets, and what the office reports on them
    expect(workbooks).toHaveLength(2);
    for (const [name, bytes] of workbooks) {
      const parts = unzipSync(bytes);
      const [table = '', sheet = ''] = ['xl/tables/table1.xml', 'xl/worksheets/sheet1.xml'].map((part) => strFromU8(parts[part] ?? new Uint8Array()));
      const cells = [...sheet.matchAll(/<c r="([A-Z]+\d+)"/g)].map(([, cell]) => cell);
      expect(cells.length, name).toBeGreaterThan(2);
      expect(attribute(/<table\s[^>]*>/.exec(table)?.[0] ?? '', 'ref'), name).toBe(`${cells[0]}:${cells.at(-1)}`);
    }
  });
});
