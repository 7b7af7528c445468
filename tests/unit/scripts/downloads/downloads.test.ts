import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureCollection, Geometry } from 'geojson';
import mapshaper from 'mapshaper';
import Papa from 'papaparse';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDownloads } from '../../../../scripts/steps/downloads/write-downloads';
import { compilePublished } from '../../../../scripts/steps/pack/compile-published';
import { compileAtlas } from '../../../../scripts/steps/pack/compile-atlas';
import { readPack } from '../../../../scripts/steps/pack/read-pack';
import type { AdminUnit } from '#lib/schema/atlas';
import { DEMO_PACK } from '../pack/support';

const about = { title: { zh: '测试', en: 'Test' }, version: '2026.1.0', day: '2026-06-30' };
const unit = (adcode: string, zh: string, en: string): AdminUnit => ({
  adcode,
  name: { zh, en },
  level: 'county',
  parent: '320500',
  areaKm2: 1,
  label: [120, 31],
  bbox: [119, 30, 121, 32]
});
const admin = [unit('320508', '姑苏区', 'Gusu District'), unit('320506', '吴中区', 'Wuzhong District'), unit('320581', '常熟市', 'Changshu City')];
const facts = compileAtlas(readPack(DEMO_PACK), admin, about.day);
const published = compilePublished(readPack(DEMO_PACK));
const square: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [120, 31],
      [120.123456789, 31],
      [120.1, 31.1],
      [120, 31]
    ]
  ]
};
const outlines = (): FeatureCollection<Geometry> => ({
  type: 'FeatureCollection',
  features: facts.zones.map(({ id }) => ({ type: 'Feature', id, geometry: square, properties: {} }))
});

let dir = '';
const file = (name: string) => join(dir, 'downloads', name);
const csv = (name: string) => Papa.parse<Record<string, string>>(readFileSync(file(name), 'utf8').replace(/^\uFEFF/, ''), { header: true }).data;
/** Read with another program's KML reader; it parses the XML strictly. */
async function readKml(name: string): Promise<FeatureCollection> {
  const output = await mapshaper.applyCommands('-i in.kml -o out.json format=geojson combine-layers', { 'in.kml': readFileSync(file(name), 'utf8') });
  return JSON.parse(String(output['out.json'])) as FeatureCollection;
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'downloads-'));
  await writeDownloads(dir, facts, published, about, outlines);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

it('writes each format', () => {
  expect(readdirSync(join(dir, 'downloads')).sort()).toEqual([
    'atlas.xlsx',
    'documents.csv',
    'figures.csv',
    'incentives.csv',
    'places.csv',
    'places.kml',
    'profiles.csv',
    'targets.csv',
    'zones.csv',
    'zones.kml'
  ]);
});

describe('CSV', () => {
  it('has a row for each fact, an incentive one for each of its cases', () => {
    expect(csv('zones.csv')).toHaveLength(facts.zones.length);
    expect(csv('targets.csv')).toHaveLength(facts.targets.length);
    expect(csv('places.csv')).toHaveLength(facts.places.length);
    expect(csv('documents.csv')).toHaveLength(facts.documents.length);
    expect(csv('incentives.csv')).toHaveLength(facts.incentives.reduce((sum, { tiers }) => sum + Math.max(1, tiers.length), 0));
  });

  it('speaks both languages and spells the source out, with the state of the document', () => {
    expect(csv('zones.csv').find(({ id }) => id === 'demo-core')).toMatchObject({
      tier_zh: '核心',
      tier_en: 'Core',
      members_zh: '姑苏区',
      members_en: 'Gusu District',
      document_status_zh: '现行',
      document_status_en: 'In force',
      citations_zh: '《测试用数据包，内容为虚构：风筝产业行动计划》二',
      citations_en: 'Test pack, contents made up: action plan for kites, II [二]'
    });
  });
});

describe('CSV of what is published elsewhere', () => {
  it('has a row for each figure and fact, with its page and who stands behind it', () => {
    expect(csv('profiles.csv')).toHaveLength(published.profiles.length);
    expect(csv('figures.csv')).toHaveLength(published.figures.length);
    expect(csv('figures.csv')[0]).toMatchObject({
      unit_name_en: '320500',
      operator_en: 'about',
      value: '700',
      unit_zh: '只',
      publisher_class_en: 'official media',
      url: 'https://a.example/kites',
      published: '2026-02-01',
      conflicts: 'demo-kites-2025-news',
      comparable_targets: 'demo-output',
      near_targets: ''
    });
    expect(csv('figures.csv')[2]).toMatchObject({ place_en: 'Kite park (made up)', comparable_targets: '', near_targets: 'demo-output' });
  });
});

describe('XLSX', () => {
  const sheet = async (name: string) => (await readXlsx(file('atlas.xlsx'))).find((one) => one.sheet === name)?.data ?? [];

  it('opens again: a sheet for each table behind one that explains the columns', async () => {
    expect((await readXlsx(file('atlas.xlsx'))).map((one) => one.sheet)).toEqual([
      'about',
      'zones',
      'targets',
      'places',
      'incentives',
      'documents',
      'figures',
      'profiles'
    ]);
    const explained = await sheet('about');
    const [header = []] = await sheet('zones');
    for (const key of header) expect(explained.some((row) => row[2] === key)).toBe(true);
  });

  it('holds the same cells as the CSV, numbers as numbers', async () => {
    const [header = [], ...rows] = await sheet('targets');
    expect(rows).toHaveLength(facts.targets.length);
    expect(rows[0]?.[header.indexOf('value')]).toBe(facts.targets[0]?.value);
    const [names = [], ...zones] = await sheet('zones');
    const core = zones.find((row) => row[0] === 'demo-core');
    expect(core?.[names.indexOf('members_zh')]).toBe('姑苏区');
  });

  it('is the same file for the same facts, whenever it is made', async () => {
    const before = readFileSync(file('atlas.xlsx'));
    await new Promise((resolve) => setTimeout(resolve, 2100));
    await writeDownloads(dir, facts, published, about, outlines);
    expect(readFileSync(file('atlas.xlsx')).equals(before)).toBe(true);
  });
});

describe('KML', () => {
  it('has each located place', async () => {
    const { features } = await readKml('places.kml');
    const located = facts.places.filter(({ lon }) => lon !== null);
    expect(features).toHaveLength(located.length);
    expect(features[0]?.geometry).toMatchObject({ type: 'Point', coordinates: [located[0]?.lon, located[0]?.lat] });
    expect(features[0]?.properties).toMatchObject({ name: '风筝园（虚构） Kite park (made up)', precision: 'district' });
  });

  it('has each zone with its outline, rounded', async () => {
    const { features } = await readKml('zones.kml');
    expect(features).toHaveLength(facts.zones.length);
    expect(JSON.stringify(features[0]?.geometry)).toContain('120.12346');
    expect(features.map(({ properties }) => String(properties?.id))).toEqual(facts.zones.map(({ id }) => id));
  });
});
