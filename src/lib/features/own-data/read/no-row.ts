import type { ImportGuess } from '../table/guess';
import type { RejectReason } from '../table/table';
import { isHeaderAgain, isNote, isTotalWord } from '../table/total-words';
import type { RowView } from './row-view';

/** Cells of a row that are looked at: what a row is, its first ones say. */
const LOOKED_AT = 12;

/** What a row that cannot be placed is, if it is none of its own: a total, a note, the header once more. */
export function reasonOf(row: RowView, { header, keepTotals }: ImportGuess): RejectReason | undefined {
  const cells = Array.from({ length: Math.min(row.count, LOOKED_AT, header.length) }, (_, column) => (row.isBlank(column) ? '' : row.text(column)));
  if (!keepTotals && cells.some(isTotalWord)) return 'total-row';
  return isNote(cells) || isHeaderAgain(cells, header) ? 'note-row' : undefined;
}
