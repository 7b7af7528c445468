import type { CountyIndex } from './county-index';
import { toWgs84 } from './datum';
import { DATUMS, FEWEST_HINTED } from './guess';
import type { Datum, DatumHint } from './guess';

/**
 * Share of points that lie in the county that they are said to lie in, under each datum.
 * A wrong datum moves points some 400–1200 m: only those near a border change county, so the shares differ by little. One is called
 * best where the points that speak for it alone outnumber those against it by more than chance allows (sign test, two standard deviations).
 * @param positions longitude and latitude by turns, as they stand in the file
 * @param stated per point: the county's place in the index + 1; 0 = not stated
 */
export function datumHint(positions: Float64Array, stated: Uint16Array, { countyAt }: Pick<CountyIndex, 'countyAt'>): DatumHint | undefined {
  const points = stated.reduce((sum, county) => sum + (county > 0 ? 1 : 0), 0);
  if (points < FEWEST_HINTED) return undefined;
  const hits = DATUMS.map((datum) => {
    const moved = positions.slice();
    toWgs84(moved, datum);
    return Uint8Array.from(stated, (county, i) => (county > 0 && countyAt(moved[2 * i] ?? NaN, moved[2 * i + 1] ?? NaN) === county ? 1 : 0));
  });
  const shares = Object.fromEntries(DATUMS.map((datum, d) => [datum, (hits[d] ?? new Uint8Array()).reduce((sum, hit) => sum + hit, 0) / points])) as Record<
    Datum,
    number
  >;
  const best = DATUMS.find((_, d) =>
    DATUMS.every((_, other) => {
      if (other === d) return true;
      let won = 0;
      let lost = 0;
      (hits[d] as Uint8Array).forEach((hit, i) => {
        const its = (hits[other] as Uint8Array)[i] ?? 0;
        if (hit > its) won++;
        if (hit < its) lost++;
      });
      return won - lost > 2 * Math.sqrt(won + lost);
    })
  );
  return { shares, points, ...(best ? { best } : {}) };
}
