import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildDeck } from '#lib/features/pitch/deck/build-deck';
import type { DeckResult, MapRequest } from '#lib/features/pitch/deck/build-deck';
import { SLIDES } from '#lib/features/pitch/state';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { atlas, MAP, pitchOf } from './real-pitch';

/* The file itself: unzipped and read. */

const address = (path: string) => `https://example.org${path}`;
const text = (xml: string) => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, words]) => words).join('\n');

async function make(language: 'zh' | 'en', over: Parameters<typeof pitchOf>[0] = {}, more: Partial<Parameters<typeof buildDeck>[0]> = {}) {
  overwriteGetLocale(() => language);
  const asked: MapRequest[] = [];
  const drawMap = (request: MapRequest) => {
    asked.push(request);
    return Promise.resolve({ data: MAP, width: request.width, height: request.height });
  };
  const result = await buildDeck({ atlas, pitch: pitchOf(over), siteName: 'Site', address, drawMap, ...more });
  return { result, asked, ...read(result) };
}
function read({ file }: DeckResult) {
  const parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const numbered = (folder: string) =>
    Object.keys(parts)
      .filter((name) => new RegExp(`^ppt/${folder}/[a-zA-Z]+\\d+\\.xml$`).test(name))
      .sort((a, b) => Number(/(\d+)\.xml/.exec(a)?.[1]) - Number(/(\d+)\.xml/.exec(b)?.[1]))
      .map((name) => parts[name] ?? '');
  return { parts, slides: numbered('slides'), notes: numbered('notesSlides') };
}

afterEach(() => overwriteGetLocale(() => 'zh'));

