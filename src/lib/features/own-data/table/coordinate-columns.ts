import type { ColumnFacts } from './column-facts';
import { coordinateStem, datumOfHeader, namesDegrees, rolesOfWords } from './column-words';
import type { ColumnRole, GuessReason } from './guess';

/*
 * Which columns hold the coordinates: every longitude and latitude that belong together, and every column of pairs, is judged by how many
 * rows it fills, by where its values lie and by its header. One of them is read; the others keep what else they are.
 */

export type CoordinateColumn = Readonly<{ column: number; role: ColumnRole; confidence: number; reason: GuessReason; share: number }>;
export type CoordinateSet = Readonly<{ columns: readonly CoordinateColumn[]; exchanged: boolean; score: number }>;

type Column = Readonly<{ name: string; facts: ColumnFacts; roles: readonly ColumnRole[] }>;
type Axis = 'lon' | 'lat';

/** Fewest cells of a column named so that must be coordinates: the rest may be foul. */
const SOME = 0.2;
/** … of a column that is taken by its values alone. */
const MOST = 0.8;

/** How likely values are to be coordinates at all, by where they lie; elsewhere on Earth they need decimals like a coordinate's. */
const plausible = (reach: ColumnFacts['lon'], precise: number): number => Math.max(reach.region, 0.95 * reach.country, 0.8 * Math.min(reach.world, precise));

/** Whether a column headed as an axis holds coordinates, be it those of the other axis: x and y need better proof than 经度. */
function fits({ name, facts }: Column): boolean {
  if (facts.losing > 0.5) return false;
  const [lon, lat] = [facts.lon, facts.lat];
  if (namesDegrees(name)) return Math.max(lon.country, lat.country) >= SOME || (Math.max(lon.world, lat.world) >= 0.5 && facts.precise >= 0.5);
  return (Math.max(lon.region, lat.region) >= 0.5 && facts.decimals >= 0.5) || (Math.max(lon.country, lat.country) >= 0.5 && facts.precise >= 0.5);
}

/** A column without a word of ours whose values can hardly be anything else: near the region, with three decimals. */
function byValues({ name, facts, roles }: Column, axis: Axis): boolean {
  const nameless = /^\d+$/.test(name);
  if (roles.length > 0 || facts.losing > 0) return false;
  // a table without a header: fewer decimals will do, if all of it lies here
  if (nameless && facts.decimals >= MOST && facts[axis].region >= MOST) return true;
  return facts.precise >= MOST && facts[axis].country >= MOST && (nameless || facts[axis].region >= 0.5);
}

/** Rows that both columns fill, as far as their shares tell. */
const filledBoth = (a: Column, b: Column): number => Math.min(a.facts.filledShare, b.facts.filledShare);

function score(filled: number, reach: number, { named, single, datum }: { named: boolean; single: boolean; datum: string | undefined }): number {
  // a tenth of the rows outweighs all preferences: two columns before one, a datum that needs no conversion before the others
  return 4 * filled + reach + (named ? 0.5 : 0) + (single ? 0 : 0.2) + (datum === 'wgs84' ? 0.1 : datum === undefined ? 0.05 : 0);
}

function axesSet(columns: readonly Column[], lonAt: number, latAt: number, named: boolean): CoordinateSet {
  const [lon, lat] = [columns[lonAt] as Column, columns[latAt] as Column];
  const straight = Math.min(lon.facts.lon.country, lat.facts.lat.country);
  const exchanged =
    lon.facts.lat.country >= 0.9 && lat.facts.lon.country >= 0.9 && lon.facts.lon.country <= 0.1 && lat.facts.lat.country <= 0.1 && straight <= 0.1;
  const of = (column: Column, axis: Axis) => plausible(column.facts[axis], column.facts.precise);
  const shares = exchanged ? [of(lon, 'lat'), of(lat, 'lon')] : [of(lon, 'lon'), of(lat, 'lat')];
  const [first = 0, second = 0] = shares;
  const entry = (column: number, role: Axis, share: number): CoordinateColumn => ({
    column,
    role,
    share,
    confidence: exchanged ? 0.8 : named ? Math.min(0.99, 0.5 + 0.5 * share) : 0.7,
    reason: exchanged ? 'values-exchanged' : named ? 'header-and-values' : 'values'
  });
  return {
    columns: exchanged ? [entry(lonAt, 'lat', first), entry(latAt, 'lon', second)] : [entry(lonAt, 'lon', first), entry(latAt, 'lat', second)],
    exchanged,
    score: score(filledBoth(lon, lat), Math.min(first, second), { named, single: false, datum: datumOfHeader(lon.name) })
  };
}

/** Longitudes and latitudes that belong together: their headers are the same but for the axis; else the next one that is free. */
function axesSets(columns: readonly Column[]): CoordinateSet[] {
  const headed = (axis: Axis) => columns.flatMap((column, at) => (column.roles[0] === axis && column.facts.filled > 0 && fits(column) ? [at] : []));
  const [lons, lats] = [headed('lon'), headed('lat')];
  const stem = (at: number) => coordinateStem(columns[at]?.name ?? '');
  const free = new Set(lats);
  const pairs = new Map<number, number>();
  const pair = (lon: number, lat: number | undefined) => {
    if (lat === undefined || pairs.has(lon)) return;
    pairs.set(lon, lat);
    free.delete(lat);
  };
  for (const lon of lons)
    pair(
      lon,
      [...free].find((lat) => stem(lat) === stem(lon))
    );
  for (const lon of lons) pair(lon, [...free].sort((a, b) => Math.abs(a - lon) - Math.abs(b - lon))[0]);
  if (pairs.size > 0) return [...pairs].map(([lon, lat]) => axesSet(columns, lon, lat, true));
  const found = (axis: Axis) => columns.findIndex((column) => byValues(column, axis));
  const [lon, lat] = [found('lon'), found('lat')];
  return lon >= 0 && lat >= 0 ? [axesSet(columns, lon, lat, false)] : [];
}

function pairSets(columns: readonly Column[]): CoordinateSet[] {
  return columns.flatMap(({ name, facts: { pair, filled, filledShare }, roles }, column) => {
    const word = roles.find((role) => role === 'lonlat' || role === 'latlon');
    const [region, country, world] = [pair.region, pair.country, Math.min(pair.world, pair.precise)];
    const fit = word ? country >= SOME || world >= 0.5 : Math.min(pair.precise, country) >= MOST;
    if (filled === 0 || !fit) return [];
    const share = Math.max(region, 0.95 * country, 0.8 * world);
    const lonFirst = pair.lonFirst === 0.5 ? word !== 'latlon' : pair.lonFirst > 0.5;
    const confidence = word ? Math.min(0.99, 0.5 + 0.5 * share) : 0.7;
    const entry: CoordinateColumn = { column, role: lonFirst ? 'lonlat' : 'latlon', share, confidence, reason: word ? 'header-and-values' : 'values' };
    return [{ columns: [entry], exchanged: false, score: score(filledShare, share, { named: word !== undefined, single: true, datum: datumOfHeader(name) }) }];
  });
}

/** The columns of coordinates that say most; undefined where there are none. */
export function findCoordinates(headers: readonly string[], facts: readonly ColumnFacts[]): CoordinateSet | undefined {
  const columns = headers.map((name, at): Column => ({ name, facts: facts[at] as ColumnFacts, roles: rolesOfWords(name) }));
  return [...axesSets(columns), ...pairSets(columns)].reduce<CoordinateSet | undefined>(
    (best, set) => (best && best.score >= set.score ? best : set),
    undefined
  );
}
