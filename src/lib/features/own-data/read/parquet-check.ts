import { parquetSchema } from 'hyparquet';
import type { FileMetaData, SchemaTree } from 'hyparquet';
import { ColumnPages, MOST_VALUES } from './parquet-pages';
import { overstated } from './parquet-runs';
import { ImportRefused } from './refusal';
import { ThriftWalker } from './thrift';

/* What a Parquet file says of itself, held against its bytes, before a decoder believes it. */

/** Largest footer, bytes, and most parts of it: some hundred thousand columns in all stretches of rows together. */
const MOST_FOOTER = 1 << 25;
const MOST_STRUCTS = 2_000_000;
/** Most elements that the schema may be deep. */
const DEEPEST = 64;
/** So many rows may be said in few bytes: a column that is the same throughout takes next to none. */
const FREE_ROWS = 1 << 20;
/** … and beyond that so many for each byte of the file. */
const ROWS_PER_BYTE = 64;
/** Values that are decoded at a time, in as many columns as that is. */
const AT_A_TIME = 1 << 22;

/** The footer, walked through once. @throws ImportRefused; RangeError or Error where it is broken */
export async function checkFooter(file: Blob): Promise<void> {
  const tail = new DataView(await file.slice(Math.max(0, file.size - 8)).arrayBuffer());
  const bytes = tail.getUint32(0, true);
  if (bytes > file.size - 8) throw new ImportRefused('broken', { text: 'parquet footer' });
  if (bytes > MOST_FOOTER) throw new ImportRefused('too-large', { limit: MOST_FOOTER, size: bytes });
  const walker = new ThriftWalker(new DataView(await file.slice(file.size - 8 - bytes, file.size - 8).arrayBuffer()));
  walker.struct();
  if (walker.structs > MOST_STRUCTS) throw overstated(walker.structs, bytes);
}

/** The schema is a tree, written from its root on. @throws ImportRefused where it is none, or too deep */
export function checkSchema({ schema }: Pick<FileMetaData, 'schema'>): void {
  // children still to come of each element that is open
  const open: number[] = [1];
  for (const { num_children: children = 0 } of schema) {
    while (open.at(-1) === 0) open.pop();
    const left = open.pop();
    if (left === undefined || !(children >= 0) || children > schema.length || open.length > DEEPEST)
      throw new ImportRefused('broken', { text: 'parquet schema' });
    open.push(left - 1);
    if (children > 0) open.push(children);
  }
  if (open.some((left) => left > 0)) throw new ImportRefused('broken', { text: 'parquet schema' });
}

/** The elements from the root to a column. */
function pathTo(root: SchemaTree, names: readonly string[]): SchemaTree[] {
  const path = [root];
  for (const name of names) {
    const child = path.at(-1)?.children.find(({ element }) => element.name === name);
    if (!child) throw new ImportRefused('broken', { text: 'parquet schema' });
    path.push(child);
  }
  return path;
}

/** Checks rows before they are decoded, stretch by stretch. */
export class ParquetCheck {
  private readonly root: SchemaTree;
  private readonly pages = new Map<object, ColumnPages>();

  /** @throws ImportRefused where the footer's own figures cannot be */
  constructor(
    private readonly file: Blob,
    private readonly metadata: FileMetaData
  ) {
    this.root = parquetSchema(metadata);
    const rows = Number(metadata.num_rows);
    const counted = metadata.row_groups.map(({ num_rows }) => Number(num_rows));
    // a footer that contradicts itself: rows would be left out unnoticed
    if (counted.some((count) => count < 0) || counted.reduce((sum, count) => sum + count, 0) !== rows) throw new ImportRefused('broken', { text: 'num_rows' });
    if (rows > FREE_ROWS + ROWS_PER_BYTE * file.size) throw overstated(rows, file.size);
    const packed = metadata.row_groups.flatMap(({ columns }) => columns.map(({ meta_data }) => Number(meta_data?.total_compressed_size ?? 0)));
    // columns that share their bytes: each would be read for itself
    if (packed.reduce((sum, bytes) => sum + bytes, 0) > file.size) throw new ImportRefused('broken', { text: 'parquet columns' });
  }

  /**
   * Check what rows are decoded from.
   * @param names of columns
   * @returns the columns in groups that may be decoded at once
   * @throws ImportRefused; RangeError where bytes end too early
   */
  async rows(from: number, to: number, names: readonly string[], signal?: AbortSignal): Promise<string[][]> {
    const sizes = new Map(names.map((name) => [name, 0]));
    let first = 0;
    for (const { columns, num_rows } of this.metadata.row_groups) {
      const rows = Number(num_rows);
      const [start, end] = [first, first + rows];
      first = end;
      if (rows === 0 || end <= from || start >= to) continue;
      for (const { meta_data: meta } of columns) {
        const name = meta?.path_in_schema[0];
        const size = name === undefined ? undefined : sizes.get(name);
        if (!meta || name === undefined || size === undefined) continue;
        const pages = this.pages.get(meta) ?? new ColumnPages(this.file, meta, pathTo(this.root, meta.path_in_schema), rows);
        this.pages.set(meta, pages);
        await pages.check(Math.min(to, end) - start, signal);
        sizes.set(name, size + pages.largest + (to - from));
      }
    }
    const groups: string[][] = [];
    let room = 0;
    for (const [name, size] of sizes) {
      if (size > 2 * MOST_VALUES) throw overstated(size, this.file.size);
      if (size > room || groups.length === 0) {
        groups.push([]);
        room = AT_A_TIME;
      }
      groups.at(-1)?.push(name);
      room -= size;
    }
    return groups;
  }
}