describe.each(['zh', 'en'] as const)('a deck in %s', (language) => {
  let deck: Awaited<ReturnType<typeof make>>;
  beforeAll(async () => {
    deck = await make(language);
  });
  const names = { zh: ['钱塘核心区', '萧山生物技术应用智造区', '高端原料生产制造带'], en: ['Qiantang core', 'Xiaoshan: applied', 'High-end drug-ingredient'] }[
    language
  ];

  it('has cover, overview, zones, comparison, chart, support and sources, without a problem', () => {
    expect(deck.result.problems).toEqual([]);
    expect(deck.slides).toHaveLength(deck.result.slides);
    expect(deck.notes).toHaveLength(deck.result.slides);
    for (const name of names) expect(deck.slides.filter((slide) => text(slide).includes(name)).length).toBeGreaterThanOrEqual(3);
    expect(deck.slides.filter((slide) => slide.includes('<a:tbl>')).length).toBeGreaterThanOrEqual(2);
    expect(Object.keys(deck.parts).filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))).toHaveLength(1);
    // the chart can be edited: its figures come with it
    expect(Object.keys(deck.parts).some((name) => /^ppt\/embeddings\/.*\.xlsx$/.test(name))).toBe(true);
  });

  it('is wide, and its maps are sharp enough for print', () => {
    expect(deck.parts['ppt/presentation.xml']).toMatch(/<p:sldSz cx="12191\d{3}" cy="6858000"/);
    expect(deck.asked.map(({ zones }) => zones.length)).toEqual([3, 1, 1, 1]);
    // without an approval number none of them is a map
    expect(new Set(deck.asked.map(({ kind }) => kind))).toEqual(new Set(['schematic']));
    expect(Math.min(...deck.asked.map(({ width }) => width))).toBeGreaterThanOrEqual(1600);
    expect(deck.slides.filter((slide) => slide.includes('<p:pic>'))).toHaveLength(4);
    expect(deck.slides.every((slide) => [...slide.matchAll(/<p:pic>.*?<p:cNvPr [^>]*descr="([^"]*)"/gs)].every(([, words]) => words !== ''))).toBe(true);
  });

  it('prints target figures, never results, and no nested sum', () => {
    const said = text(deck.slides.join());
    for (const figure of language === 'zh'
      ? ['≥ 1,000 亿元', '≥ 500 亿元', '≥ 1/3']
      : ['≥ ¥100 billion (1,000 × ¥100 million)', '≥ ¥50 billion (500 × ¥100 million)', '≥ 1/3'])
      expect(said).toContain(figure);
    const chart = Object.entries(deck.parts).find(([name]) => /^ppt\/charts\/chart\d+\.xml$/.test(name))?.[1] ?? '';
    const values = /<c:val>.*?<\/c:val>/s.exec(chart)?.[0] ?? '';
    expect([...values.matchAll(/<c:v>([\d.]+)<\/c:v>/g)].map(([, value]) => Number(value))).toEqual([500, 1000, 1500]);
    expect(said).toContain(language === 'zh' ? '不可相加' : 'never add them up');
  });

  it('tells what is past as history, without measures or amounts', () => {
    const said = text(deck.slides.join());
    expect(said).toContain(language === 'zh' ? '历史参考' : 'Historical reference');
    expect(said).toContain(language === 'zh' ? '已于2025年12月31日失效' : 'Expired on 31 December 2025');
    for (const incentive of atlas.data.incentives.filter(({ document }) => document === 'hz-2021-39')) expect(said).not.toContain(incentive.name[language]);
  });

  it('holds its sources in full in the notes of every slide', () => {
    const qiantang = deck.slides.findIndex((slide) => text(slide).startsWith(names[0] ?? ''));
    const note = text(deck.notes[qiantang] ?? '');
    expect(note).toContain('杭生创办〔2024〕01号');
    expect(note).toContain('二（一）¶2');
    expect(note).toContain('https://example.org/documents/hz-2024-2026/#c-二-一-¶2');
    expect(note).toContain('https://example.org/zones/h24-core-qiantang/');
    for (const [i, one] of deck.notes.entries()) expect(text(one), `slide ${i + 1}`).toMatch(/https:\/\/example\.org\/(documents|pitch)\//);
    // a line each, not one paragraph with line ends that programs drop
    expect(deck.notes.every((one) => !/<a:t>[^<]*\n/.test(one))).toBe(true);
  });

  it('is well-formed and escapes what its maker wrote', () => {
    if (language === 'zh') expect(deck.slides[0]).toContain('合成生物中试基地选址 &amp; &lt;比选&gt;');
    for (const [name, xml] of Object.entries(deck.parts).filter(([part]) => part.endsWith('.xml'))) {
      // eslint-disable-next-line no-control-regex -- the very characters that no XML may hold
      expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml), name).toBe(false);
    }
  });
});

describe('audiences', () => {
  it('gives investors no doubts, colleagues all of them', async () => {
    const investor = await make('zh');
    const internal = await make('zh', { audience: 'internal' });
    const said = (deck: typeof investor) => text(deck.slides.join() + deck.notes.join());
    expect(said(investor)).not.toContain('待核问题');
    expect(said(internal)).toContain('待核问题');
    expect(said(investor)).toContain('可先看');
  });
});

