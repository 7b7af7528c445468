import { FLAGS, PLACEMENTS } from '../table/table';
import type { OwnTable, Rejected } from '../table/table';
import type { CityAt } from '../table/cities-at';
import { CsvBytes } from './csv-bytes';
import type { ProjectWords } from './format';

/** Bytes that are made before they are handed over. */
const CHUNK = 1 << 16;
const MARK = Uint8Array.of(0xef, 0xbb, 0xbf);
const CITY_ONLY = PLACEMENTS.indexOf('prefecture');

/** Names of FLAGS by the bits that are set. */
export const FLAG_TEXTS: readonly string[] = Array.from({ length: 2 * Math.max(...Object.values(FLAGS)) }, (_, bits) =>
  Object.entries(FLAGS)
    .filter(([, bit]) => (bits & bit) !== 0)
    .map(([name]) => name)
    .join(' ')
);

/** A table as CSV, some kilobytes at a time. */
export function* tableChunks(table: OwnTable, words: ProjectWords, cityAt: CityAt): Generator<Uint8Array<ArrayBuffer>> {
  const { positions, placement, county, counties, flags, columns } = table;
  const out = new CsvBytes();
  yield MARK.slice();
  for (const name of [words.line, ...columns.map((column) => column.name), words.district, words.lon, words.lat, words.placed, words.remark]) out.string(name);
  out.endRow();
  for (let row = 0; row < table.rows; row++) {
    out.number(table.line[row] ?? 0);
    for (const column of columns) {
      if (column.kind === 'number') out.number(column.values[row] ?? NaN);
      else {
        const code = column.codes[row] ?? 0;
        out.text(column.dictionary.bytes, column.dictionary.offsets[code], column.dictionary.offsets[code + 1]);
      }
    }
    const [lon, lat] = [positions[2 * row] ?? NaN, positions[2 * row + 1] ?? NaN];
    out.plain((placement[row] === CITY_ONLY ? cityAt(lon, lat) : counties[(county[row] ?? 0) - 1]) ?? '');
    out.number(lon);
    out.number(lat);
    out.plain(PLACEMENTS[placement[row] ?? 0] ?? '');
    out.plain(FLAG_TEXTS[flags?.[row] ?? 0] ?? '');
    out.endRow();
    if (out.length >= CHUNK) yield out.take();
  }
  yield out.take();
}

/** The rows that were left out, as CSV. */
export function* leftOutChunks(rejected: readonly Rejected[], words: ProjectWords): Generator<Uint8Array<ArrayBuffer>> {
  const out = new CsvBytes();
  yield MARK.slice();
  for (const name of [words.line, `${words.reason} (id)`, words.reason, words.text]) out.string(name);
  out.endRow();
  for (const { line, reason, text } of rejected) {
    out.number(line);
    out.plain(reason);
    // for people
    out.string(words.why(reason));
    out.string(text);
    out.endRow();
    if (out.length >= CHUNK) yield out.take();
  }
  yield out.take();
}
