import type { FormerUnit } from '#lib/schema/names';
import { isAt } from '#lib/atlas/admin-units';
import { AddressReader } from './address';
import type { Found, Via } from './address';
import { foldName, namesZh, shortEn, shortZh } from './fold-name';
import type { ImportContext } from './import-context';
import { buildLexicon, isWithin } from './lexicon';
import type { AreaNode } from './lexicon';

type Unit = ImportContext['units'][number];
type Gazetteer = ImportContext['places'][number];

/**
 * What a text names: one unit, one place, a unit that is no more, one of several units, one of another province, or nothing known.
 * `via`: how a unit was found, where it was not by its own name; `address`: the text says more than the unit, such as a street.
 */
export type Named =
  | Readonly<{ kind: 'unit'; unit: Unit; via?: Exclude<Via, 'unit'>; written?: string; address?: boolean }>
  | Readonly<{ kind: 'place'; place: Gazetteer }>
  | Readonly<{ kind: 'abolished'; former: FormerUnit; candidates: readonly Unit[] }>
  | Readonly<{ kind: 'ambiguous'; written: string; candidates: readonly Unit[] }>
  | Readonly<{ kind: 'elsewhere' }>
  | Readonly<{ kind: 'unknown' }>;

/** What a row says of province and city, the larger first. */
export type Above = string | readonly string[];

export type PlaceNames = Readonly<{
  /** a county, prefecture or former unit by name (with or without its suffix, its city, its province) or adcode; `above` is what the row says of province and city */
  unit: (text: string, above?: Above) => Named;
  /** the unit that an address lies in: the text may go on behind it as it likes */
  address: (text: string, above?: Above) => Named;
  /** a place of the gazetteer that has a position, or a development zone */
  place: (text: string) => Named;
}>;

const UNKNOWN: Named = { kind: 'unknown' };
const ELSEWHERE: Named = { kind: 'elsewhere' };
/** What stands behind a city's name without saying more. */
const SAYS_NO_MORE = /^(?:本级|市?直|直属|[县市]?区|[县市]|主城区|城区|市辖区|全[市域]|辖区|境内|各[区县]|块|域)*$/u;
/** What a development zone has behind the name of its county. */
const ZONE = /^[\p{Script=Han}]{0,12}(?:开发区|园区|高新区|经开区|新区|集聚区|产业园)$/u;
/** What an address has behind a city's name. */
const STREET = /[路街道巷弄号幢楼镇乡村]/u;

const namesOf = ({ name }: Unit): string[] => [...new Set([...namesZh(name.zh), name.en, shortEn(name.en)])];

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

/** Units elsewhere by name, with and without ending, in English the provinces and cities. */
function indexElsewhere(nodes: readonly AreaNode[], other: ImportContext['other']): Map<string, AreaNode[]> {
  const index = new Map<string, AreaNode[]>();
  const english = new Map(other?.elsewhere.flatMap(({ zh, en, cities }) => [[zh, en] as const, ...cities.map((city) => [city.zh, city.en] as const)]));
  for (const node of nodes) {
    add(index, node.name, node);
    if (node.level === 'county') continue;
    add(index, shortZh(node.name), node);
    for (const en of [english.get(node.name) ?? '', shortEn(english.get(node.name) ?? '')]) add(index, en, node);
  }
  return index;
}

