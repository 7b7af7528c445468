import { Corrections } from './corrections';
import type { Source } from './layer';
import { guessFile } from './read/import-file';
import type { ImportProgress } from './read/import-file';
import { MOST_AHEAD, ReadAhead } from './read/read-ahead';
import type { ImportGuess } from './table/guess';
import type { ImportContext } from './table/import-context';
import type { Chosen } from './table/said-columns';
import type { OwnTable } from './table/table';

/** The form of one file: what it is guessed to be, with the reader's corrections, until it is read as that says. */
export class FileForm {
  #ahead: ReadAhead | undefined;
  readonly #corrections: Corrections;

  /** @param tell gets the guess whenever something was found out anew @param chosen what the reader has chosen before */
  constructor(
    private readonly file: File,
    guess: ImportGuess,
    private readonly context: ImportContext,
    tell: (guess: ImportGuess) => void,
    chosen?: Chosen
  ) {
    this.#corrections = new Corrections(guess, (said, signal) => guessFile(file, context, { signal, sheet: said.sheet, said }), tell, chosen);
  }

  /** Begin to read while the reader looks at the guess, unless there is too much for a guess that may be wrong. */
  readAhead(): void {
    if (this.file.size <= MOST_AHEAD) this.#ahead = new ReadAhead(this.file, this.#corrections.guess, this.context);
  }

  /** Something is read already. */
  get busy(): boolean {
    return this.#ahead !== undefined;
  }

  /** The reader corrects the guess. @returns whether a worker looks at the file anew */
  correct(guess: ImportGuess): boolean {
    this.#ahead?.end();
    this.#ahead = undefined;
    return this.#corrections.note(guess);
  }

  /** Read the file as the form says; `signal` ends it. @throws as importFile */
  async read(onProgress: (progress: ImportProgress) => void, signal: AbortSignal): Promise<Readonly<{ table: OwnTable; source: Source }>> {
    const stop = () => this.end();
    signal.addEventListener('abort', stop, { once: true });
    onProgress({ done: 0, total: this.file.size, rows: 0 });
    try {
      // a column that was named a moment ago may hold metres
      await this.#corrections.settled();
      signal.throwIfAborted();
      const { guess, chosen } = this.#corrections;
      this.#ahead ??= new ReadAhead(this.file, guess, this.context);
      return { table: await this.#ahead.table(onProgress), source: { file: this.file, guess, chosen } };
    } finally {
      signal.removeEventListener('abort', stop);
      // its worker is gone, whatever came of it
      if (!signal.aborted) this.#ahead = undefined;
    }
  }

  /** End all that runs. The form can still be corrected and read. */
  end(): void {
    this.#ahead?.end();
    this.#ahead = undefined;
    this.#corrections.end();
  }
}
