import { z } from 'zod';
import type { ElsewhereProvince, FormerUnit, OtherNames } from '#lib/schema/names';
import { englishNames } from './english-name';
import { readCountyNames, readPrefectures } from './read-base';
import { readTable } from './read-table';

const adcode = z.string().regex(/^\d{6}$/, 'an adcode has six digits');
const nameZh = z.string().min(1);
const codes = z
  .string()
  .transform((text) => text.split(' ').filter((code) => code !== ''))
  .pipe(z.array(adcode));
const formerRow = z.object({ nameZh, adcode, until: z.coerce.number().int().min(1949).max(2100), now: adcode.or(z.literal('')), also: codes, source: nameZh });
const movedRow = z.object({ from: adcode, to: adcode, towns: nameZh, source: nameZh });
const townRow = z.object({ adcode, towns: nameZh });
const zoneRow = z.object({ nameZh, units: codes, source: nameZh });
const elsewhereRow = z.object({ adcode, nameZh, kind: z.enum(['earlier', 'later']) });
const provinceRow = z.object({ adcode, nameZh, nameEn: nameZh });

/** Units that were given up since 2000, as authored: geodata/boundaries/former-names.csv. */
export const readFormerNames = (): z.infer<typeof formerRow>[] => readTable('former-names.csv', formerRow);

/**
 * Former names of a region's units: the authored ones of geodata/boundaries/former-names.csv, and what the changes of its geometry say beyond them.
 * @param computed of formerUnits
 * @param current adcodes of today, counties and prefectures
 */
export function withAuthoredFormer(computed: readonly FormerUnit[], current: ReadonlySet<string>): FormerUnit[] {
  const authored = readFormerNames().flatMap(({ nameZh: name, adcode: code, until: year, now, also }): FormerUnit[] => {
    const others = also.filter((other) => current.has(other));
    if (!current.has(now) && others.length === 0) return [];
    return [{ name, adcode: code, year, ...(current.has(now) ? { now } : {}), ...(others.length > 0 ? { also: others } : {}) }];
  });
  const known = new Set(authored.map(({ name, adcode: code }) => name + code));
  return [...authored, ...computed.filter(({ name, adcode: code }) => !known.has(name + code))];
}

/** What tables call places of a region beside its units' names, and the names of units that are not in it. */
export function otherNames(prefectures: readonly string[], current: ReadonlySet<string>): OtherNames {
  return {
    towns: Object.fromEntries(
      readTable('towns.csv', townRow)
        .filter((row) => current.has(row.adcode))
        .map((row) => [row.adcode, row.towns])
    ),
    moved: readTable('moved-towns.csv', movedRow)
      .filter(({ to }) => current.has(to))
      .map(({ from, to, towns }) => ({ from, to, towns })),
    zones: readTable('development-zones.csv', zoneRow)
      .map(({ nameZh: name, units }) => ({ name, units: units.filter((code) => current.has(code)) }))
      .filter(({ units }) => units.length > 0),
    elsewhere: elsewhere(new Set(prefectures))
  };
}

function elsewhere(region: ReadonlySet<string>): ElsewhereProvince[] {
  const cities = [...readPrefectures().values()].filter((city) => !region.has(city.adcode));
  const english = englishNames();
  const more = readTable('elsewhere-names.csv', elsewhereRow).filter((row) => !region.has(`${row.adcode.slice(0, 4)}00`));
  return readTable('provinces.csv', provinceRow).map((province) => {
    const inside = (code: string): boolean => code.startsWith(province.adcode.slice(0, 2));
    return {
      zh: province.nameZh,
      en: province.nameEn,
      cities: cities
        .filter((city) => inside(city.adcode))
        .map((city) => ({
          zh: city.nameZh,
          en: english(city.adcode, city.nameZh),
          counties: readCountyNames(city.adcode)
            // a city without counties is none of its own
            .filter((name) => name !== city.nameZh)
            .join(' ')
        })),
      more: more
        .filter((row) => inside(row.adcode))
        .map((row) => row.nameZh)
        .join(' ')
    };
  });
}
