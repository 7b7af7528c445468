import { z } from 'zod';
import { unknownCode } from './nearest-code';
import { readOutline, readPrefectures, readUncoded } from './read-base';
import { readTable } from './read-table';
import type { Region } from './region';
import { toWgs84 } from './to-wgs84';
import type { Unit } from './unit';

const row = z.object({ adcode: z.string(), nameZh: z.string() });

/**
 * Reads the neighbouring land of a region: for each code of `region.context`, a province (all its prefectures) or a prefecture.
 * Prefectures of the region itself are left out. Each outline carries the code and name of the context unit it belongs to, WGS 84;
 * the caller dissolves them. Throws for an unknown code.
 */
export function readContext(region: Region): Unit[] {
  const provinces = new Map(readTable('provinces.csv', row).map((province) => [province.adcode, province.nameZh]));
  const prefectures = [...readPrefectures().values()];
  return region.context.flatMap((code) => {
    const members = prefectures.filter(({ adcode }) => !region.prefectures.includes(adcode) && (adcode === code || isProvinceOf(code, adcode)));
    const nameZh = provinces.get(code) ?? members[0]?.nameZh;
    const uncoded = nameZh ? readUncoded(code, nameZh) : [];
    if (!nameZh || members.length + uncoded.length === 0) {
      throw unknownCode('region.context', code, [...[...provinces].map(([adcode, name]) => ({ adcode, nameZh: name })), ...prefectures]);
    }
    const properties = { adcode: code, nameZh, parent: '' };
    return [...members.map(({ adcode }): Unit => ({ ...toWgs84(readOutline(adcode, 'region.context')), properties })), ...uncoded];
  });
}

function isProvinceOf(code: string, prefecture: string): boolean {
  return code.endsWith('0000') && code.slice(0, 2) === prefecture.slice(0, 2);
}
