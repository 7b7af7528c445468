import { roleOfWords } from './column-words';
import { isDayNumber } from './day-number';
import type { ColumnRole, GuessBasis } from './guess';
import type { PlaceNames } from './place-names';
import { readCoordinate, readPair } from './notation';
import { readNumber } from './read-number';

/** What is known of the region: names, and its box [west, south, east, north] in degrees. */
export type Known = Readonly<{ names: PlaceNames; bbox: readonly [number, number, number, number] }>;
export type ColumnsGuess = Readonly<{ columns: readonly ColumnRole[]; reasons: readonly GuessBasis[]; exchanged: boolean }>;

/** Share of a column's filled cells that are … */
type Stats = Readonly<{
  filled: number;
  number: number;
  lon: number;
  lat: number;
  /** … two coordinates; of these with the longitude first */
  pair: number;
  lonFirst: number;
  county: number;
  prefecture: number;
  place: number;
  date: number;
  /** … different from each other */
  different: number;
}>;

/** Degrees around the region that still count as near. */
const MARGIN = 1;
const DATE = /^(?:19|20)\d{2}[-/.年](?:0?[1-9]|1[0-2])(?:[-/.月]\d{1,2}日?)?(?:[ T].*)?$|^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/;
/** Cells looked at, spread over the sample; for names fewer: look-ups are slower than numbers. */
const LOOKED_AT = 1200;
const NAMED = 400;

function statsOf(cells: readonly string[], { names, bbox: [west, south, east, north] }: Known): Stats {
  const full = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const share = (test: (cell: string) => boolean, of: readonly string[] = full) => (of.length === 0 ? 0 : of.filter(test).length / of.length);
  const inLon = (value: number) => value >= west - MARGIN && value <= east + MARGIN;
  const inLat = (value: number) => value >= south - MARGIN && value <= north + MARGIN;
  const some = full.slice(0, NAMED);
  const pairs = some.flatMap((cell) => readPair(cell) ?? []);
  const firsts = pairs.filter((_, i) => i % 2 === 0);
  const found = some.map((cell) => names.unit(cell));
  const levels = found.map((named) => (named.kind === 'unit' ? named.unit.level : named.kind === 'abolished' ? 'county' : ''));
  return {
    filled: full.length,
    number: share((cell) => !Number.isNaN(readNumber(cell).value)),
    lon: share((cell) => inLon(readCoordinate(cell).value)),
    lat: share((cell) => inLat(readCoordinate(cell).value)),
    pair: some.length === 0 ? 0 : firsts.length / some.length,
    lonFirst: firsts.length === 0 ? 0 : firsts.filter(inLon).length / firsts.length,
    county: some.length === 0 ? 0 : levels.filter((level) => level === 'county').length / some.length,
    prefecture: some.length === 0 ? 0 : levels.filter((level) => level === 'prefecture').length / some.length,
    place: share((cell) => names.place(cell).kind === 'place', some),
    date: share((cell) => DATE.test(cell), some),
    different: full.length === 0 ? 0 : new Set(full).size / full.length
  };
}

/** How well the values fit a role, 0–1; undefined where values say nothing about it. */
function fitOf(role: ColumnRole, stats: Stats): number | undefined {
  switch (role) {
    case 'lon':
    case 'lat':
      // a wrong column is told from an exchanged one later
      return Math.max(stats.lon, stats.lat);
    case 'lonlat':
    case 'latlon':
      return stats.pair;
    case 'adcode':
    case 'district':
      return stats.county + stats.prefecture;
    case 'city':
      return stats.prefecture;
    case 'place':
      return stats.place;
    case 'number':
      return stats.number;
    case 'name':
    case 'date':
    case 'text':
    case 'geometry':
    case 'skip':
      return undefined;
  }
}

type Choice = { role: ColumnRole; basis: GuessBasis };
const choose = (role: ColumnRole, confidence: number, reason: GuessBasis['reason']): Choice => ({ role, basis: { confidence, reason } });

