import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildData } from '../../../../scripts/steps/build-data';
import { checkPack } from '../../../../scripts/steps/pack/check-pack';
import { packDir } from '../../../../scripts/steps/pack/pack-dir';
import { readPack } from '../../../../scripts/steps/pack/read-pack';
import { digestFiles } from '../../../../scripts/steps/write-data';
import { AtlasData } from '#lib/schema/atlas';
import { temporaryDir } from './support';

const env = { GEODATA_PACK: 'tests/packs/suzhou-demo' };

describe('a pack for another place and another industry', () => {
  it('is chosen by GEODATA_PACK and passes all checks', () => {
    const pack = readPack(packDir(undefined, env));
    expect(checkPack(pack)).toEqual([]);
    expect(pack.info.data.region.provinceAdcode).toBe('320000');
  });

  it('builds its own data, without a trace of another pack', async () => {
    const out = join(temporaryDir(), 'data');
    const report = await buildData(packDir(undefined, env), out, '2026-06-30');
    const read = (file: string): unknown => JSON.parse(readFileSync(join(out, file), 'utf8'));
    const data = AtlasData.parse(Object.fromEntries(Object.keys(AtlasData.shape).map((key) => [key, read(`${key}.json`)])));

    expect(report.counts).toMatchObject({ documents: 1, layouts: 1, zones: 3, targets: 2, places: 1, incentives: 1 });
    expect(data.index).toMatchObject({ pack: 'suzhou-demo', province: '320000', statusAsOf: '2026-06-30' });
    expect(data.documents[0]?.status).toBe('in-force');
    expect(data.admin.filter((unit) => unit.level === 'county').map((unit) => unit.name.zh)).toEqual(
      expect.arrayContaining(['姑苏区', '吴中区', '吴江区', '常熟市', '张家港市', '昆山市', '太仓市'])
    );
    expect(data.admin.every((unit) => unit.adcode.startsWith('32'))).toBe(true);

    const zone = (id: string) => data.zones.find((one) => one.id === id);
    expect(zone('demo-lake-wing')?.units).toEqual(['320506', '320509']);
    expect(zone('demo-core')?.targets).toEqual(['demo-share']);
    expect(zone('demo-north-wing')?.links.sectors[0]).toMatchObject({
      id: 'kite-frames',
      units: ['320581'],
      citations: [{ document: 'demo-plan', clause: '二' }]
    });
    for (const { bbox } of data.zones) expect(bbox).toBeDefined();

    const { 'index.json': _, ...written } = digestFiles(out);
    expect(written).toEqual(data.index.files);
    expect(existsSync(`${out}.new`)).toBe(false);
  });

  it('says plainly that its contents are made up', () => {
    const { info, documents } = readPack(packDir(undefined, env));
    for (const text of [info.data.title, ...documents.map(({ document }) => document.data.title)]) {
      expect(text.zh).toContain('虚构');
      expect(text.en).toContain('made up');
    }
  });
});
