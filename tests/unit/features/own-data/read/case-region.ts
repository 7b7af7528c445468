import type { GeoJsonObject } from 'geojson';
import { topology } from 'topojson-server';
import type { Topology } from 'topojson-specification';
import { prepareRegion } from '#lib/features/own-data/read/importer';
import type { ImportContext } from '#lib/features/own-data/table/import-context';

/* Eight districts of two cities under their real names, each a small square around a point in it: the files of real kinds name them. */

const DISTRICTS: readonly (readonly [adcode: string, zh: string, lon: number, lat: number])[] = [
  ['330102', '上城区', 120.2346, 30.3076],
  ['330106', '西湖区', 120.068, 30.144],
  ['330108', '滨江区', 120.1849, 30.1822],
  ['330109', '萧山区', 120.2304, 30.0254],
  ['330110', '余杭区', 119.9167, 30.3548],
  ['330114', '钱塘区', 120.6142, 30.3175],
  ['330203', '海曙区', 121.45, 29.86],
  ['330212', '鄞州区', 121.65, 29.82]
];
const HALF = 0.04;

const features = DISTRICTS.map(([adcode, , lon, lat]) => ({
  type: 'Feature' as const,
  properties: { adcode },
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [lon - HALF, lat - HALF],
        [lon + HALF, lat - HALF],
        [lon + HALF, lat + HALF],
        [lon - HALF, lat + HALF],
        [lon - HALF, lat - HALF]
      ]
    ]
  }
}));

const context: ImportContext = {
  units: [
    { adcode: '330000', name: { zh: '浙江省', en: 'Zhejiang' }, level: 'province', label: [120.4, 29.3] },
    { adcode: '330100', name: { zh: '杭州市', en: 'Hangzhou City' }, level: 'prefecture', parent: '330000', label: [120.15, 30.28] },
    { adcode: '330200', name: { zh: '宁波市', en: 'Ningbo City' }, level: 'prefecture', parent: '330000', label: [121.55, 29.87] },
    ...DISTRICTS.map(([adcode, zh, lon, lat]) => ({
      adcode,
      name: { zh, en: adcode },
      level: 'county' as const,
      parent: `${adcode.slice(0, 4)}00`,
      label: [lon, lat] as [number, number]
    }))
  ],
  places: [],
  former: [],
  topology: topology({ counties: { type: 'FeatureCollection', features } as GeoJsonObject }, 1e6) as unknown as Topology
};

export const caseRegion = prepareRegion(context);

/** Names of the districts by their codes. */
export const districtNames: ReadonlyMap<string, string> = new Map(DISTRICTS.map(([adcode, zh]) => [adcode, zh]));
