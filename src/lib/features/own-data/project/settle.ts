import { PLACEMENTS } from '../table/table';
import type { OwnTable } from '../table/table';
import type { Region } from '../read/table-builder';

const [POINT, CITY_ONLY, PLACE] = [PLACEMENTS.indexOf('point'), PLACEMENTS.indexOf('prefecture'), PLACEMENTS.indexOf('place')];

/** A table with its rows joined, and how many of them are in another district than they were when it was saved. */
export type Settled = Readonly<{ table: OwnTable; moved: number }>;

/**
 * Join the rows of a project to the districts as they are now: points by where they are, other rows by the district or city they were placed by.
 * A district that is not known is none, as if the row were outside: nothing is placed by a guess.
 */
export function settle(saved: OwnTable, { counties, units }: Region): Settled {
  const county = new Uint16Array(saved.rows);
  const { positions, placement } = saved;
  const place = new Map(counties.adcodes.map((adcode, i) => [adcode, i + 1]));
  const now = [0, ...saved.counties.map((adcode) => place.get(adcode) ?? 0)];
  const labels = new Map(units.map(({ adcode, label }) => [adcode, label]));
  const cities = new Set(units.filter(({ level }) => level === 'prefecture').map(({ adcode }) => adcode));
  let [moved, outside] = [0, 0];
  for (let row = 0; row < saved.rows; row++) {
    const before = saved.county[row] ?? 0;
    const kind = placement[row];
    if (kind === POINT) {
      const found = counties.countyAt(positions[2 * row] ?? NaN, positions[2 * row + 1] ?? NaN);
      county[row] = found;
      if (found === 0) outside++;
      if (counties.adcodes[found - 1] !== saved.counties[before - 1]) moved++;
      continue;
    }
    const adcode = saved.counties[before - 1];
    const known = kind === CITY_ONLY ? adcode !== undefined && cities.has(adcode) : now[before] !== 0;
    if (kind !== CITY_ONLY) county[row] = now[before] ?? 0;
    if (!known && adcode !== undefined) moved++;
    // drawn where the district's or the city's name stands
    const label = known && kind !== PLACE && adcode !== undefined ? labels.get(adcode) : undefined;
    if (label) [positions[2 * row], positions[2 * row + 1]] = label;
  }
  return { table: { ...saved, county, counties: counties.adcodes, remarks: withOutside(saved.remarks, outside) }, moved };
}

/** How many points are outside is counted anew. */
function withOutside(remarks: OwnTable['remarks'], outside: number): OwnTable['remarks'] {
  const others = (count: number) => remarks.flatMap((remark) => (remark.code !== 'outside-region' ? [remark] : count > 0 ? [{ ...remark, count }] : []));
  const known = remarks.some(({ code }) => code === 'outside-region');
  return known || outside === 0 ? others(outside) : [...remarks, { code: 'outside-region', count: outside }];
}
