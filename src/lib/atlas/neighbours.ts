import type { Zone } from '#lib/schema/atlas';

/** Counties that touch, both ways: adcode → adcodes. */
export type Touching = ReadonlyMap<string, ReadonlySet<string>>;

export type Neighbour = Readonly<{
  zone: Zone;
  /** counties that both zones have; they overlap there */
  shared: readonly string[];
  /** pairs of counties, of this zone and of the neighbour, with a common border */
  borders: readonly (readonly [own: string, other: string])[];
}>;

/**
 * Zones of the same layout that overlap this one or touch it on land.
 * @param countiesOf counties of a unit: its own code for a county, the codes below for a prefecture
 */
export function neighbourZones(zone: Zone, zones: readonly Zone[], touching: Touching, countiesOf: (adcode: string) => readonly string[]): Neighbour[] {
  const counties = (one: Zone) => new Set(one.units.flatMap(countiesOf));
  const own = counties(zone);
  return zones
    .filter((other) => other.id !== zone.id && other.layout === zone.layout)
    .map((other) => {
      const theirs = counties(other);
      const shared = [...own].filter((code) => theirs.has(code));
      const borders = [...own].flatMap((code) =>
        [...(touching.get(code) ?? [])].filter((next) => theirs.has(next) && !own.has(next) && !theirs.has(code)).map((next) => [code, next] as const)
      );
      return { zone: other, shared, borders };
    })
    .filter(({ shared, borders }) => shared.length > 0 || borders.length > 0);
}

/** Counties in fewer words: where all counties of a prefecture are meant, the prefecture. */
export function collapse(
  counties: readonly string[],
  parentOf: (adcode: string) => string | undefined,
  countiesOf: (adcode: string) => readonly string[]
): string[] {
  const given = new Set(counties);
  const whole = (code: string) => {
    const parent = parentOf(code);
    return parent && countiesOf(parent).every((county) => given.has(county)) ? parent : code;
  };
  return [...new Set(counties.map(whole))];
}
