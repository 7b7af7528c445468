import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Actual } from '#lib/features/own-data/table/actuals';
import { buildDeck } from '#lib/features/pitch/deck/build-deck';
import { pitchCsv, pitchGeoJson } from '#lib/features/pitch/deck/data-files';
import { actualsFor } from '#lib/features/pitch/actuals-of-zones';
import { actualItems } from '#lib/features/pitch/sheet/actuals-section';
import { atlas, DAY, MAP, pitchOf, topology } from './real-pitch';

/* The office's own figures: beside the targets on slides and sheets, in nothing that passes for a document's word. */

const address = (path: string) => `https://example.org${path}`;
const target = pitchOf()
  .zones.flatMap(({ targets }) => targets)
  .find(({ target: { operator, unit } }) => operator === '>=' && unit === 'yi-yuan')?.target;
if (!target) throw new Error('no target in 亿元');
const NOTE = '本局统计口径';
const report = (over: Partial<Actual> = {}): Actual => ({
  line: 2,
  target: target.id,
  year: 2025,
  value: (target.value / 4) * 10_000,
  unit: '万元',
  note: NOTE,
  ...over
});
const ELSEWHERE = atlas.data.targets.find(
  ({ id }) => !pitchOf().zones.some(({ targets }) => targets.some((said) => said.target.id === id)) && id !== target.partOf
);

async function textsOf(actuals: readonly Actual[]) {
  const drawMap = () => Promise.resolve({ data: MAP, width: 10, height: 10 });
  const { file, problems } = await buildDeck({ atlas, pitch: pitchOf({}, DAY, actuals), siteName: 'Site', address, drawMap });
  expect(problems).toEqual([]);
  const parts = Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  const slides = parts.flatMap(([name, xml]) => (/^ppt\/slides\/slide\d+\.xml$/.test(name) ? [xml] : []));
  const charts = parts.flatMap(([name, xml]) => (/^ppt\/charts\/chart\d+\.xml$/.test(name) ? [xml] : []));
  return { own: slides.filter((xml) => xml.includes('本单位自报')), charts, slides };
}

describe('reported values in a pitch', () => {
  it('stand beside the target in a table and as a share in a chart that can be edited, and are said to be the office’s', async () => {
    const [without, deck] = [await textsOf([]), await textsOf([report()])];
    expect(without.own).toEqual([]);
    expect(deck.own).toHaveLength(2);
    const [table = '', chart = ''] = deck.own;
    expect(table).toContain('<a:tbl>');
    for (const text of [NOTE, '25%', '不出自文件', '2025']) expect(table).toContain(text);
    expect(chart).toContain('不出自文件');
    expect(deck.charts).toHaveLength(without.charts.length + 1);
    expect(deck.charts.some((xml) => xml.includes('<c:v>0.25</c:v>'))).toBe(true);
  });

  it('come to investors without what the office remarks on them, unless it says so; colleagues read it', async () => {
    const deck = await textsOf(actualsFor('investor', [report()], false));
    expect(deck.own).toHaveLength(2);
    expect(deck.slides.join()).not.toContain(NOTE);
    expect(actualItems(atlas, pitchOf({}, DAY, actualsFor('investor', [report()], false)).actuals)[0]?.detail).not.toContain(NOTE);
    expect(actualItems(atlas, pitchOf({}, DAY, actualsFor('investor', [report()], true)).actuals)[0]?.detail).toContain(NOTE);
    expect(actualItems(atlas, pitchOf({}, DAY, actualsFor('internal', [report()], false)).actuals)[0]?.detail).toContain(NOTE);
  });

  it('are in no table of facts and in no outline file, whose every statement has a source', () => {
    const pitch = pitchOf({}, DAY, [report()]);
    expect(pitch.actuals).toHaveLength(1);
    expect(pitchCsv(atlas, pitch, address)).toBe(pitchCsv(atlas, pitchOf(), address));
    expect(pitchGeoJson(atlas, pitch, topology, address)).toBe(pitchGeoJson(atlas, pitchOf(), topology, address));
    expect(JSON.stringify(pitch.state)).not.toContain(NOTE);
  });

  it('are left out for targets of other zones, and told but not compared in another unit', () => {
    const strange = report({ line: 3, unit: '家', value: 12 });
    const pitch = pitchOf({}, DAY, [report({ target: ELSEWHERE?.id ?? '' }), strange]);
    const items = actualItems(atlas, pitch.actuals);
    expect(items.map(({ value }) => value)).toEqual(['12 家']);
    expect(items[0]?.detail).toContain('单位不同，不比较');
    expect(items[0]?.citations).toEqual([]);
  });
});
