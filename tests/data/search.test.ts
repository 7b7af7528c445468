import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { search } from '#lib/features/search/find';
import { prepareSearch } from '#lib/features/search/entries';
import type { SearchIndex } from '#lib/features/search/entries';
import { unitsOf } from '#lib/features/search/query';
import type { AdminUnit, PolicyDocument } from '#lib/schema/atlas';

/* Relevance on the published index: what a reader types, and what must then stand first, or among the first three. */

const read = <T>(file: string): T => JSON.parse(readFileSync(`static/data/v1/${file}`, 'utf8')) as T;
const text = readFileSync('static/data/v1/search.json', 'utf8');
const index = JSON.parse(text) as SearchIndex;
const searchable = prepareSearch(index);

/** The results in the order shown, as “kind:id”. */
const shown = (query: string): string[] => search(searchable, query).groups.flatMap(({ kind, hits }) => hits.map(({ item }) => `${kind}:${item.entry.id}`));
/** Best entry of each of the first groups: what a reader sees without scrolling past a group. */
const heads = (query: string): string[] => search(searchable, query).groups.map(({ kind, hits }) => `${kind}:${hits[0]!.item.entry.id}`);

const first: readonly [query: string, id: string][] = [
  // a sector by its name, pinyin, initials, English, id
  ['合成生物', 'sector:synbio'],
  ['合成', 'sector:synbio'],
  ['hecheng', 'sector:synbio'],
  ['hechengshengwu', 'sector:synbio'],
  ['hecheng shengwu', 'sector:synbio'],
  ['hcsw', 'sector:synbio'],
  ['synbio', 'sector:synbio'],
  ['synthetic', 'sector:synbio'],
  ['Synthetic Biology', 'sector:synbio'],
  ['合成生物学', 'sector:synbio'],
  // by an alias
  ['CDMO', 'sector:cdmo'],
  ['cro', 'sector:cro'],
  ['ADC', 'sector:antibody-drugs'],
  ['mRNA', 'sector:nucleic-acid'],
  ['内窥镜', 'sector:endoscopes'],
  ['endoscope', 'sector:endoscopes'],
  ['疫苗', 'sector:vaccines'],
  ['原料药', 'sector:api'],
  // units, in every writing
  ['钱塘', 'unit:330114'],
  ['钱塘区', 'unit:330114'],
  ['qiantang', 'unit:330114'],
  ['qianta', 'unit:330114'],
  ['qian tang', 'unit:330114'],
  ['qt', 'unit:330114'],
  ['ＱＩＡＮＴＡＮＧ', 'unit:330114'],
  ['330114', 'unit:330114'],
  ['磐安', 'unit:330727'],
  ['panan', 'unit:330727'],
  ["pan'an", 'unit:330727'],
  ['Pan’an', 'unit:330727'],
  ['舟山', 'unit:330900'],
  ['zhoushan', 'unit:330900'],
  ['杭州', 'unit:330100'],
  // characters with several readings
  ['changxing', 'unit:330522'],
  ['yueqing', 'unit:330382'],
  ['taizhou', 'unit:331000'],
  ['lishui', 'unit:331100'],
  ['shengzhou', 'unit:330683'],
  ['quzhou', 'unit:330800'],
  ['xiaoshan', 'unit:330109'],
  ['kecheng', 'unit:330802'],
  ['liandu', 'unit:331102'],
  ['jingning', 'unit:331127'],
  ['chongzudanbai', 'sector:protein-peptide'],
  // typos
  ['qiantnag', 'unit:330114'],
  ['bingjiang', 'unit:330108'],
  ['hangzuo', 'unit:330100'],
  ['xiaohsan', 'unit:330109'],
  ['vaccne', 'sector:vaccines'],
  ['endosocpe', 'sector:endoscopes'],
  ['合城生物', 'sector:synbio'],
  // places, layouts, documents, clauses, targets, incentives
  ['天目', 'place:tianmu-pharma-port'],
  ['tianmu', 'place:tianmu-pharma-port'],
  ['医药港', 'place:hangzhou-pharma-port'],
  ['中国医药港', 'place:china-pharma-port-core'],
  ['西湖大学', 'place:westlake-yungu'],
  ['一核两带两圈', 'layout:zj-one-core-two-belts-two-circles'],
  ['yhsydd', 'layout:hz-one-core-four-parks'],
  ['39号', 'document:hz-2021-39'],
  ['三年行动计划', 'document:hz-2024-2026'],
  ['临床研究型病床', 'target:h24-research-beds'],
  ['1类新药临床', 'incentive:h21-class-1-drug'],
  // what is published elsewhere: the page of it all, and one figure of an area
  ['公布数字', 'figure:'],
  ['published figures', 'figure:'],
  ['原料药制造营业收入', 'figure:taizhou-api-revenue-2022'],
  // land class M3 leads to the zone that offers it
  ['M3', 'zone:h24-belt-api'],
  ['M3用地', 'zone:h24-belt-api'],
  ['临安M3', 'zone:h24-belt-api']
];

