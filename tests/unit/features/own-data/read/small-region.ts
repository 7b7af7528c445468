import { readFile } from 'node:fs/promises';
import type { GeoJsonObject } from 'geojson';
import { topology } from 'topojson-server';
import type { Topology } from 'topojson-specification';
import type { ImportContext } from '#lib/features/own-data/table/import-context';
import { guess, prepareRegion, read } from '#lib/features/own-data/read/importer';
import type { NamedBlob } from '#lib/features/own-data/read/importer';
import type { ImportGuess } from '#lib/features/own-data/table/guess';
import type { OwnTable } from '#lib/features/own-data/table/table';

/* A region of three square districts in two cities, enough for every rule of the importer. */

const square = (adcode: string, west: number, south: number, east: number, north: number) => ({
  type: 'Feature' as const,
  properties: { adcode },
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south]
      ]
    ]
  }
});
export const SQUARES = [square('330106', 120, 30.1, 120.2, 30.3), square('330114', 120.2, 30.1, 120.5, 30.4), square('330481', 120.5, 30.2, 120.8, 30.5)];

const unit = (adcode: string, zh: string, en: string, level: 'province' | 'prefecture' | 'county', parent: string | undefined, label: [number, number]) => ({
  adcode,
  name: { zh, en },
  level,
  ...(parent ? { parent } : {}),
  label
});

export const context: ImportContext = {
  units: [
    unit('330000', '浙江省', 'Zhejiang', 'province', undefined, [120.4, 30.3]),
    unit('330100', '杭州市', 'Hangzhou City', 'prefecture', '330000', [120.25, 30.2]),
    unit('330400', '嘉兴市', 'Jiaxing City', 'prefecture', '330000', [120.65, 30.3]),
    unit('330106', '西湖区', 'Xihu District', 'county', '330100', [120.1, 30.2]),
    unit('330114', '钱塘区', 'Qiantang District', 'county', '330100', [120.35, 30.25]),
    unit('330481', '海宁市', 'Haining City', 'county', '330400', [120.65, 30.35])
  ],
  places: [
    { id: 'port', name: { zh: '医药港', en: 'Pharma Port' }, adcode: '330114', lon: 120.34, lat: 30.33 },
    { id: 'nowhere', name: { zh: '无处', en: 'Nowhere' }, adcode: '330106', lon: null, lat: null }
  ],
  former: [
    { name: '江干区', adcode: '330104', year: 2021 },
    { name: '海宁县', adcode: '330422', year: 1986, now: '330481' }
  ],
  topology: topology({ counties: { type: 'FeatureCollection', features: SQUARES } as GeoJsonObject }, 1e5) as unknown as Topology
};

export const region = prepareRegion(context);

/** A file of text or bytes, as a browser would give it. */
export const fileOf = (content: string | Uint8Array, name = 'test.csv'): NamedBlob => new File([content as Uint8Array<ArrayBuffer>], name);

/** One of the stored files. */
export const stored = async (name: string): Promise<NamedBlob> => fileOf(await readFile(new URL(`../../../../files/own-data/${name}`, import.meta.url)), name);

/** Guess and read in one go, with corrections to the guess. */
export async function importAll(file: NamedBlob, corrections: Partial<ImportGuess> = {}): Promise<{ guess: ImportGuess; table: OwnTable }> {
  const found = { ...(await guess(file, region)), ...corrections };
  return { guess: found, table: await read(file, found, region) };
}
