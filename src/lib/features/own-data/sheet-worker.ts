import { xlsxFile } from './export-sheet';
import type { SheetCell } from './export-sheet';

/* Makes one workbook of many rows: in one piece, so not on the page. */

export type SheetRequest = Readonly<{ cells: readonly (readonly SheetCell[])[]; sheet: string }>;
export type SheetReply = Readonly<{ file?: Blob }>;

self.addEventListener('message', ({ data }: MessageEvent<SheetRequest>) => {
  xlsxFile(data.cells, data.sheet).then(
    (file) => self.postMessage({ file } satisfies SheetReply),
    () => self.postMessage({} satisfies SheetReply)
  );
});