/** Look-ups over the names that a region's units and places go by. */
export function indexNames(context: Pick<ImportContext, 'units' | 'places' | 'former' | 'other'>): PlaceNames {
  const { units, places, former, other } = context;
  const lexicon = buildLexicon(context);
  const reader = new AddressReader(lexicon);
  const byCode = new Map(units.map((unit) => [unit.adcode, unit]));
  const unitIndex = indexUnits(units);
  const elsewhereIndex = indexElsewhere(lexicon.elsewhere, other);
  const formerIndex = new Map<string, FormerUnit[]>();
  for (const entry of former) {
    add(formerIndex, entry.name, entry);
    add(formerIndex, entry.adcode, entry);
    const short = shortZh(entry.name);
    if (!unitIndex.has(foldName(short))) add(formerIndex, short, entry);
  }
  const placeIndex = new Map<string, Gazetteer[]>();
  for (const place of places) {
    if (place.lon === null || place.lat === null) continue;
    add(placeIndex, place.name.zh, place);
    add(placeIndex, place.name.en, place);
  }

  const unitsOf = (codes: readonly string[]) => codes.flatMap((code) => byCode.get(code) ?? []);
  const nodeOf = (unit: Unit) => lexicon.byCode.get(unit.adcode);

  /** A former unit, alone or behind a city or province of the region (杭州市江干区). */
  const formerNamed = (entry: FormerUnit, written: string): Named => {
    const now = byCode.get(entry.now ?? '');
    return now ? { kind: 'unit', unit: now, via: 'former', written } : { kind: 'abolished', former: entry, candidates: unitsOf(entry.also ?? []) };
  };

  const ofFound = (found: Found | undefined, text: string): Named => {
    if (!found) return UNKNOWN;
    if (found.elsewhere) return ELSEWHERE;
    if (found.former && found.units.length !== 1) return formerNamed(found.former, found.name);
    const candidates = unitsOf(found.units);
    if (candidates.length > 1 || found.open) return { kind: 'ambiguous', written: found.open ? text : found.name, candidates };
    const [unit] = candidates;
    if (!unit) return UNKNOWN;
    return {
      kind: 'unit',
      unit,
      ...(found.via !== 'unit' ? { via: found.via, written: found.name } : ZONE.test(found.rest) ? { via: 'zone', written: text } : {}),
      ...(SAYS_NO_MORE.test(found.rest) || ZONE.test(found.rest) ? {} : { address: true })
    };
  };

  /** What the row says of province and city: an area, or that nobody knows it. */
  const areas = new Map<string, AreaNode | 'unknown' | undefined>();
  const areaOf = (above: readonly string[]): AreaNode | 'unknown' | undefined => {
    const key = above.join('\n');
    if (!areas.has(key)) areas.set(key, findArea(above));
    return areas.get(key);
  };
  const findArea = (above: readonly string[]): AreaNode | 'unknown' | undefined => {
    let area: AreaNode | undefined;
    for (const text of above) {
      if (foldName(text) === '') continue;
      const named = exact(text, area) ?? ofFound(reader.find(text, area), text);
      if (named.kind === 'elsewhere') return lexicon.elsewhere[0];
      if (named.kind !== 'unit') return 'unknown';
      area = nodeOf(named.unit);
    }
    return area;
  };

  const exact = (text: string, area: AreaNode | undefined): Named | undefined => {
    const key = foldName(text);
    // codes come with zeros for township and village, or as 330114.0
    const code = /^\d{6}(?:0{3,6}|0)?$/.test(key) ? key.slice(0, 6) : key;
    const all = unitIndex.get(code) ?? [];
    let found = all.filter((unit) => {
      const node = nodeOf(unit);
      return !area || (node && (isWithin(node, area) || isWithin(area, node)));
    });
    if (found.length > 1) {
      // “Jiaxing” is a city before it is anything else in it
      const highest = found.filter(({ parent }) => !found.some(({ adcode }) => adcode === parent));
      if (highest.length !== 1) return { kind: 'ambiguous', written: text.trim(), candidates: found };
      found = highest;
    }
    if (found[0]) return { kind: 'unit', unit: found[0] };
    const [old] = formerIndex.get(code) ?? [];
    if (old) {
      const named = formerNamed(old, old.name);
      const node = named.kind === 'unit' ? nodeOf(named.unit) : undefined;
      if (!area || !node || isWithin(node, area)) return named;
    }
    return elsewhereIndex.get(key)?.some((node) => !area || isWithin(node, area)) ? ELSEWHERE : undefined;
  };

  /** “Xihu District, Nanchang”: from the end, for English goes from the small to the large. */
  const english = (text: string): Named => {
    let area: AreaNode | undefined;
    let last: Named = UNKNOWN;
    for (const part of text.split(/[,;，]/u).reverse()) {
      const named = exact(part.replace(/\b(?:P\.? ?R\.? ?)?China\b|\b\d{6}\b/giu, ''), area);
      if (named?.kind === 'elsewhere') return ELSEWHERE;
      if (named?.kind !== 'unit') continue;
      last = { ...named, address: true };
      area = nodeOf(named.unit);
    }
    return last;
  };

  const look = (text: string, above: Above, lenient: boolean): Named => {
    const area = areaOf(typeof above === 'string' ? [above] : above);
    // a city that is not in the region: its 西湖区 is another one
    if (area === 'unknown') return UNKNOWN;
    if (area && !area.unit) return ELSEWHERE;
    const whole = exact(text, area);
    if (whole) return whole;
    if (!/\p{Script=Han}/u.test(text)) return english(text);
    const found = reader.find(text, area);
    if (!lenient && found && !standsAlone(found)) return UNKNOWN;
    return found ? ofFound(found, text.trim()) : suffixed(text, area);
  };
  /** 海宁县 of long ago, 余杭市: another rank than today's, where no unit has that name. */
  const suffixed = (text: string, area: AreaNode | undefined): Named => {
    const short = shortZh(text.normalize('NFKC').trim());
    const [unit, second] = (unitIndex.get(foldName(short)) ?? []).filter((one) => isAt(one, 'county'));
    const node = unit && nodeOf(unit);
    return unit && node && !second && short !== text && (!area || isWithin(node, area)) ? { kind: 'unit', unit, via: 'former', written: text.trim() } : UNKNOWN;
  };

  const place = (text: string): Named => {
    const found = placeIndex.get(foldName(text)) ?? [];
    if (found.length > 1) return { kind: 'ambiguous', written: text.trim(), candidates: [] };
    if (found[0]) return { kind: 'place', place: found[0] };
    const zone = reader.find(text);
    return zone && !zone.elsewhere && (zone.via === 'zone' || zone.via === 'place' || ZONE.test(zone.rest)) ? ofFound(zone, text.trim()) : UNKNOWN;
  };
  return { unit: (text, above = '') => look(text, above, false), address: (text, above = '') => look(text, above, true), place };
}

/** A column of units holds units: a company's name that begins with its city is none. */
function standsAlone({ full, rest, via, open }: Found): boolean {
  return rest === '' || ZONE.test(rest) || SAYS_NO_MORE.test(rest) || open === true || via !== 'unit' || (full && STREET.test(rest));
}