function byItself(header: string, cells: readonly string[], stats: Stats): Choice {
  if (stats.filled === 0) return choose(/^\d+$/.test(header) ? 'skip' : (roleOfWords(header) ?? 'text'), 0.3, roleOfWords(header) ? 'header' : 'rest');
  const worded = roleOfWords(header);
  if (worded) {
    const role = worded === 'lonlat' && stats.lonFirst < 0.5 && stats.pair > 0 ? 'latlon' : worded;
    const fit = fitOf(role, stats);
    // coordinates may be foul in part, but a column without a single one is something else; “平台” is often a free text
    const enough = role === 'lon' || role === 'lat' || role === 'lonlat' || role === 'latlon' ? 0.2 : role === 'number' ? 0.8 : role === 'name' ? 0 : 0.4;
    if (role === 'date') {
      const days = cells.filter((cell) => isDayNumber(readNumber(cell).value)).length / stats.filled;
      return choose(stats.date > 0.5 || days > 0.5 || stats.number < 0.5 ? 'date' : 'number', 0.9, 'header-and-values');
    }
    if (fit === undefined) return choose(role, 0.8, 'header');
    if (fit >= enough) return choose(role, Math.min(0.99, 0.5 + 0.5 * fit), 'header-and-values');
  }
  if (stats.pair > 0.8) return choose(stats.lonFirst >= 0.5 ? 'lonlat' : 'latlon', 0.7, 'values');
  if (stats.county > 0.8) return choose(stats.number > 0.8 ? 'adcode' : 'district', 0.7, 'values');
  if (stats.prefecture > 0.8) return choose(stats.number > 0.8 ? 'adcode' : 'city', 0.7, 'values');
  if (stats.place > 0.5) return choose('place', 0.6, 'values');
  if (stats.date > 0.8) return choose('date', 0.7, 'values');
  if (stats.number > 0.9) return choose('number', 0.7, 'values');
  return choose('text', 0.5, 'rest');
}

/** Only one column may have each of these roles: the surest, then the first. */
const SINGLE: readonly ColumnRole[] = ['lon', 'lat', 'lonlat', 'latlon', 'adcode', 'district', 'city', 'place', 'name'];

/**
 * What the columns hold, by header words and by the values of the sample.
 * Where longitude and latitude stand in each other's column in nine of ten rows, the roles are exchanged.
 */
export function guessColumns(header: readonly string[], rows: readonly (readonly string[])[], known: Known): ColumnsGuess {
  const step = Math.ceil(rows.length / LOOKED_AT);
  const some = step > 1 ? rows.filter((_, i) => i % step === 0) : rows;
  const cells = header.map((_, column) => some.map((row) => row[column] ?? ''));
  const stats = cells.map((column) => statsOf(column, known));
  const choices = header.map((name, column) => byItself(name, cells[column] ?? [], stats[column] as Stats));
  const fallBack = (column: number) => {
    const { number } = stats[column] as Stats;
    choices[column] = number > 0.9 ? choose('number', 0.6, 'values') : choose('text', 0.5, 'rest');
  };
  for (const role of SINGLE) {
    const claims = choices.flatMap((choice, column) => (choice.role === role ? [column] : []));
    const best = claims.reduce((a, b) => ((choices[b]?.basis.confidence ?? 0) > (choices[a]?.basis.confidence ?? 0) ? b : a), claims[0] ?? 0);
    for (const column of claims) if (column !== best) fallBack(column);
  }
  const has = (role: ColumnRole) => choices.findIndex((choice) => choice.role === role);
  if (has('lon') < 0 && has('lat') < 0 && has('lonlat') < 0 && has('latlon') < 0) pairByValues(choices, cells, stats);
  // one of two is of no use
  for (const [one, other] of [
    ['lon', 'lat'],
    ['lat', 'lon']
  ] as const)
    if (has(one) >= 0 && has(other) < 0) fallBack(has(one));
  const exchanged = exchange(choices, stats);
  return { columns: choices.map(({ role }) => role), reasons: choices.map(({ basis }) => basis), exchanged };
}

/** Two columns of decimal numbers in the region's range, without a header that says so. */
function pairByValues(choices: Choice[], cells: readonly (readonly string[])[], stats: readonly Stats[]): void {
  const decimals = (column: number) => (cells[column] ?? []).some((cell) => /[.°]/.test(cell));
  const free = (column: number) => ['number', 'text'].includes(choices[column]?.role ?? '') && choices[column]?.basis.reason !== 'header';
  const find = (key: 'lon' | 'lat') => stats.findIndex((column, at) => column[key] > 0.8 && free(at) && decimals(at));
  const [lon, lat] = [find('lon'), find('lat')];
  if (lon < 0 || lat < 0 || lon === lat) return;
  choices[lon] = choose('lon', 0.6, 'values');
  choices[lat] = choose('lat', 0.6, 'values');
}

function exchange(choices: Choice[], stats: readonly Stats[]): boolean {
  const lon = choices.findIndex(({ role }) => role === 'lon');
  const lat = choices.findIndex(({ role }) => role === 'lat');
  const [x, y] = [stats[lon], stats[lat]];
  if (!x || !y || !(x.lat >= 0.9 && y.lon >= 0.9 && x.lon <= 0.1 && y.lat <= 0.1)) return false;
  choices[lon] = choose('lat', 0.8, 'values-exchanged');
  choices[lat] = choose('lon', 0.8, 'values-exchanged');
  return true;
}
