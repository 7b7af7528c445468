import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { buildDeck } from '#lib/features/pitch/deck/build-deck';
import { citationsOf, sectionsOf } from '#lib/features/pitch/sheet/sections';
import { marksOf, numberedByDocument, sourceNumbers } from '#lib/features/pitch/sheet/source-numbers';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { atlas, DAY, MAP, pitchOf } from './real-pitch';

/* Sources as footnotes: raised numbers at what rests on them, and one list at the deck's end, numbered as on the sheets. */

afterEach(() => overwriteGetLocale(() => 'zh'));

/** “1,3–5” → 1, 3, 4, 5 */
const spelt = (text: string): number[] =>
  text.split(',').flatMap((part) => {
    if (!part) return [];
    const [first = NaN, last = first] = part.split('–').map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
const runs = (xml: string) =>
  [...xml.matchAll(/<a:r>(.*?)<\/a:r>/gs)].map(([, run = '']) => ({
    raised: /<a:rPr[^>]*\sbaseline="30000"/.test(run),
    text: /<a:t>([^<]*)<\/a:t>/.exec(run)?.[1] ?? ''
  }));
const unique = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);

const target = pitchOf().zones.flatMap(({ targets }) => targets)[0]?.target.id ?? '';

describe.each([
  ['zh', 'investor', undefined],
  ['en', 'internal', ['h24-park-yuhang', 'z22-circle-mountain', 'zl-core-taizhou', 'z22-field-devices', 'h24-pair-xilin', 'h24-core-qiantang']]
] as const)('the sources of a deck in %s for %s', (language, audience, zones) => {
  const make = async () => {
    overwriteGetLocale(() => language);
    const pitch = pitchOf({ audience, ...(zones ? { zones } : {}) }, DAY, [{ line: 2, target, year: 2025, value: 10, unit: '亿元' }]);
    const drawMap = () => Promise.resolve({ data: MAP, width: 10, height: 10 });
    const { file } = await buildDeck({ atlas, pitch, siteName: 'Site', address: (path) => `https://example.org${path}`, drawMap });
    const parts = Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
    const all = parts.flatMap(([name, xml]) => (/^ppt\/slides\/slide\d+\.xml$/.test(name) ? [xml] : []));
    const isList = (xml: string) => runs(xml)[0]?.text.startsWith(language === 'zh' ? '出处：文件与条款' : 'Sources: documents and clauses') ?? false;
    const charts = parts.flatMap(([name, xml]) => (/^ppt\/charts\/chart\d+\.xml$/.test(name) ? [xml] : []));
    return {
      pitch,
      charts,
      slides: all.filter((xml) => !isList(xml)),
      list: all.filter(isList),
      notes: parts.flatMap(([name, xml]) => (name.startsWith('ppt/notesSlides/notes') ? [xml] : []))
    };
  };

  it('are raised numbers on the slides, each of them in the list at the end, and every entry of the list is used', async () => {
    const { pitch, charts, slides, list } = await make();
    const raised = slides.flatMap((xml) => runs(xml).filter((run) => run.raised)).map(({ text }) => text);
    expect(raised.filter((text) => !/^\d+([,–]\d+)*$/.test(text))).toEqual([]);
    const inCharts = charts.flatMap((xml) => [...xml.matchAll(/\[([\d,–]+)\]<\/c:v>/g)].map(([, text = '']) => text));
    expect(inCharts.length > 0).toBe(charts.length > 0);
    const listed = list.flatMap(runs).flatMap(({ text, raised: up }) => (!up && /^\d+$/.test(text) ? [Number(text)] : []));
    // in their order, each once
    expect(listed).toEqual(pitch.footnotes.map((_, i) => i + 1));
    expect(unique([...raised, ...inCharts].flatMap(spelt))).toEqual(listed);
    // standing goes with the document in the list, and stays on the slides of zones
    expect(slides.join()).toContain(language === 'zh' ? '现行' : 'In force');
  });

  it('stand in no slide in words, and in the speaker’s notes in full with their numbers', async () => {
    const { pitch, slides, notes } = await make();
    const words = slides.flatMap(runs).map(({ text }) => text);
    expect(words.filter((text) => /¶|, para\. \d/.test(text))).toEqual([]);
    const said = notes.flatMap(runs).map(({ text }) => text);
    for (const [i, { document }] of pitch.footnotes.entries()) {
      const title = atlas.document.get(document)?.title[language] ?? '';
      expect(
        said.some((text) => text.startsWith(`[${i + 1}] `) && text.includes(title.slice(0, 6))),
        `${i + 1} ${title}`
      ).toBe(true);
    }
  });

  it('have the same numbers on every sheet', async () => {
    const { pitch } = await make();
    const numbers = sourceNumbers(pitch);
    for (const one of pitch.zones) {
      const sections = sectionsOf(atlas, one).filter(({ id }) => id !== 'history');
      for (const { id, items } of sections) {
        const { head, items: marks } = marksOf(items, numbers);
        for (const [i, { citations, text }] of items.entries()) {
          // none is lost on the way
          const own = unique(spelt(numbers(citations)));
          expect(own, `${id} ${text}`).toHaveLength(new Set(citations.map(({ document, clause }) => `${document} ${clause}`)).size);
          if (own.length > 0) expect(marks[i] || head, `${id} ${text}`).toBe(numbers(citations));
        }
      }
      const foot = [...numberedByDocument(pitch, citationsOf(sections)).values()].flat().map((cite) => Number(numbers([cite])));
      expect(foot, one.zone.id).toEqual(unique(foot));
      for (const number of foot) expect(number).toBeGreaterThan(0);
    }
  });
});

describe('numbers of sources', () => {
  const cite = (clause: string) => ({ document: 'd', clause });
  const numbers = sourceNumbers({ footnotes: ['a', 'b', 'c', 'd', 'e', 'f'].map(cite) });

  it('are told in ranges of three and more', () => {
    expect(numbers(['a', 'b'].map(cite))).toBe('1,2');
    expect(numbers(['f', 'c', 'b', 'a', 'a'].map(cite))).toBe('1–3,6');
    expect(numbers([])).toBe('');
  });

  it('stand once at the head for what most rest on, and at the exceptions', () => {
    const items = [['a'], ['a'], ['a'], ['b', 'c']].map((clauses) => ({ citations: clauses.map(cite) }));
    expect(marksOf(items, numbers)).toEqual({ head: '1', items: ['', '', '', '2,3'] });
    expect(marksOf(items, numbers, true)).toEqual({ head: '', items: ['1', '1', '1', '2,3'] });
    expect(marksOf(items.slice(2), numbers)).toEqual({ head: '', items: ['1', '2,3'] });
  });
});
