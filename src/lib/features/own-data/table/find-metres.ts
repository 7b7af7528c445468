import { roleOfWords } from './column-words';
import type { CountyIndex } from './county-index';
import type { ColumnRole } from './guess';
import { readWrittenPair } from './notation';
import { readNumber } from './read-number';
import { weighSystems } from './weigh-systems';

/** Columns that hold positions in metres, and the role of each; empty where there are none. */
export type MetreColumns = Readonly<Partial<Record<number, Extract<ColumnRole, 'lon' | 'lat' | 'lonlat' | 'latlon'>>>>;

/** Words that columns of positions are headed with. */
const WORDS = /坐标|[东西南北横纵]|经度|纬度|(?:^|[^a-z])[xy](?:[^a-z]|$)|east|north|coord|l(?:on|ng|at)(?:[^a-z]|$)|geom|point|location/i;
/** Rows looked at. */
const LOOKED_AT = 200;
/** Least share in the region: with words that say so, and without. Ours. */
const SAID = 0.5;
const UNSAID = 0.9;
/** No position in metres is so near the origin in China. */
const LEAST = 100_000;
const FEWEST = 3;

const share = (values: readonly number[], test: (value: number) => boolean) => values.filter(test).length / Math.max(1, values.length);

/**
 * Find easting and northing among a table's columns: by where they would put the rows, in either order (surveyors call the northing X), and
 * by their headers. Without a word in the header both need decimals and nearly all rows must come to lie in the region: amounts of money
 * have the same size.
 */
export async function findMetres(header: readonly string[], rows: readonly (readonly string[])[], counties: CountyIndex): Promise<MetreColumns> {
  const some = rows.slice(0, LOOKED_AT);
  const regionShare = async (raw: readonly number[]) => {
    const pairs = Float64Array.from(raw);
    const weighed = await weighSystems({ positions: pairs, stated: new Uint16Array(pairs.length / 2) }, counties);
    return { latFirst: weighed?.latFirst ?? false, share: weighed?.hint.candidates[0]?.region ?? 0 };
  };
  const pairs = header.map((_, column) => some.flatMap((row) => readWrittenPair(row[column] ?? '') ?? []));
  for (const [column, found] of pairs.entries()) {
    const filled = some.filter((row) => (row[column] ?? '').trim() !== '').length;
    if (
      found.length === 0 ||
      found.length < 0.8 * filled ||
      share(
        found.map(({ first }) => first),
        (value) => Math.abs(value) >= LEAST
      ) < 0.5
    )
      continue;
    const weighed = await regionShare(found.flatMap(({ first, second }) => [first, second]));
    if (weighed.share >= SAID) return { [column]: weighed.latFirst ? 'latlon' : 'lonlat' };
  }
  const numbers = header.map((_, column) => some.map((row) => readNumber(row[column] ?? '').value));
  const said = header.map((name) => WORDS.test(name));
  const free = header.flatMap((name, column) => {
    const values = numbers[column]?.filter((value) => !Number.isNaN(value)) ?? [];
    const filled = some.filter((row) => (row[column] ?? '').trim() !== '').length;
    const large = values.length > 0 && values.length >= 0.5 * filled && share(values, (value) => Math.abs(value) >= LEAST) >= 0.5;
    return large && (said[column] || roleOfWords(name) !== 'number') ? [column] : [];
  });
  const decimals = (column: number) => share(numbers[column] ?? [], (value) => value % 1 !== 0) >= 0.5;
  let best: { columns: MetreColumns; worth: number } | undefined;
  for (const a of free) {
    for (const b of free.filter((other) => other > a)) {
      const together = some.flatMap((_, row) => [numbers[a]?.[row] ?? NaN, numbers[b]?.[row] ?? NaN]);
      const whole = together.flatMap((value, i) => (i % 2 === 0 && !Number.isNaN(value + (together[i + 1] ?? NaN)) ? [value, together[i + 1] ?? NaN] : []));
      const weighed = await regionShare(whole);
      const words = (said[a] ? 1 : 0) + (said[b] ? 1 : 0);
      if (words === 2 ? weighed.share < SAID : weighed.share < UNSAID || whole.length < 2 * FEWEST || !decimals(a) || !decimals(b)) continue;
      const worth = weighed.share + words - 0.01 * (b - a);
      if (!best || worth > best.worth) best = { columns: { [a]: weighed.latFirst ? 'lat' : 'lon', [b]: weighed.latFirst ? 'lon' : 'lat' }, worth };
    }
  }
  return best?.columns ?? {};
}
