import { HUES } from '#lib/schema/terms';
import type { Hue } from '#lib/schema/terms';

/** A zone's colours: for its mark and outline, and for its ground. */
export type HueColours = Readonly<{ ink: string; tint: string }>;

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
  hue: Readonly<Record<Hue, HueColours>>;
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
    hue: Object.fromEntries(HUES.map((hue) => [hue, { ink: token(`--hue-${hue}`), tint: token(`--hue-${hue}-tint`) }])) as Record<Hue, HueColours>
  };
}