describe('what its maker chooses', () => {
  it('support that is over is told where history is asked for, and else in no slide, list of sources or note', async () => {
    const said = ({ slides, notes }: Awaited<ReturnType<typeof make>>) => text(slides.join() + notes.join());
    expect(said(await make('zh'))).toContain('历史参考');
    const plain = said(await make('zh', { history: false }));
    for (const gone of ['历史参考', '不可据以申领', '已于2025年12月31日失效']) expect(plain).not.toContain(gone);
  });

  it('a slide that is switched off is not there; cover and sources stay', async () => {
    const titles = ({ slides }: Awaited<ReturnType<typeof make>>) => slides.map((slide) => text(slide).split('\n')[0] ?? '');
    const all = titles(await make('en'));
    const wanted = ['Key targets', 'Your needs, one by one', 'The zones compared', 'Programme of the visit (to be filled in)', 'Contact (to be filled in)'];
    for (const title of wanted) expect(all).toContain(title);
    const few = await make('en', { off: [...SLIDES] });
    expect(titles(few)).toEqual(['合成生物中试基地选址 &amp; &lt;比选&gt;', ...all.filter((title) => title.startsWith('Sources'))]);
  });

  it('its office stands on the cover, in the feet and in the properties; the audience is named on no slide but as a warning', async () => {
    const deck = await make('zh', { office: '某区投促局' });
    expect(text(deck.slides[0] ?? '')).toContain('某区投促局');
    for (const slide of deck.slides.slice(1)) expect(text(slide)).toContain('某区投促局');
    expect(deck.parts['docProps/app.xml']).toContain('<Company>某区投促局</Company>');
    expect(text(deck.slides.join())).not.toMatch(/内部资料|^客商$/m);
    const internal = await make('zh', { office: '某区投促局', audience: 'internal' });
    for (const slide of internal.slides.slice(1)) expect(text(slide)).toContain('内部资料，请勿外传');
  });

  it('the visitor’s needs are answered one by one, silence included', async () => {
    const { slides } = await make('zh');
    const said = text(slides.find((slide) => text(slide).startsWith('逐条回应需求')) ?? '');
    for (const words of ['合成生物', '机场', '点名', '公里']) expect(said).toContain(words);
    expect(said.match(/✓|✕|\?|≈|◔|◦/g)?.length).toBeGreaterThanOrEqual(6);
  });

  it('a joint goal is told as joint in letters as large as the goal', async () => {
    const { slides } = await make('zh');
    const runs = slides.flatMap((slide) => [...slide.matchAll(/<a:r>.*?<\/a:r>/gs)].map(([run]) => run)).filter((run) => /个片区合计/.test(run));
    expect(runs.length).toBeGreaterThan(2);
    // in one run with the goal’s name
    for (const run of runs) expect(text(run)).toMatch(/.{4,}（\d+ 个片区合计）/);
  });
});

describe('making it', () => {
  it('names the slide whose map fails and keeps the rest', async () => {
    const deck = await make(
      'zh',
      {},
      {
        drawMap: ({ zones }) =>
          zones[0] === 'h24-park-xiaoshan' ? Promise.reject(new Error('no memory')) : Promise.resolve({ data: MAP, width: 10, height: 10 })
      }
    );
    expect(deck.result.problems).toEqual([{ slide: '萧山生物技术应用智造区', reason: 'no memory' }]);
    expect(deck.slides.filter((slide) => text(slide).includes('地图没有生成：no memory'))).toHaveLength(1);
    expect(deck.slides.filter((slide) => slide.includes('<p:pic>'))).toHaveLength(3);
  });

  it('names the slide that cannot be drawn and keeps the rest', async () => {
    const logo = {
      get data(): string {
        throw new Error('bad logo');
      },
      width: 10,
      height: 10
    };
    const deck = await make('zh', {}, { logo });
    expect(deck.result.problems.map(({ reason }) => reason)).toEqual(['bad logo']);
    expect(text(deck.slides[0] ?? '')).toContain('本页没有完整生成：bad logo');
    expect(deck.slides).toHaveLength(deck.result.slides);
  });

  it('says how far it is and stops when told to', async () => {
    const steps: string[] = [];
    const stop = new AbortController();
    const progress = (done: number, all: number, slide: string | undefined) => {
      steps.push(`${done}/${all} ${slide}`);
      if (done === 3) stop.abort();
    };
    await expect(make('zh', {}, { progress, signal: stop.signal })).rejects.toThrow(/abort/i);
    expect(steps).toHaveLength(3);
    expect(steps[0]).toMatch(/^1\/\d+ 合成生物中试基地选址/);
  });

  it('copes with every zone there is, in either language and for either audience', async () => {
    const all = atlas.data.zones.map(({ id }) => id);
    for (let i = 0; i < all.length; i += 8) {
      const deck = await make(i % 16 === 0 ? 'zh' : 'en', { zones: all.slice(i, i + 8), audience: 'internal' });
      expect(deck.result.problems).toEqual([]);
    }
  }, 60_000);
});
