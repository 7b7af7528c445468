import type { CountyIndex } from './county-index';
import type { SystemCandidate, SystemHint } from './guess';
import { projection } from './projection';
import type { ToDegrees } from './projection';
import { BAIDU_METRES, gaussId, meridianOfZone, utmId } from './systems';
import type { Geodetic, SystemWords } from './systems';

/** Positions as they stand in a file, x and y by turns, and for each the county that its row states: its place in the index + 1, 0 = none. */
export type RawPoints = Readonly<{ positions: Float64Array; stated: Uint16Array }>;
export type Weighed = Readonly<{ system: string; latFirst: boolean; hint: SystemHint }>;

/** Least share of the points that a system must put into the region to be offered. Ours. */
const LEAST = 0.5;
/** How much surer one must be than what the file declares, or than the usual one, to be taken instead. Ours. */
const CLEARLY = 0.25;
/** Fewest stated districts that count. */
const FEWEST = 3;
const OFFERED = 8;

/** Systems that positions in and around a region may be of, the usual ones first. */
export function usualSystems([west, , east]: CountyIndex['bbox'], prefer: SystemWords = {}, zones: readonly number[] = []): string[] {
  const meridians = new Set<number>(prefer.meridian === undefined ? [] : [prefer.meridian]);
  for (const zone of zones) {
    const meridian = meridianOfZone(zone);
    if (meridian !== undefined) meridians.add(meridian);
  }
  // with a number before the easting the meridian is known
  if (zones.length === 0) {
    const middle = (west + east) / 2;
    const near: number[] = [];
    for (let meridian = 3 * Math.floor((west - 3) / 3); meridian <= east + 3; meridian += 3) near.push(meridian);
    for (const meridian of near.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))) meridians.add(meridian);
  }
  const width = (meridian: number) => (zones.length > 0 && zones.every((zone) => zone < 25) && (meridian - 75) % 6 === 0 ? 6 : 3);
  const gauss = (geodetic: Geodetic) => [...meridians].map((meridian) => gaussId(geodetic, meridian, width(meridian), zones.length > 0));
  const order: readonly Geodetic[] = ['cgcs2000', 'xian80', 'beijing54'];
  const first = prefer.geodetic && prefer.geodetic !== 'wgs84' ? [prefer.geodetic] : [];
  const utm = zones.length > 0 ? [] : [...new Set([west, east].map((lon) => utmId(Math.floor((lon + 180) / 6) + 1)))];
  const named = [...(prefer.id ? [prefer.id] : []), ...(prefer.utm ? utm : [])];
  return [...new Set([...named, ...[...first, ...order].flatMap(gauss), ...utm, 'EPSG:3857', BAIDU_METRES])].filter((id) => id !== undefined);
}

/** Numbers of zones that stand before the eastings (40 506 551), if they do in most rows. */
function zonesOf(raw: Float64Array, latFirst: boolean): number[] {
  const found = new Map<number, number>();
  const rows = raw.length / 2;
  for (let row = 0; row < rows; row++) {
    const zone = Math.floor((raw[2 * row + (latFirst ? 1 : 0)] ?? 0) / 1e6);
    if (meridianOfZone(zone) !== undefined) found.set(zone, (found.get(zone) ?? 0) + 1);
  }
  const counted = [...found].filter(([, count]) => count >= 0.1 * rows);
  return counted.reduce((sum, [, count]) => sum + count, 0) > rows / 2 ? counted.map(([zone]) => zone) : [];
}

/** Shares of points that a system puts into the region and into their stated county. */
function sharesOf(
  toDegrees: ToDegrees,
  { positions: raw, stated }: RawPoints,
  latFirst: boolean,
  { countyAt }: CountyIndex
): { region: number; stated: number } {
  let [inRegion, right, said] = [0, 0, 0];
  for (let row = 0; row < stated.length; row++) {
    const [a, b] = [raw[2 * row] ?? NaN, raw[2 * row + 1] ?? NaN];
    const { lon, lat } = latFirst ? toDegrees(b, a) : toDegrees(a, b);
    const county = countyAt(lon, lat);
    if (county > 0) inRegion++;
    if ((stated[row] ?? 0) === 0) continue;
    said++;
    if (county === stated[row]) right++;
  }
  return { region: inRegion / Math.max(1, stated.length), stated: right / Math.max(1, said) };
}

/** How sure a candidate is: by the stated districts where there are some, by the region otherwise. */
const sureness = ({ region, stated }: SystemCandidate) => stated ?? region;

/**
 * Which plane system positions in metres are of, judging by where each would put them. What the file declares stands unless another is far
 * surer; among systems that do equally well the usual one (CGCS2000) comes first, for the others differ from it by less than districts tell.
 * @param declared the system that the file names
 * @param words what is written around the table
 */
export async function weighSystems(points: RawPoints, counties: CountyIndex, declared?: string, words: SystemWords = {}): Promise<Weighed | undefined> {
  const rows = points.stated.length;
  if (rows === 0) return undefined;
  const said = points.stated.reduce((sum, county) => sum + (county > 0 ? 1 : 0), 0);
  const tried: (SystemCandidate & { latFirst: boolean })[] = [];
  for (const latFirst of [false, true]) {
    const ids = usualSystems(counties.bbox, words, zonesOf(points.positions, latFirst));
    for (const id of declared === undefined || ids.includes(declared) ? ids : [declared, ...ids]) {
      const toDegrees = await projection(id).catch(() => undefined);
      if (!toDegrees) continue;
      const { region, stated } = sharesOf(toDegrees, points, latFirst, counties);
      if (region >= LEAST || id === declared) tried.push({ id, region, ...(said >= FEWEST ? { stated } : {}), latFirst });
    }
  }
  const rank = ({ id, ...candidate }: SystemCandidate) => sureness({ id, ...candidate }) + (id === declared ? CLEARLY : 0);
  let best = tried[0];
  // what comes first is the more usual one: another must do better than by chance
  for (const candidate of tried) if (best && rank(candidate) > rank(best) + 0.02) best = candidate;
  if (!best) return undefined;
  const { latFirst } = best;
  const others = tried.filter((one) => one.latFirst === latFirst && one !== best).sort((a, b) => sureness(b) - sureness(a));
  const candidates = [best, ...others].slice(0, OFFERED).map(({ id, region, stated }) => ({ id, region, ...(stated === undefined ? {} : { stated }) }));
  return { system: best.id, latFirst, hint: { candidates, points: rows, stated: said, ...(declared === undefined ? {} : { declared }) } };
}
