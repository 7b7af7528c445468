import { z } from 'zod';
import { levelsOf } from '#lib/atlas/admin-units';
import { dissolved } from './code-history';
import { readChanges } from './read-changes';
import type { Boundaries } from './describe';
import { readPrefectures } from './read-base';
import { readTable } from './read-table';
import type { Region } from './region';
import { areaKm2, ringArea } from './ring-area';

const count = z.coerce.number().int().nonnegative();
const row = z.object({
  adcode: z.string().regex(/^\d{6}$/),
  nameZh: z.string().min(1),
  nameEn: z.string().min(1)
});
const figures = z.object({
  adcode: z.string().regex(/^\d{6}$/),
  prefectures: count,
  counties: count,
  old: count,
  areaKm2: z.coerce.number().positive(),
  source: z.string().min(1),
  why: z.string()
});

/**
 * What is published of a province: how many prefectures and counties it had in 2023, its area, and why the area here differs by more than a few per cent.
 * `old`: units of the base that are drawn though they are gone, since those that took their place are not.
 */
type ProvinceFigures = z.infer<typeof figures>;

/** Published figures of the provinces, by code: geodata/boundaries/province-figures.csv. */
export const readProvinceFigures = (): Map<string, ProvinceFigures> =>
  new Map(readTable('province-figures.csv', figures).map((entry) => [entry.adcode, entry]));

/** Every province of the base with all its prefectures, and no surroundings. */
export function wholeProvinces(): Region[] {
  const prefectures = [...readPrefectures().keys()];
  const changes = readChanges();
  return readTable('provinces.csv', row).flatMap(({ adcode, nameZh, nameEn }) => {
    const own = prefectures.filter((code) => code.slice(0, 2) === adcode.slice(0, 2) && !dissolved(code, changes));
    return own.length === 0 ? [] : [{ provinceAdcode: adcode, provinceName: { zh: nameZh, en: nameEn }, prefectures: own, context: [] }];
  });
}

/** Units of a region as they are counted officially: a prefecture without counties counts as a prefecture, a municipality's own one does not count. */
export function countUnits(prefectures: Boundaries, counties: Boundaries, province: string): { prefectures: number; counties: number; undivided: number } {
  const [upper, lower] = [prefectures, counties].map(({ features }) => features.map(({ properties }) => properties)) as [Properties[], Properties[]];
  return {
    prefectures: upper.filter(({ level, nameZh }) => level === 'prefecture' && nameZh !== province).length,
    counties: lower.filter(({ level }) => level === 'county').length,
    undivided: upper.filter((unit) => levelsOf(unit).length > 1).length
  };
}
type Properties = Boundaries['features'][number]['properties'];

/** What is wrong with the rings of boundaries: not closed, without area, or wound otherwise than RFC 7946 says. A line for each. */
export function ringFaults({ features }: Boundaries): string[] {
  return features.flatMap(({ geometry, properties: { adcode, nameZh } }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const faults = polygons.flatMap((rings) =>
      rings.flatMap((ring, i) => {
        const [first, last] = [ring[0], ring.at(-1)];
        if (ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return ['a ring is not closed'];
        if (!ring.every(([x = NaN, y = NaN]) => x > 70 && x < 140 && y > 0 && y < 60)) return ['a ring leaves the country'];
        const area = ringArea(ring);
        return area === 0 ? ['a ring has no area'] : area > 0 !== (i === 0) ? ['a ring is wound the wrong way'] : [];
      })
    );
    return [...new Set(areaKm2(geometry) > 0 ? faults : ['has no area', ...faults])].map((fault) => `${adcode} ${nameZh}: ${fault}`);
  });
}
