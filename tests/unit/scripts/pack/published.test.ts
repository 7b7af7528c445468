import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPack } from '../../../../scripts/steps/pack/check-pack';
import { compilePublished } from '../../../../scripts/steps/pack/compile-published';
import { readPack } from '../../../../scripts/steps/pack/read-pack';
import { InputError } from '../../../../scripts/steps/problem';
import { DEMO_PACK, brokenPack, byPath } from './support';

const FILE = 'published.yaml';
const ADCODES = new Map(['320000', '320500', '320506', '320508', '320509', '320581', '320582'].map((code) => [code, ''] as const));
/** What the reader or, if it lets the pack pass, the checker says. */
function complaints(text: string, replacement: string): string[] {
  try {
    return checkPack(readPack(brokenPack(FILE, text, replacement)), ADCODES).map(byPath);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(byPath);
    throw error;
  }
}
describe('what is published elsewhere', () => {
  it('is taken from a pack without complaint, each figure and fact with its page', () => {
    expect(checkPack(readPack(DEMO_PACK), ADCODES)).toEqual([]);
    const published = compilePublished(readPack(DEMO_PACK));
    expect(published.figures[0]).toMatchObject({
      id: 'demo-kites-2025',
      page: { url: 'https://a.example/kites', published: '2026-02-01', class: 'official-media', confidence: 'high' }
    });
    expect(published.figures[0]?.page).not.toHaveProperty('id');
    expect(published.profiles).toHaveLength(2);
  });

  it('need not be in a pack: then nobody has looked', () => {
    const dir = brokenPack(FILE, 'searched', 'searched');
    rmSync(join(dir, FILE));
    expect(compilePublished(readPack(dir))).toEqual({ figures: [], profiles: [], beside: [] });
  });

  it.each<[string, string, string, RegExp]>([
    ['a figure without an address', '    url: https://a.example/kites\n', '', /^published\.yaml:\d+ pages\.0\.url: missing; write/],
    ['an address that is none', 'https://a.example/kites', 'a.example/kites', /an address begins with http/],
    ['a figure whose page has no date', '    published: "2026-02-01"\n', '', /the page "kite-news" has no date/],
    ['a class that is not on the list', 'class: official-media', 'class: blog', /class: "blog" is none of the options/],
    ['no English', 'en: "Made-up Daily"', 'en: " "', /English text is missing/],
    ['no day of the search', 'searched: "2026-03-01"\n', '', /searched/],
    ['a page read after the last search', 'searched: "2026-03-01"', 'searched: "2026-02-01"', /after the last search/],
    ['a page read before it was published', 'published: "2026-02-01"', 'published: "2026-02-20"', /before it was published/],
    ['an address twice, of another publisher', 'https://a.example/office', 'http://a.example/kites/', /its address is that of "kite-news"/],
    [
      'a page that nothing is from',
      'pages:\n',
      'pages:\n  - { id: idle, title: t, lang: en, publisher: { zh: 虚, en: x }, url: https://a.example/i, read: "2026-02-02", class: trade }\n',
      /no figure or fact is from it/
    ],
    ['a page that is not there', 'page: kite-news\n    confidence: medium\n', 'page: kite-mews\n    confidence: medium\n', /unknown page "kite-mews"/],
    ['a period that ends before it begins', 'from: "2025"\n', 'from: "2026"\n', /ends \(2025\) before it begins \(2026\)/],
    ['a day that no calendar has', 'to: "2024"', 'to: "2024-06-31"', /there is no 2024-06-31/],
    ['a figure of a time after its page', 'to: "2024"', 'to: "2025-02"', /it is of 2025-02, and its page of 2025-01-15/],
    ['a unit that is not listed', 'unit: kites\n', 'unit: kits\n', /unknown unit "kits"/],
    ['a family that is not on the list', 'family: output', 'family: weather', /family: "weather" is none of the options/],
    ['an area outside the region', 'adcode: "320508"\n    place: demo-kite-park\n', 'adcode: "330100"\n', /unknown adcode "330100"/],
    ['a place that is not there', 'place: demo-kite-park\n    scope', 'place: demo-kite-pork\n    scope', /unknown place "demo-kite-pork"/],
    ['a place that lies elsewhere', 'adcode: "320508"', 'adcode: "320506"', /lies in 320508, not in 320506/],
    ['a conflict that the other side does not name', 'conflicts: [demo-kites-2025]', 'conflicts: []', /"demo-kites-2025-news" must name it/],
    ['a conflict with nothing', 'conflicts: [demo-kites-2025]', 'conflicts: [demo-kites-2023]', /unknown in figures: "demo-kites-2023"/],
    ['a conflict with itself', 'conflicts: [demo-kites-2025]', 'conflicts: [demo-kites-2025, demo-kites-2025-news]', /cannot say other than itself/],
    ['an id twice', 'id: demo-kites-2025-news', 'id: demo-kite-park-web-1', /"demo-kite-park-web-1" is used twice/],
    ['a web address that differs by language', 'en: "https://a.example/park"', 'en: "https://b.example/park"', /the same in both languages/],
    ['a fact of a place that is not there', 'place: demo-kite-park\n    field: web', 'place: demo-kite-pork\n    field: web', /unknown place "demo-kite-pork"/],
    ['a target that is not there', 'target: demo-output', 'target: demo-input', /unknown target "demo-input"/],
    ['a figure beside a target that is not there', 'figure: demo-park-kites-2024', 'figure: demo-park-kites', /unknown figure "demo-park-kites"/],
    ['a figure beside a target twice', 'figure: demo-park-kites-2024', 'figure: demo-kites-2025', /is beside "demo-output" twice/],
    ['a near figure that does not say what differs', '    differs: { zh: "只是一个园（虚构）", en: "a single park (made up)" }\n', '', /differs/],
    [
      'a comparable figure of another unit',
      'unit: kites\n    from: "2025"',
      'unit: percent\n    from: "2025"',
      /not comparable with "demo-output": the unit is percent/
    ],
    ['a comparable figure of another family', 'family: output', 'family: growth', /not comparable with "demo-output": the family is growth/],
    ['a comparable figure of other ground', 'figure: demo-kites-2025\n', 'figure: demo-park-kites-2024\n', /it is of other ground/],
    ['a comparable figure of another area', 'adcode: "320500"', 'adcode: "320508"', /it is of 320508, not of 320500/]
  ])('refuses %s', (_, text, replacement, rule) => expect(complaints(text, replacement).join('\n')).toMatch(rule));

  it('refuses a series of two definitions, and a period twice in one', () => {
    const point = (id: string, to: string, definition = '{ zh: 虚, en: x }') =>
      `  - { id: ${id}, metric: { zh: "风筝产量（虚构）", en: "Kites made (made up)" }, family: output, adcode: "320500", operator: "=", value: 1, unit: kites, to: "${to}", definition: ${definition}, series: kites, page: kite-news, confidence: high }\n`;
    const series = (...points: string[]) => complaints('figures:\n', `figures:\n${points.join('')}`).join('\n');
    expect(series(point('one', '2023'), point('two', '2024'))).toBe('');
    expect(series(point('one', '2023'), point('two', '2024', '{ zh: 另, en: y }'))).toMatch(
      /figure "two": metric, area, scope, unit and definition .* must be those of "one"/
    );
    expect(series(point('one', '2023'), point('two', '2023'))).toMatch(/figure "two": the series "kites" has this period twice/);
  });
});
