/*
 * Parquet files of one column, made by hand after parquet.thrift and Encodings.md of Apache Parquet, so that each count in them can be a lie.
 */

/** By the number of its field: whole numbers are i32, bigints i64. */
interface Fields {
  readonly [field: number]: number | bigint | boolean | string | Fields | readonly (number | string | Fields)[] | undefined;
}

/** Seven bits a byte, the lowest first. */
export function varint(value: number | bigint): number[] {
  const out: number[] = [];
  let rest = BigInt(value);
  for (; rest >= 128n; rest >>= 7n) out.push(Number(rest & 127n) | 128);
  return [...out, Number(rest)];
}
export const zigzag = (value: number | bigint) => varint(BigInt(value) < 0n ? -2n * BigInt(value) - 1n : 2n * BigInt(value));
const text = (value: string) => {
  const bytes = [...new TextEncoder().encode(value)];
  return [...varint(bytes.length), ...bytes];
};

function typed(value: NonNullable<Fields[number]>): readonly [type: number, bytes: number[]] {
  if (typeof value === 'number') return [5, zigzag(value)];
  if (typeof value === 'bigint') return [6, zigzag(value)];
  if (typeof value === 'boolean') return [value ? 1 : 2, []];
  if (typeof value === 'string') return [8, text(value)];
  if (!Array.isArray(value)) return [12, struct(value as Fields)];
  const entries = (value as readonly (number | string | Fields)[]).map(typed);
  return [9, [0xf0 | (entries[0]?.[0] ?? 12), ...varint(entries.length), ...entries.flatMap(([, bytes]) => bytes)]];
}

function struct(fields: Fields): number[] {
  let last = 0;
  const out: number[] = [];
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const [type, bytes] = typed(value);
    out.push(((Number(key) - last) << 4) | type, ...bytes);
    last = Number(key);
  }
  return [...out, 0];
}

/** A run that repeats a value of at most eight bits. */
export const run = (count: number, value: number): number[] => [...varint(2n * BigInt(count)), value];
/** Bytes with how many they are before them, in four bytes. */
export const sized = (bytes: readonly number[]): number[] => [...new Uint8Array(Uint32Array.of(bytes.length).buffer), ...bytes];
/** Strings as they stand in a plain page or a dictionary. */
export const plain = (texts: readonly string[]): number[] => texts.flatMap((one) => sized([...new TextEncoder().encode(one)]));

export type Page = Readonly<{ head: Fields; bytes: readonly number[] }>;
/** Counts of the footer that may be other than the truth. */
export type Footer = Readonly<{
  rows: number | bigint;
  values: number | bigint;
  codec?: number;
  packed?: number;
  type?: number;
  children?: number;
  fixed?: number;
}>;

const MAGIC = [0x50, 0x41, 0x52, 0x31];

/** A file with the optional column “name” of these pages. */
export function parquet(pages: readonly Page[], { rows, values, codec = 0, packed, type = 6, children = 1, fixed }: Footer): Uint8Array {
  const body = pages.flatMap(({ head, bytes }) => [...struct(head), ...bytes]);
  const dictionary = pages[0]?.head[7] === undefined ? undefined : 4n;
  const meta = {
    1: type,
    2: [0],
    3: ['name'],
    4: codec,
    5: BigInt(values),
    6: BigInt(body.length),
    7: BigInt(packed ?? body.length),
    9: 4n,
    11: dictionary
  };
  const footer = struct({
    1: 1,
    2: [
      { 4: 'root', 5: children },
      { 1: type, 2: fixed, 3: 1, 4: 'name' }
    ],
    3: BigInt(rows),
    4: [{ 1: [{ 2: 4n, 3: meta }], 2: BigInt(body.length), 3: BigInt(rows) }]
  });
  return Uint8Array.from([...MAGIC, ...body, ...footer, ...new Uint8Array(Uint32Array.of(footer.length).buffer), ...MAGIC]);
}

/** Pages with their sizes as they are, or as they are said to be. */
export const page = (type: number, bytes: readonly number[], more: Fields, unpacked: number = bytes.length): Page => ({
  head: { 1: type, 2: unpacked, 3: bytes.length, ...more },
  bytes
});
export const dataPage = (values: number, bytes: readonly number[], encoding = 0, unpacked?: number): Page =>
  page(0, bytes, { 5: { 1: values, 2: encoding, 3: 3, 4: 3 } }, unpacked);
export const dictionaryPage = (values: number, bytes: readonly number[]): Page => page(2, bytes, { 7: { 1: values, 2: 0 } });
/** A page of the second kind. @param levels bytes of the definition levels, which stand first */
export const dataPage2 = (values: number, nulls: number, levels: number, bytes: readonly number[], encoding = 0): Page =>
  page(3, bytes, { 8: { 1: values, 2: nulls, 3: values, 4: encoding, 5: levels, 6: 0, 7: false } });
