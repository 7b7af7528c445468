import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { allOf, disorder, treeOf } from './element-order';
import { DECKS, deckOf, numbered } from './read-deck';

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

const HAN = /[\u3400-\u9fff]/;
const textOf = (xml: string) => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, words]) => words).join('\n');

afterAll(() => overwriteGetLocale(() => 'zh'));

describe.each(DECKS)('the package of a deck in %s for %s, %s', (...which) => {
  const [language] = which;
  let deck: Awaited<ReturnType<typeof deckOf>>;
  beforeAll(async () => {
    deck = await deckOf(which);
  }, 60_000);
  const drawn = () =>
    [...deck.parts].filter(([name]) => /^ppt\/(slides|slideLayouts|slideMasters|notesSlides|notesMasters|charts|theme)\/[^/]+\.xml$/.test(name));

  it('holds every part that it declares or points to, and types them all', () => {
    expect(misfits(deck.file)).toEqual([]);
    const types = deck.parts.get(TYPES) ?? '';
    expect(types.match(/PartName="\/ppt\/slides\/slide\d+\.xml"/g)).toHaveLength(deck.slides);
    expect(types.match(/PartName="\/ppt\/slideMasters\/slideMaster\d+\.xml"/g)).toHaveLength(1);
    expect(types.match(/PartName="\/ppt\/notesSlides\/notesSlide\d+\.xml"/g)).toHaveLength(deck.slides);
    expect(types).not.toContain('image/jpg');
  });

  it('has its elements in the order of the schemas, in every part', () => {
    for (const [name, xml] of deck.parts) expect(disorder(treeOf(xml)), name).toEqual([]);
    for (const [name, bytes] of Object.entries(unzipSync(deck.file)).filter(([one]) => one.endsWith('.xlsx'))) {
      for (const [part, inner] of Object.entries(unzipSync(bytes)))
        if (part.endsWith('.xml')) expect(() => treeOf(strFromU8(inner)), `${name} ${part}`).not.toThrow();
    }
  });

  it('numbers shapes, relations, slides and layouts once each, and measures in whole units', () => {
    const once = (list: readonly (string | undefined)[]) => list.filter((one, i) => list.indexOf(one) !== i);
    for (const [name, xml] of drawn()) {
      const tree = treeOf(xml);
      expect(once(allOf(tree, 'p:cNvPr').map(({ attributes }) => attributes.id)), name).toEqual([]);
      for (const at of [...allOf(tree, 'a:off'), ...allOf(tree, 'a:ext')].flatMap(({ attributes: { x, y, cx, cy } }) => [x, y, cx, cy]))
        if (at !== undefined) expect(at, name).toMatch(/^\d+$/);
    }
    for (const [name, xml] of deck.parts) if (name.endsWith('.rels')) expect(once([...xml.matchAll(/\sId="([^"]*)"/g)].map(([, id]) => id)), name).toEqual([]);
    for (const list of ['p:sldId', 'p:sldMasterId', 'p:sldLayoutId']) {
      const ids = [...deck.parts.values()].flatMap((xml) => allOf(treeOf(xml), list).map(({ attributes }) => attributes.id));
      expect(ids.length, list).toBeGreaterThan(0);
      expect(once(ids), list).toEqual([]);
    }
  });

  it('counts right in its properties, and names its slides by their titles', () => {
    const app = deck.parts.get('docProps/app.xml') ?? '';
    const count = (tag: string) => Number(new RegExp(`<${tag}>(\\d+)</${tag}>`).exec(app)?.[1]);
    expect([count('Slides'), count('Notes'), count('HiddenSlides')]).toEqual([deck.slides, deck.slides, 0]);
    const paragraphs = numbered(deck.parts, 'slides').flatMap((xml) => allOf(treeOf(xml), 'a:p').filter((one) => allOf(one, 'a:t').some(({ text }) => text)));
    expect(count('Paragraphs')).toBe(paragraphs.length);
    expect(count('Words')).toBeGreaterThan(paragraphs.length);
    const [, listed = '', names = ''] = /<TitlesOfParts><vt:vector size="(\d+)"[^>]*>(.*?)<\/vt:vector>/s.exec(app) ?? [];
    const titles = [...names.matchAll(/<vt:lpstr>([^<]*)<\/vt:lpstr>/g)].map(([, name]) => name);
    expect(titles).toHaveLength(Number(listed));
    const pairs = [...app.matchAll(/<vt:i4>(\d+)<\/vt:i4>/g)].reduce((sum, [, each]) => sum + Number(each), 0);
    expect(pairs).toBe(titles.length);
    const first = numbered(deck.parts, 'slides').map((xml) =>
      allOf(treeOf(xml), 'p:sp').find((one) => allOf(one, 'p:ph').some(({ attributes: { type } }) => /itle$/.test(type ?? '') && type !== 'subTitle'))
    );
    first.forEach((shape, i) =>
      expect(titles[i + 1], `slide ${i + 1}`).toBe(
        shape &&
          allOf(shape, 'a:r')
            .filter((run) => !allOf(run, 'a:rPr')[0]?.attributes.baseline)
            .flatMap((run) => allOf(run, 'a:t'))
            .map(({ text }) => text)
            .join('')
      )
    );
  });

  it('has one master with layouts, whose placeholders its slides fill: a title on each, foot and number on all but the cover', () => {
    expect(numbered(deck.parts, 'slideMasters')).toHaveLength(1);
    const layouts = numbered(deck.parts, 'slideLayouts').map((xml) => treeOf(xml));
    expect(layouts.map((tree) => allOf(tree, 'p:sldLayout')[0]?.attributes.type)).toEqual(['title', 'titleOnly', 'obj']);
    const kinds = (xml: string) => allOf(treeOf(xml), 'p:ph').map(({ attributes: { type = 'body', idx = '' } }) => `${type} ${idx}`.trim());
    const slides = numbered(deck.parts, 'slides');
    expect(kinds(slides[0] ?? '')).toEqual(['ctrTitle', 'subTitle 1']);
    for (const [i, xml] of slides.entries()) if (i > 0) expect(kinds(xml).sort(), `slide ${i + 1}`).toEqual(['ftr 11', 'sldNum 12', 'title']);
    // the look is the layout's: no font, colour or weight of a title's own
    for (const xml of slides) {
      const title = allOf(treeOf(xml), 'p:sp').find((one) => allOf(one, 'p:ph').some(({ attributes: { type } }) => type === 'title' || type === 'ctrTitle'));
      const looks = allOf(title ?? treeOf(''), 'a:rPr').filter(({ attributes }) => !attributes.baseline);
      expect(looks.length).toBeGreaterThan(0);
      for (const look of looks) expect([look.attributes.b, allOf(look, 'a:solidFill').length]).toEqual([undefined, 0]);
    }
    // notes have a theme of their own
    expect(deck.parts.get('ppt/notesMasters/_rels/notesMaster1.xml.rels')).toContain('theme2.xml');
    expect(deck.parts.has('ppt/theme/theme2.xml')).toBe(true);
  });

  it('takes fonts from the theme, with one for Chinese in every slot, and says the language of its text', () => {
    for (const theme of numbered(deck.parts, 'theme')) expect(theme.match(/<a:ea typeface="Microsoft YaHei"\/>/g)).toHaveLength(2);
    for (const [name, xml] of drawn().filter(([one]) => !one.includes('/theme/'))) {
      const tree = treeOf(xml);
      for (const run of allOf(tree, 'a:r')) {
        const look = allOf(run, 'a:rPr')[0];
        expect(look?.attributes.lang, name).toBe(language === 'zh' ? 'zh-CN' : 'en-US');
        expect(look?.attributes.altLang, name).toBe(language === 'zh' ? 'en-US' : 'zh-CN');
        if (HAN.test(allOf(run, 'a:t')[0]?.text ?? '')) expect(look && allOf(look, 'a:ea')[0]?.attributes.typeface, name).toMatch(/^\+m[jn]-ea$/);
      }
      for (const slot of ['a:latin', 'a:ea', 'a:cs']) for (const { attributes } of allOf(tree, slot)) expect(attributes.typeface, name).toMatch(/^\+m[jn]-/);
    }
  });

  it('says in words what its pictures, charts and tables are', () => {
    for (const [i, xml] of numbered(deck.parts, 'slides').entries()) {
      const shown = [...allOf(treeOf(xml), 'p:nvPicPr'), ...allOf(treeOf(xml), 'p:nvGraphicFramePr')];
      for (const one of shown) expect(allOf(one, 'p:cNvPr')[0]?.attributes.descr, `slide ${i + 1}`).toMatch(/\S/);
    }
  });

  it('has the sources of each slide in its notes', () => {
    const notes = numbered(deck.parts, 'notesSlides');
    expect(notes).toHaveLength(deck.slides);
    for (const [i, xml] of notes.entries()) expect(textOf(xml), `slide ${i + 1}`).toContain('https://example.org/');
  });

  it('gives the table in a chart’s workbook the range of the cells that are filled', () => {
    const workbooks = Object.entries(unzipSync(deck.file)).filter(([name]) => name.endsWith('.xlsx'));
    expect(workbooks).toHaveLength(numbered(deck.parts, 'charts').length);
    for (const [name, bytes] of workbooks) {
      const parts = unzipSync(bytes);
      const [table = '', sheet = ''] = ['xl/tables/table1.xml', 'xl/worksheets/sheet1.xml'].map((part) => strFromU8(parts[part] ?? new Uint8Array()));
      const cells = [...sheet.matchAll(/<c r="([A-Z]+\d+)"/g)].map(([, cell]) => cell);
      expect(cells.length, name).toBeGreaterThan(2);
      expect(attribute(/<table\s[^>]*>/.exec(table)?.[0] ?? '', 'ref'), name).toBe(`${cells[0]}:${cells.at(-1)}`);
    }
  });
});
