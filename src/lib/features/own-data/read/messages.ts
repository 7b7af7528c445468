import type { ImportContext } from '../table/import-context';
import type { ImportGuess } from '../table/guess';
import type { Said } from '../table/said-columns';
import type { OwnTable } from '../table/table';
import type { ImportProgress } from './progress';
import type { ImportRefused } from './refusal';

/** What the page asks of the worker; `context` once, before anything else. */
export type Request =
  | Readonly<{ kind: 'prepare'; context: ImportContext }>
  | Readonly<{ kind: 'guess'; file: File; sheet?: string | undefined; said?: Said | undefined }>
  | Readonly<{ kind: 'import'; file: File; guess: ImportGuess }>;

/** What it answers: progress any number of times, then one of the others. */
export type Reply =
  | Readonly<{ kind: 'progress'; progress: ImportProgress }>
  | Readonly<{ kind: 'guess'; guess: ImportGuess }>
  | Readonly<{ kind: 'table'; table: OwnTable }>
  | Readonly<{ kind: 'refused'; reason: ImportRefused['reason']; detail: ImportRefused['detail'] }>
  | Readonly<{ kind: 'failed'; message: string }>;

/** The buffers of a table, to be moved and not copied. */
export function buffersOf(table: OwnTable): Transferable[] {
  const arrays: ArrayBufferView[] = [table.positions, table.placement, table.county, table.line];
  for (const column of table.columns) {
    if (column.kind === 'number') arrays.push(column.values);
    else arrays.push(column.codes as Uint32Array, column.dictionary.bytes, column.dictionary.offsets);
  }
  if (table.flags) arrays.push(table.flags);
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
}
