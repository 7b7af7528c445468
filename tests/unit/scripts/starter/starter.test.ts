import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { AtlasData } from '#lib/schema/atlas';
import { buildData } from '../../../../scripts/steps/build-data';
import { checkPack } from '../../../../scripts/steps/pack/check-pack';
import { checkRegion } from '../../../../scripts/steps/pack/check-region';
import { readPack } from '../../../../scripts/steps/pack/read-pack';
import { starterFiles } from '../../../../scripts/steps/starter/files';
import { regionOf } from '../../../../scripts/steps/starter/region-of';

const dir = mkdtempSync(join(tmpdir(), 'starter-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function start(code: string): string {
  const pack = join(dir, code);
  for (const [name, content] of Object.entries(starterFiles(regionOf(code), { id: 'a-start', title: '甲市“风筝”: 地图', version: '2026.1.0' }))) {
    mkdirSync(dirname(join(pack, name)), { recursive: true });
    writeFileSync(join(pack, name), content);
  }
  return pack;
}

describe('a new pack', () => {
  // a province, a prefecture
  it.each([
    ['640000', '640100'],
    ['320400', '320402']
  ])('for %s builds at once, with a zone of %s', { timeout: 240_000 }, async (code, unit) => {
    const pack = start(code);
    expect([...checkRegion(readPack(pack)), ...checkPack(readPack(pack))]).toEqual([]);
    const out = join(dir, `${code}-data`);
    await buildData(pack, out, '2026-06-30');
    const read = (name: string): unknown => JSON.parse(readFileSync(join(out, `${name}.json`), 'utf8'));
    const data = AtlasData.parse(Object.fromEntries(Object.keys(AtlasData.shape).map((key) => [key, read(key)])));
    expect(data.zones.map(({ units }) => units)).toEqual([[unit]]);
    expect(data.zones[0]?.bbox).toBeDefined();
    // nobody takes what is to be filled in for a policy in force
    expect(data.documents.map(({ status }) => status)).toEqual(['draft']);
    expect(data.index.title.zh).toBe('甲市“风筝”: 地图');
  });

  it.each([
    ['310000', '310101'],
    ['441900', '441900'],
    ['429004', '429004']
  ])('for %s, a municipality or without counties, has a zone of %s', (code, unit) => {
    const pack = readPack(start(code));
    expect([...checkRegion(pack), ...checkPack(pack)]).toEqual([]);
    expect(pack.documents[0]?.zones.data.zones[0]?.units).toEqual([unit]);
  });

  it('says in each place for a fact that it is to be filled in', () => {
    const texts = Object.values(starterFiles(regionOf('320400'), { id: 'a', title: '甲', version: '2026.1.0' })).join('\n');
    const plain = [...texts.matchAll(/\{ zh: "([^"]*)", en: "([^"]*)" \}/g)].filter(
      ([, zh = '', en = '']) => !zh.startsWith('【填写】') || !en.startsWith('[To be filled in]')
    );
    expect(plain.map(([, zh]) => zh).sort()).toEqual(['片', '江苏省', '甲'].sort());
  });
});

describe('the region of a code', () => {
  it('has its neighbours around it, across borders of provinces and over water', () => {
    expect(regionOf('440000').context).toEqual(['350000', '360000', '430000', '450000', '810000', '820000']);
    expect(regionOf('460000').context).toEqual(['440000']);
    expect(regionOf('320400').context).toContain('341800');
  });

  it.each([
    ['330114', undefined, /330100 杭州市/],
    ['449999', undefined, /nearest are 445300/],
    ['330100', 'province', /nearest are 330000/],
    ['330000', 'prefecture', /nearest are 330100/],
    ['371200', undefined, /dissolved in 2018.*nearest are 371100/],
    ['abc', undefined, /"abc"/]
  ] as const)('%s (%s) is refused with the nearest ones', (code, level, message) => {
    expect(() => regionOf(code, level)).toThrow(message);
  });
});
