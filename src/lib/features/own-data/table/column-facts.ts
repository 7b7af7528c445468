import { levelsOf } from '#lib/atlas/admin-units';
import { isBlankText } from './cell-text';
import { codeKind, losesDigits } from './codes';
import type { CodeKind } from './codes';
import { isDayNumber } from './day-number';
import { readCoordinate, readPair } from './notation';
import type { Named, PlaceNames } from './place-names';
import { readNumber } from './read-number';
import type { DecimalSign } from './read-number';

/** What is known of the region: names, and its box [west, south, east, north] in degrees. */
export type Known = Readonly<{ names: PlaceNames; bbox: readonly [number, number, number, number] }>;

/** Share of a column's filled cells that may be such a coordinate: near the region, in China, or on Earth. Zero is none. */
type Reach = Readonly<{ region: number; country: number; world: number }>;

/** What a column's cells are like. Shares (0–1) are of the filled cells; cells that say only that nothing is known are not filled. */
export type ColumnFacts = Readonly<{
  filled: number;
  /** of all cells */
  filledShare: number;
  number: number;
  /** … with three decimals or more, or in degrees and minutes */
  precise: number;
  /** … with a decimal at all */
  decimals: number;
  lon: Reach;
  lat: Reach;
  /** … two coordinates in one cell, of which longitude comes first in `lonFirst` (a share of the pairs) */
  pair: Reach & Readonly<{ precise: number; lonFirst: number }>;
  county: number;
  /** … units with a street or more behind them */
  street: number;
  prefecture: number;
  /** … in some province, or texts with a district in them */
  province: number;
  address: number;
  place: number;
  date: number;
  dayNumber: number;
  year: number;
  /** … of the kind of code that most are */
  code: Readonly<{ kind: CodeKind; share: number }> | undefined;
  /** … that would lose digits as a number */
  losing: number;
}>;

/** Degrees around the region that still count as near. */
const MARGIN = 1;
/** China, generously: what a table for this page may hold besides. Longitudes and latitudes cannot be taken for each other here. */
const COUNTRY = { lon: [70, 140], lat: [3, 56] } as const;
const DATE =
  /^(?:19|20)\d{2}[-/.年](?:0?[1-9]|1[0-2])(?:[-/.月]\d{1,2}日?)?(?:[ T].*)?$|^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$|^(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2]|[A-Za-z]{3,9})[-/.](?:19|20)\d{2}$/;
const YEAR = /^(?:19[4-9]\d|20[0-6]\d)年?$/;
/** Three decimals (some 100 m of a degree), or a sign of degrees. */
const PRECISE = /[.,]\d{3}|[°º度]/;
/** Cells looked at, spread over the sample; for names fewer: look-ups are slower than numbers. */
const LOOKED_AT = 1200;
const NAMED = 400;

/** Cells that are looked at, spread evenly. */
export const sampleOf = <T>(rows: readonly T[]): readonly T[] => {
  const step = Math.ceil(rows.length / LOOKED_AT);
  return step > 1 ? rows.filter((_, i) => i % step === 0) : rows;
};

