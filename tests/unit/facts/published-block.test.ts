import { render } from 'svelte/server';
import { afterEach, describe, expect, it } from 'vitest';
import { indexAtlas } from '#lib/atlas/atlas';
import { momentText, periodText } from '#lib/facts/moment-text';
import { publishedBlock } from '#lib/facts/published-block';
import { SOURCE_CLASSES } from '#lib/schema/published';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { atlasData } from '../atlas/fixtures';
import PublishedPart from './PublishedPart.svelte';
import { makeFigure, makePage, makeProfileFact, makePublished } from './published-made';

const atlas = indexAtlas(atlasData({}));
const both = (words: string) => ({ zh: words, en: words });
const inEnglish = () => overwriteGetLocale(() => 'en');
afterEach(() => overwriteGetLocale(() => 'zh'));

describe('when a figure is of', () => {
  it.each([
    [{ from: '2022', to: '2022' }, '2022年', '2022'],
    [{ from: '2021-08', to: '2021-08' }, '2021年8月', 'August 2021'],
    [{ from: '2020-12-31', to: '2020-12-31' }, '2020年12月31日', '31 December 2020'],
    [{ from: '2016', to: '2024' }, '2016年至2024年', '2016–2024'],
    [{ from: '2022-01', to: '2022-06' }, '2022年1月至6月', 'January–June 2022'],
    [{ from: '2021-11', to: '2022-02' }, '2021年11月至2022年2月', 'November 2021–February 2022'],
    [{ to: '2021-03' }, '截至2021年3月', 'to March 2021'],
    [{ from: '2018', to: '2018', period: { zh: '2018年前后', en: 'about 2018' } }, '2018年前后', 'about 2018']
  ])('%o', (given, zh, en) => {
    overwriteGetLocale(() => 'zh');
    expect(periodText(given)).toBe(zh);
    inEnglish();
    expect(periodText(given)).toBe(en);
  });

  it('a moment is as exact as it is known', () => {
    inEnglish();
    expect(['2022', '2022-06', '2022-06-01'].map(momentText)).toEqual(['2022', 'June 2022', '1 June 2022']);
  });
});

describe('a block of what is published', () => {
  const listed = makeFigure({ id: 'listed', metric: both('Listed firms'), value: 10, operator: '>', unit: 'firms', conflicts: ['elsewhere', 'output'] });
  const output = makeFigure({
    id: 'output',
    to: '2023',
    from: '2023',
    conflicts: ['listed'],
    page: makePage({ url: 'https://example.org/2', class: 'trade' })
  });
  const elsewhere = makeFigure({ id: 'elsewhere', metric: both('Listed firms'), value: 20, adcode: '330200', unit: 'firms' });
  const firms = makeProfileFact({ id: 'firms', asOf: '2024' });
  const published = makePublished({ figures: [listed, output, elsewhere], profiles: [firms] });
  const block = publishedBlock(atlas, published, [
    { title: 'City', path: '/units/330100/', figures: [listed, output] },
    { title: 'Nothing', figures: [] },
    { title: 'Park', profile: [firms] }
  ]);

  it('leaves out what has nothing, and is none where all have nothing', () => {
    expect(block?.groups.map(({ title }) => title)).toEqual(['City', 'Park']);
    expect(publishedBlock(atlas, published, [{ figures: [] }])).toBeUndefined();
  });

  it('keeps the order given, and has each page once', () => {
    expect(block?.groups[0]?.rows.map(({ id }) => id)).toEqual(['listed', 'output']);
    expect(block?.sources.map(({ url }) => url)).toEqual(['https://example.org/page', 'https://example.org/2']);
    for (const { rows } of block?.groups ?? []) for (const { source } of rows) expect(block?.sources[source]).toBeDefined();
  });

  it('says both sides of a conflict: linked where the other stands here, and what it is of where that differs', () => {
    const row = block?.groups[0]?.rows.find(({ id }) => id === 'listed');
    expect(row?.conflicts).toEqual([{ text: '20 firms（2022年，Gazette）' }, { id: 'output', text: 'Output 100 yi-yuan（2023年，Gazette）' }]);
  });

  it.each(SOURCE_CLASSES)('says in words who stands behind a page: %s', (kind) => {
    const figure = makeFigure({ id: 'one', page: makePage({ class: kind, title: '标题', confidence: 'medium' }) });
    inEnglish();
    const made = publishedBlock(atlas, makePublished({ figures: [figure] }), [{ figures: [figure] }]);
    const html = render(PublishedPart, { props: { block: made! } }).body.replaceAll(/<!--.*?-->/g, '');
    expect(html).toContain(made!.sources[0]!.class);
    expect(html).toContain('published 21 January 2023 · read 28 November 2026 · moderate confidence');
    expect(html).toMatch(/<a [^>]*lang="zh"[^>]*>标题</);
    expect(html).toContain('above-scale industry');
    for (const [, rel] of html.matchAll(/<a href="https[^>]*rel="([^"]*)"/g)) expect(rel).toContain('noopener');
    expect(html).not.toMatch(/<(img|iframe|script|link)\b/);
  });

  it('says the ground where that is not the whole of the unit, and nothing where the group is the place', () => {
    const figure = makeFigure({ id: 'one', place: 'park', scope: both('the old zone') });
    const rows = (place?: string) =>
      publishedBlock(atlas, makePublished({ figures: [figure] }), [{ figures: [figure], place }])?.groups[0]?.rows.map(({ where }) => where);
    expect(rows()).toEqual(['the old zone']);
    const plain = { ...figure, scope: undefined };
    expect(publishedBlock(atlas, makePublished({ figures: [plain] }), [{ figures: [plain], place: 'park' }])?.groups[0]?.rows[0]?.where).toBeUndefined();
  });
});
