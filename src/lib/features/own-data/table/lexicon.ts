import { NO_OTHER_NAMES } from '#lib/schema/names';
import type { FormerUnit, MovedTowns } from '#lib/schema/names';
import { namesZh, shortZh } from './fold-name';
import type { ImportContext } from './import-context';

type Unit = ImportContext['units'][number];

/** A unit in the region, then with `unit`, or elsewhere. */
export type AreaNode = Readonly<{ name: string; level: Unit['level']; parent?: AreaNode; unit?: Unit }>;

/** What a name in a text may be. `full`: with 省, 市, 区 or 县. */
export type Entry =
  | Readonly<{ kind: 'area'; node: AreaNode; full: boolean }>
  | Readonly<{ kind: 'former'; former: FormerUnit; full: boolean }>
  | Readonly<{ kind: 'zone' | 'place'; units: readonly string[] }>
  /** `counties` that have a town of that name */
  | Readonly<{ kind: 'town'; stem: string; counties: readonly string[] }>;

/** All names that are looked for in texts, and where the units lie. */
export type Lexicon = Readonly<{
  /** entries by name */
  entries: ReadonlyMap<string, readonly Entry[]>;
  /** lengths of the names that begin with a character, the longest first */
  lengths: ReadonlyMap<string, readonly number[]>;
  byCode: ReadonlyMap<string, AreaNode>;
  elsewhere: readonly AreaNode[];
  moved: readonly (Omit<MovedTowns, 'towns'> & Readonly<{ towns: ReadonlySet<string> }>)[];
}>;

const TOWN = /(?:街道|[镇乡])$/u;
/** Places of the gazetteer whose name has signs in it are found whole only. */
const PLAIN = /^[\p{Script=Han}A-Za-z0-9]{4,}$/u;

/** A development zone as it is written: in full or not, with its city's full name or none. */
function zoneNames(name: string, cities: readonly Unit[]): Set<string> {
  const kinds = [name, name.replace('经济技术开发区', '经济开发区'), name.replace('经济技术开发区', '经开区'), name.replace(/高新技术产业开发区/u, '高新区')];
  kinds.push(name.replace('高新技术产业开发区', '高新技术开发区'), name.replace('高新技术产业开发区', '高新开发区'), name.replace('国家高新', '高新'));
  const city = cities.find(({ name: { zh } }) => name.startsWith(shortZh(zh)))?.name.zh;
  return new Set([...kinds, ...(city === undefined ? [] : kinds.map((kind) => city + kind.slice(shortZh(city).length)))]);
}

/** Gather the names of a region. Takes some 10 ms. */
export function buildLexicon({ units, places, former, other = NO_OTHER_NAMES }: Pick<ImportContext, 'units' | 'places' | 'former' | 'other'>): Lexicon {
  const entries = new Map<string, Entry[]>();
  const add = (name: string, entry: Entry) => {
    const list = entries.get(name);
    if (list) list.push(entry);
    else entries.set(name, [entry]);
  };
  const addArea = (node: AreaNode) => {
    for (const name of namesZh(node.name)) add(name, { kind: 'area', node, full: name === node.name });
  };

  const byCode = new Map<string, AreaNode>();
  const inRank = (level: Unit['level']) => units.filter((unit) => unit.level === level);
  for (const unit of [...inRank('province'), ...inRank('prefecture'), ...inRank('county')]) {
    const parent = byCode.get(unit.parent ?? '');
    const node = { name: unit.name.zh, level: unit.level, unit, ...(parent ? { parent } : {}) };
    byCode.set(unit.adcode, node);
    addArea(node);
  }

  const own = new Map([...byCode.values()].filter(({ level }) => level === 'province').map((node) => [node.name, node]));
  const elsewhere: AreaNode[] = [];
  const split = (names: string) => names.split(' ').filter((name) => name !== '');
  for (const { zh, cities, more } of other.elsewhere) {
    const province: AreaNode = own.get(zh) ?? { name: zh, level: 'province' };
    const put = (name: string, level: Unit['level'], parent: AreaNode): AreaNode => {
      const node = { name, level, parent };
      elsewhere.push(node);
      addArea(node);
      return node;
    };
    if (!own.has(zh)) {
      elsewhere.push(province);
      addArea(province);
    }
    for (const city of cities) {
      // a municipality is its own only city
      const parent = city.zh === zh ? province : put(city.zh, 'prefecture', province);
      for (const county of split(city.counties)) put(county, 'county', parent);
    }
    for (const name of split(more)) put(name, 'county', province);
  }

  for (const entry of former) {
    add(entry.name, { kind: 'former', former: entry, full: true });
    const short = shortZh(entry.name);
    // 临安 is a unit of today
    if (!entries.get(short)?.some((known) => known.kind === 'area' && known.node.unit)) add(short, { kind: 'former', former: entry, full: false });
  }
  for (const { name, units: within } of other.zones) for (const written of zoneNames(name, inRank('prefecture'))) add(written, { kind: 'zone', units: within });
  for (const { name, adcode } of places) if (PLAIN.test(name.zh) && byCode.get(adcode)?.level === 'county') add(name.zh, { kind: 'place', units: [adcode] });

  const towns = new Map<string, string[]>();
  const addTown = (stem: string, county: string) => void (towns.get(stem)?.push(county) ?? towns.set(stem, [county]));
  for (const [county, names] of Object.entries(other.towns)) for (const name of split(names)) addTown(name.replace(TOWN, ''), county);
  const moved = other.moved.map(({ from, to, towns: names }) => ({ from, to, towns: new Set(split(names)) }));
  for (const { towns: stems } of moved) for (const stem of stems) if (!towns.has(stem)) towns.set(stem, []);
  // a town may have become a subdistrict since
  for (const [stem, counties] of towns) for (const ending of ['街道', '镇', '乡']) add(stem + ending, { kind: 'town', stem, counties });

  const lengths = new Map<string, number[]>();
  for (const name of entries.keys()) {
    const [first = ''] = name;
    const list = lengths.get(first) ?? [];
    if (!list.includes(name.length)) list.push(name.length);
    lengths.set(first, list);
  }
  for (const list of lengths.values()) list.sort((a, b) => b - a);
  return { entries, lengths, byCode, elsewhere, moved };
}

/** Whether an area is another one or lies in it. */
export function isWithin(node: AreaNode, area: AreaNode): boolean {
  for (let at: AreaNode | undefined = node; at; at = at.parent) if (at === area) return true;
  return false;
}
