import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { afterEach, describe, expect, it } from 'vitest';
import { pitchCsv, pitchGeoJson, pitchXlsx } from '#lib/features/pitch/deck/data-files';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { atlas, pitchOf, topology } from './real-pitch';

const address = (path: string) => `https://example.org${path}`;
afterEach(() => overwriteGetLocale(() => 'zh'));
const use = (language: 'zh' | 'en') => overwriteGetLocale(() => language);
const rowsOf = (csv: string) => Papa.parse<string[]>(csv.replace(/^\uFEFF/, '')).data;

describe('the CSV of a pitch', () => {
  it('begins with the mark that Excel needs, and has a source for every statement', () => {
    use('zh');
    const csv = pitchCsv(atlas, pitchOf(), address);
    expect(csv.startsWith('\uFEFF片区编号,片区,类别')).toBe(true);
    expect(csv).toContain('\r\n');
    const [, ...rows] = rowsOf(csv);
    expect(rows.every((row) => row.length === 12)).toBe(true);
    const output = rows.find(([zone, , , item]) => zone === 'h24-core-qiantang' && item === '核心区生物医药总产值');
    expect(output?.[4]).toBe('≥ 500 亿元');
    expect(output?.slice(7, 12)).toEqual([
      '杭生创办〔2024〕01号',
      '2024-06-17',
      '现行',
      '二（一）¶1',
      'https://example.org/documents/hz-2024-2026/#c-二-一-¶1'
    ]);
    const unsourced = rows.filter(([, , topic, item]) => topic !== '给客商的备注' && !/未列出|未给/.test(item ?? '')).filter((row) => row[10] === '');
    expect(unsourced).toEqual([]);
  });

  it('is harmless in a spreadsheet', () => {
    use('zh');
    for (const sign of ['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
      const text = `${sign}HYPERLINK("http://x","y")\n${sign}1`;
      const csv = pitchCsv(atlas, pitchOf({ notes: { 'h24-core-qiantang': text } }), address);
      expect(rowsOf(csv).flat()).toContain(`'${text}`);
      expect(
        rowsOf(csv)
          .flat()
          .filter((cell) => /^[=+\-@＝＋－＠]/.test(cell))
      ).toEqual([]);
    }
  });
});

describe('the workbook of a pitch', () => {
  it.each(['zh', 'en'] as const)('has its sheets in %s, texts typed as texts and no formula', async (language) => {
    use(language);
    const blob = await pitchXlsx(atlas, pitchOf({ title: '=1+1', notes: { 'h24-core-qiantang': '@SUM(A1)' } }), address);
    const parts = Object.fromEntries(Object.entries(unzipSync(new Uint8Array(await blob.arrayBuffer()))).map(([name, bytes]) => [name, strFromU8(bytes)]));
    const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(language === 'zh' ? ['说明', '片区', '事实', '出处'] : ['About', 'Zones', 'Facts', 'Sources']);
    const all = Object.values(parts).join();
    expect(all).not.toMatch(/<f[ >]/);
    expect(all).toContain("'=1+1");
    expect(all).toContain("'@SUM(A1)");
    expect(all).toContain(language === 'zh' ? '萧山生物技术应用智造区' : 'Qiantang core');
    expect(all).toContain('杭生创办〔2024〕01号');
  });
});

describe('the GeoJSON of a pitch', () => {
  it('holds outlines in WGS 84, right-handed as the format asks, with statements and citations', () => {
    use('zh');
    const read = JSON.parse(
      pitchGeoJson(atlas, pitchOf({ zones: ['h24-core-qiantang', 'h24-belt-api', 'h24-pair-xilin'] }), topology, address)
    ) as FeatureCollection<MultiPolygon | null>;
    expect(read.features.map(({ id, geometry }) => [id, geometry?.type ?? null])).toEqual([
      ['h24-core-qiantang', 'MultiPolygon'],
      ['h24-belt-api', 'MultiPolygon'],
      ['h24-pair-xilin', null]
    ]);
    const [qiantang] = read.features;
    const points = qiantang?.geometry?.coordinates.flat(2) ?? [];
    for (const [lon = 0, lat = 0] of points) {
      expect(lon).toBeGreaterThan(120.2);
      expect(lon).toBeLessThan(120.8);
      expect(lat).toBeGreaterThan(30.1);
      expect(lat).toBeLessThan(30.5);
    }
    // shoelace: outer rings counter-clockwise
    for (const polygon of read.features.flatMap(({ geometry }) => geometry?.coordinates ?? [])) {
      const ring = polygon[0] ?? [];
      const doubled = ring.reduce(
        (sum, [x = 0, y = 0], i) => sum + x * (ring[(i + 1) % ring.length]?.[1] ?? 0) - (ring[(i + 1) % ring.length]?.[0] ?? 0) * y,
        0
      );
      expect(doubled).toBeGreaterThan(0);
    }
    expect(qiantang?.properties).toMatchObject({ name: '钱塘核心区', status: '现行', status_day: '2026-11-22', note: '可先看\n医药港' });
    expect(JSON.stringify(qiantang?.properties?.citations)).toContain('二（一）¶2');
  });
});
