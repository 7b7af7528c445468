/** The adcode of a city by where rows that are known by it alone are drawn. */
export type CityAt = (lon: number, lat: number) => string | undefined;

/** Cities by where they are drawn. */
export function citiesAt(units: readonly Readonly<{ adcode: string; level: string; label: readonly [number, number] }>[]): CityAt {
  const byPlace = new Map(units.filter(({ level }) => level === 'prefecture').map(({ adcode, label }) => [label.join(), adcode]));
  return (lon, lat) => byPlace.get(`${lon},${lat}`);
}