const amongHeads: readonly [query: string, id: string][] = [
  ['钱塘', 'zone:h24-core-qiantang'],
  ['qt', 'zone:h24-core-qiantang'],
  ['合成生物', 'zone:h24-future-synbio'],
  ['磐安', 'zone:zp-town-panan'],
  ['内窥镜', 'place:tonglu-endoscope'],
  ['中国医药港', 'document:hz-2024-2026'],
  ['天目', 'zone:h24-belt-api'],
  ['萧山', 'clause:hz-2024-2026 二（二）4']
];

describe('relevance', () => {
  it.each(first)('%s → %s first', (query, id) => {
    expect(shown(query)[0]).toBe(id);
  });

  it.each(amongHeads)('%s → %s heads one of the first three groups', (query, id) => {
    expect(heads(query).slice(0, 3)).toContain(id);
  });

  it.each([
    ['磐安', 'zone:z22-circle-mountain'],
    ['舟山', 'zone:z22-circle-marine'],
    ['合成生物', 'zone:h24-core-qiantang'],
    ['合成生物', 'zone:h24-park-xiaoshan'],
    ['天目医药港', 'zone:h24-belt-api'],
    ['钱塘 合成生物', 'zone:h24-core-qiantang']
  ])('%s also finds %s, to which it belongs', (query, id) => {
    expect(shown(query)).toContain(id);
  });

  it('answers nothing rather than anything', () => {
    expect(shown('38')).toEqual([]);
    expect(shown('qwertyuiop')).toEqual([]);
    expect(shown('火星基地')).toEqual([]);
  });

  it('finds each unit by the pinyin of its name, and first by its own name', () => {
    for (const { adcode, name } of read<AdminUnit[]>('admin.json')) {
      const english = name.en.replace(/ (?:\w+ Autonomous )?(?:County|District|City)$/, '');
      expect(shown(name.zh)[0], name.zh).toBe(`unit:${adcode}`);
      expect(shown(english).slice(0, 3), english).toContain(`unit:${adcode}`);
      const label = searchable.all.find(({ entry }) => entry.kind === 'unit' && entry.id === adcode)?.zh;
      const pinyin = english.toLowerCase().replace(/[^a-z]/g, '');
      expect(label?.sound?.joined.startsWith(pinyin), `${name.zh}: ${label?.sound?.joined} / ${pinyin}`).toBe(true);
    }
  });
});

describe('data/v1/search.json', () => {
  it('is at most 60 kB gzipped', () => {
    expect(gzipSync(text).length).toBeLessThanOrEqual(60_000);
  });

  it('gives every Han character of a name its pinyin', () => {
    for (const { zh, also } of searchable.all) {
      for (const label of [zh, ...also]) {
        if (!label.units.some(({ han }) => han)) continue;
        expect(label.sound?.joined, label.text).toMatch(/^[a-z0-9]+$/);
        expect(label.sound?.starts.length, label.text).toBe(unitsOf(label.text).length);
      }
    }
  });

  it('leads to clauses that their documents have', () => {
    const clauses = new Set(read<PolicyDocument[]>('documents.json').flatMap(({ id, clauses: own }) => own.map((clause) => `${id} ${clause.id}`)));
    const missing = index.entries.filter(({ clause, document }) => clause !== undefined && !clauses.has(`${document} ${clause}`));
    expect(missing.map(({ id }) => id)).toEqual([]);
    expect(index.entries.filter(({ kind }) => kind === 'clause').map(({ id }) => id)).toEqual([...clauses]);
  });

  it('holds every fact that has a page, once', () => {
    const ids = index.entries.map(({ kind, id }) => `${kind}:${id}`);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [file, kind] of Object.entries({
      zones: 'zone',
      places: 'place',
      sectors: 'sector',
      targets: 'target',
      incentives: 'incentive',
      layouts: 'layout'
    })) {
      expect(ids, file).toEqual(expect.arrayContaining(read<{ id: string }[]>(`${file}.json`).map(({ id }) => `${kind}:${id}`)));
    }
  });
});
