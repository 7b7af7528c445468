import type { FormerUnit } from '#lib/schema/atlas';
import type { ImportContext } from './import-context';

type Unit = ImportContext['units'][number];
type Gazetteer = ImportContext['places'][number];

/** What a text names: one unit, one place, a unit that is no more, several units of one name, or nothing known. */
export type Named =
  | Readonly<{ kind: 'unit'; unit: Unit }>
  | Readonly<{ kind: 'place'; place: Gazetteer }>
  | Readonly<{ kind: 'abolished'; former: FormerUnit }>
  | Readonly<{ kind: 'ambiguous' }>
  | Readonly<{ kind: 'unknown' }>;

export type PlaceNames = Readonly<{
  /** a county, prefecture or former unit by name (with or without its suffix, its city, its province) or adcode; `city` decides among units of one name */
  unit: (text: string, city?: string) => Named;
  /** a place of the gazetteer that has a position */
  place: (text: string) => Named;
}>;

const UNKNOWN: Named = { kind: 'unknown' };
const AMBIGUOUS: Named = { kind: 'ambiguous' };
const SUFFIX_ZH = /自治[县州区]$|地区$|[省市区县]$/u;
/** with a people's name of one to three characters before 族: 景宁畲族自治县 → 景宁 */
const PEOPLES = [1, 2, 3].map((length) => new RegExp(`\\p{Script=Han}{${length}}族自治[县州区]$`, 'u'));
const SUFFIX_EN = /\s+(?:(?:\w+\s+)?autonomous county|district|county|city|prefecture|province)$/i;

/** One spelling for comparison: compatibility forms, case, blanks, apostrophes and punctuation do not count. */
export const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\p{S}\s]/gu, '')
    .toLowerCase();

/** Short forms keep two characters at least: 市 alone is no name. */
function shortOf(name: string, suffix: RegExp): string {
  const short = name.replace(suffix, '');
  return [...short].length >= 2 ? short : name;
}
const namesOf = ({ name }: Unit): string[] => [
  ...new Set([name.zh, ...[SUFFIX_ZH, ...PEOPLES].map((suffix) => shortOf(name.zh, suffix)), name.en, shortOf(name.en, SUFFIX_EN)])
];

function add<T>(index: Map<string, T[]>, text: string, value: T): void {
  const key = foldName(text);
  if (!key) return;
  const list = index.get(key);
  if (!list) index.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** Every way to write a unit: its name, with its city and province before it (杭州市西湖区) or, in English, after it (Xihu District, Hangzhou). */
function indexUnits(units: readonly Unit[]): Map<string, Unit[]> {
  const byCode = new Map(units.map((unit) => [unit.adcode, unit]));
  const index = new Map<string, Unit[]>();
  for (const unit of units) {
    const parent = byCode.get(unit.parent ?? '');
    const grand = byCode.get(parent?.parent ?? '');
    const uppers = parent
      ? ['', ...namesOf(parent), ...(grand ? namesOf(grand).flatMap((far) => [far, ...namesOf(parent).map((near) => far + near)]) : [])]
      : [''];
    for (const name of namesOf(unit)) {
      for (const upper of uppers) {
        add(index, upper + name, unit);
        if (upper) add(index, name + upper, unit);
      }
    }
    add(index, unit.adcode, unit);
  }
  return index;
}

/** Look-ups over the names that a region's units and places go by. */
export function indexNames({ units, places, former }: Pick<ImportContext, 'units' | 'places' | 'former'>): PlaceNames {
  const byCode = new Map(units.map((unit) => [unit.adcode, unit]));
  const unitIndex = indexUnits(units);
  const formerIndex = new Map<string, FormerUnit[]>();
  for (const entry of former) {
    add(formerIndex, entry.name, entry);
    add(formerIndex, entry.adcode, entry);
    const short = shortOf(entry.name, SUFFIX_ZH);
    if (!unitIndex.has(foldName(short))) add(formerIndex, short, entry);
  }
  const placeIndex = new Map<string, Gazetteer[]>();
  for (const place of places) {
    if (place.lon === null || place.lat === null) continue;
    add(placeIndex, place.name.zh, place);
    add(placeIndex, place.name.en, place);
  }

  /** A former unit by its name or code, alone or behind a city or province of the region (杭州市江干区). */
  const formerOf = (key: string, text: string): Named | undefined => {
    const upper = /^(.*[省市])(.{2,})$/u.exec(text.trim());
    const [found] = formerIndex.get(key) ?? (upper && unitIndex.has(foldName(upper[1] ?? '')) ? formerIndex.get(foldName(upper[2] ?? '')) : undefined) ?? [];
    if (!found) return undefined;
    const now = found.now === undefined ? undefined : byCode.get(found.now);
    return now ? { kind: 'unit', unit: now } : { kind: 'abolished', former: found };
  };
  const unit = (text: string, city = ''): Named => {
    const key = foldName(text);
    // codes come with zeros for township and village, or as 330114.0
    const code = /^\d{6}(?:0{3,6}|0)?$/.test(key) ? key.slice(0, 6) : key;
    let found = unitIndex.get(code) ?? [];
    if (found.length > 0 && foldName(city) !== '') {
      const above = unitIndex.get(foldName(city));
      // a city that is not in the region: its 西湖区 is another one
      if (!above) return UNKNOWN;
      found = found.filter(({ adcode, parent }) =>
        above.some((upper) => upper.adcode === adcode || upper.adcode === parent || byCode.get(parent ?? '')?.parent === upper.adcode)
      );
    }
    if (found.length > 1) {
      // “Jiaxing” is a city before it is anything else in it
      const highest = found.filter(({ parent }) => !found.some(({ adcode }) => adcode === parent));
      if (highest.length !== 1) return AMBIGUOUS;
      found = highest;
    }
    if (found[0]) return { kind: 'unit', unit: found[0] };
    return formerOf(code, text) ?? UNKNOWN;
  };
  const place = (text: string): Named => {
    const found = placeIndex.get(foldName(text)) ?? [];
    if (found.length > 1) return AMBIGUOUS;
    return found[0] ? { kind: 'place', place: found[0] } : UNKNOWN;
  };
  return { unit, place };
}