/** What a text of coordinates may begin with: most texts need not be looked at any further. */
const MAY_BE = /^[\s(（[【{<"'“]*(?:[-+−.\d０-９]|[NSEW东西南北经纬]|l(?:at|ng|on)|point|geo:|srid)/i;

/** A cell as a coordinate; NaN for codes, and for nought, which programs write where they know nothing. */
function coordinateIn(cell: string, sign: DecimalSign): number {
  if (losesDigits(cell)) return NaN;
  const number = readNumber(cell, sign).value;
  return (Number.isNaN(number) && MAY_BE.test(cell) ? readCoordinate(cell).value : number) || NaN;
}

const isProvince = (named: Named): boolean => named.kind === 'elsewhere' || (named.kind === 'unit' && named.unit.level === 'province');
const saysDistrict = (named: Named): boolean =>
  named.kind === 'elsewhere' || named.kind === 'abolished' || (named.kind === 'unit' && named.unit.level !== 'province');
const within = (value: number, [from, to]: readonly [number, number]) => value >= from && value <= to;

/** Look at a column's cells. */
export function factsOf(cells: readonly string[], { names, bbox: [west, south, east, north] }: Known, sign: DecimalSign = '.'): ColumnFacts {
  const full = cells.map((cell) => cell.trim()).filter((cell) => !isBlankText(cell));
  const some = full.slice(0, NAMED);
  const shareOf = <T>(of: readonly T[], test: (value: T) => boolean) => (of.length === 0 ? 0 : of.filter(test).length / of.length);
  const near = { lon: [west - MARGIN, east + MARGIN], lat: [south - MARGIN, north + MARGIN] } as const;
  const values = full.map((cell) => coordinateIn(cell, sign));
  const reach = (axis: 'lon' | 'lat'): Reach => ({
    region: shareOf(values, (value) => within(value, near[axis])),
    country: shareOf(values, (value) => within(value, COUNTRY[axis])),
    world: shareOf(values, (value) => Math.abs(value) <= (axis === 'lon' ? 180 : 90))
  });
  const found = some.map((cell) => names.unit(cell));
  // a unit of both levels leaves open which of them its column is of
  const levels = found.map((named) => (named.kind === 'unit' ? levelsOf(named.unit) : named.kind === 'abolished' ? (['county'] as const) : []));
  const kinds = new Map<CodeKind, number>();
  for (const cell of full) {
    const kind = DATE.test(cell) ? undefined : codeKind(cell);
    if (kind) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const [kind, times] = [...kinds].reduce<readonly [CodeKind | undefined, number]>((best, entry) => (entry[1] > best[1] ? entry : best), [undefined, 0]);
  return {
    filled: full.length,
    filledShare: cells.length === 0 ? 0 : full.length / cells.length,
    number: shareOf(full, (cell) => !Number.isNaN(readNumber(cell, sign).value)),
    precise: shareOf(full, (cell) => PRECISE.test(cell)),
    decimals: shareOf(full, (cell) => /[.,°º度]/.test(cell)),
    lon: reach('lon'),
    lat: reach('lat'),
    pair: pairsIn(some, near),
    county: shareOf(levels, (list) => list.includes('county')),
    street: shareOf(found, (named) => named.kind === 'unit' && named.address === true),
    prefecture: shareOf(levels, (list) => list.includes('prefecture')),
    province: shareOf(found, isProvince),
    // a number is no address, and most columns are numbers
    address: shareOf(some, (cell) => /\p{L}/u.test(cell) && saysDistrict(names.address(cell))),
    place: shareOf(some, (cell) => names.place(cell).kind !== 'unknown'),
    date: shareOf(some, (cell) => DATE.test(cell)),
    dayNumber: shareOf(full, (cell) => isDayNumber(readNumber(cell, sign).value)),
    year: shareOf(full, (cell) => YEAR.test(cell)),
    code: kind && { kind, share: times / full.length },
    losing: shareOf(full, losesDigits)
  };
}

/** Cells that hold two coordinates. What one of them is, the box around China tells: 120 is no latitude there, 30 no longitude. */
function pairsIn(cells: readonly string[], near: Readonly<Record<'lon' | 'lat', readonly [number, number]>>): ColumnFacts['pair'] {
  let [region, country, world, precise, first, told] = [0, 0, 0, 0, 0, 0];
  for (const cell of cells) {
    const pair = codeKind(cell) || !MAY_BE.test(cell) ? undefined : readPair(cell);
    if (!pair || (pair[0] === 0 && pair[1] === 0)) continue;
    const fits = (box: Readonly<Record<'lon' | 'lat', readonly [number, number]>>, [lon, lat]: readonly [number, number]) =>
      within(lon, box.lon) && within(lat, box.lat);
    const [forward, backward] = [pair, [pair[1], pair[0]] as const];
    const lonFirst = fits(COUNTRY, forward) || Math.abs(pair[0]) > 90;
    const latFirst = fits(COUNTRY, backward) || Math.abs(pair[1]) > 90;
    if (fits(near, forward) || fits(near, backward)) region++;
    if (fits(COUNTRY, forward) || fits(COUNTRY, backward)) country++;
    if (Math.max(Math.abs(pair[0]), Math.abs(pair[1])) <= 180 && Math.min(Math.abs(pair[0]), Math.abs(pair[1])) <= 90) world++;
    if ((cell.match(/[.,]\d{3}|[°º度]/g)?.length ?? 0) >= 2) precise++;
    if (lonFirst !== latFirst) {
      told++;
      if (lonFirst) first++;
    }
  }
  const of = Math.max(1, cells.length);
  return { region: region / of, country: country / of, world: world / of, precise: precise / of, lonFirst: told === 0 ? 0.5 : first / told };
}
