import { stripInvisible } from '../table/cell-text';
import { WORKBOOKS } from '../table/guess';
import { inspectCsv } from './csv-file';
import { openRecords } from './open-records';
import { ImportRefused } from './refusal';
import { sniff } from './sniff';

/** Largest small table, bytes: a few thousand rows. It is read at once, where the page itself runs. */
const MOST_SMALL = 2 * 1024 * 1024;

/**
 * All rows of a small table, header first, cells as text: CSV in any encoding that the importer knows, or a workbook.
 * For tables without positions; rows with positions are for importFile.
 * @throws ImportRefused
 */
export async function readRows(file: File): Promise<string[][]> {
  if (file.size === 0) throw new ImportRefused('empty');
  if (file.size > MOST_SMALL) throw new ImportRefused('too-large', { limit: MOST_SMALL, size: file.size });
  const sniffed = await sniff(file);
  if (sniffed.format === 'csv') {
    const { encoding, delimiter } = await inspectCsv(sniffed.blob, sniffed.head);
    const { default: Papa } = await import('papaparse');
    const text = stripInvisible(new TextDecoder(encoding).decode(await sniffed.blob.arrayBuffer()));
    // blank lines are kept, so that line numbers are those of the file
    return Papa.parse<string[]>(text, { delimiter }).data;
  }
  if (!WORKBOOKS.has(sniffed.format)) throw new ImportRefused('unsupported', { text: sniffed.format });
  const rows: string[][] = [];
  for await (const batch of (await openRecords(sniffed.blob, sniffed)).batches()) {
    for (const { cells, line } of batch.rows) rows[line - 1] = cells.map((cell) => (cell === null || cell === undefined ? '' : stripInvisible(String(cell))));
  }
  return Array.from(rows, (row) => row ?? []);
}
