import type { Layout } from '#lib/schema/atlas';

/** A unit of the facts or of the boundary files. */
type Area = Readonly<{ adcode: string; parent?: string | undefined; areaKm2: number }>;

/** A unit of less than this share of a city can hardly be seen on a map of all of it. */
const SMALL = 0.02;
/** Fewer of them are no core that is worth a map of its own. */
const LEAST = 3;

/** Adcodes of the units that a city's map shows too small, as an urban core has them; empty where there are but a few, and for a province. */
export function smallUnits({ scope, adcode }: Pick<Layout, 'scope' | 'adcode'>, units: readonly Area[]): string[] {
  const within = scope === 'city' ? units.filter(({ parent }) => parent === adcode) : [];
  const whole = within.reduce((sum, { areaKm2 }) => sum + areaKm2, 0);
  const small = within.filter(({ areaKm2 }) => areaKm2 < SMALL * whole);
  return small.length < LEAST ? [] : small.map((unit) => unit.adcode);
}
