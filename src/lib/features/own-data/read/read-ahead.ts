import type { ImportContext } from '../table/import-context';
import type { ImportGuess } from '../table/guess';
import type { OwnTable } from '../table/table';
import { importFile } from './import-file';
import type { ImportProgress } from './import-file';

/** Larger files are read only when the reader says so, bytes. */
export const MOST_AHEAD = 64e6;

/** The reading of a file as it was guessed to be: begun while the reader still looks at the guess, so that it is mostly done when it is confirmed. */
export class ReadAhead {
  readonly #controller = new AbortController();
  readonly #table: Promise<OwnTable>;
  #progress: ImportProgress;
  #tell: ((progress: ImportProgress) => void) | undefined;

  constructor(file: File, guess: ImportGuess, context: ImportContext) {
    this.#progress = { done: 0, total: file.size, rows: 0 };
    const onProgress = (progress: ImportProgress) => {
      this.#progress = progress;
      this.#tell?.(progress);
    };
    this.#table = importFile(file, guess, context, { onProgress, signal: this.#controller.signal });
    // what goes wrong is said to who asks for the table, and to nobody if no one does
    this.#table.catch(() => undefined);
  }

  /** @throws as importFile */
  table(onProgress: (progress: ImportProgress) => void): Promise<OwnTable> {
    onProgress(this.#progress);
    this.#tell = onProgress;
    return this.#table;
  }

  end(): void {
    this.#controller.abort();
  }
}
