import type { Tier } from '#lib/schema/terms';

/** Colours that the map paints with, as CSS colour strings; read from tokens.css so that map and legend agree. */
export type MapTokens = Readonly<{
  sea: string;
  land: string;
  context: string;
  water: string;
  county: string;
  prefecture: string;
  province: string;
  label: string;
  labelMinor: string;
  halo: string;
  select: string;
  brand: string;
  tier: Readonly<Record<Tier, string>>;
}>;

/** @param get value of a custom property, e.g. `(name) => getComputedStyle(root).getPropertyValue(name)` */
export function readTokens(get: (name: string) => string): MapTokens {
  const token = (name: string) => get(name).trim();
  return {
    sea: token('--map-sea'),
    land: token('--map-land'),
    context: token('--map-context'),
    water: token('--map-water'),
    county: token('--map-county'),
    prefecture: token('--map-prefecture'),
    province: token('--map-province'),
    label: token('--map-label'),
    labelMinor: token('--map-label-minor'),
    halo: token('--map-halo'),
    select: token('--map-select'),
    brand: token('--brand'),
    tier: {
      core: token('--tier-core'),
      park: token('--tier-park'),
      belt: token('--tier-belt'),
      circle: token('--tier-circle'),
      point: token('--tier-point'),
      base: token('--tier-base'),
      assignment: token('--tier-assignment'),
      pair: token('--tier-pair')
    }
  };
}
