import type { Atlas } from '#lib/atlas/atlas';
import * as m from '#lib/paraglide/messages';
import { rowsFile } from './export-rows';
import type { RowsKind } from './export-rows';
import { ArchiveOut } from './project/archive-out';
import { fileStem } from './project/file-stem';
import type { OwnTable } from './table/table';

const PIECE = 1 << 16;

async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PIECE) yield new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
}

/** All rows of several tables, a file for each in one ZIP. @throws the signal's reason */
export async function rowsArchive(
  atlas: Atlas,
  layers: readonly Readonly<{ name: string; table: OwnTable }>[],
  kind: RowsKind,
  signal: AbortSignal
): Promise<Blob> {
  const out = new ArchiveOut(true, new Date(), signal);
  for (const [i, { name, table }] of layers.entries()) {
    const file = await rowsFile(atlas, table, kind, signal);
    signal.throwIfAborted();
    if (file) await out.add(`${i + 1}-${fileStem(name)}-${m.own_data_rows_name()}.${kind}`, piecesOf(file));
  }
  return out.finish();
}
