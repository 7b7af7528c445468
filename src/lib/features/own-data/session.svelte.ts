import { loadAtlas } from '#lib/atlas/load-atlas';
import { loadNames, loadTopologies } from '#lib/atlas/load-topology';
import type { Topologies } from '#lib/atlas/load-topology';
import { indexAtlas } from '#lib/atlas/atlas';
import type { Atlas } from '#lib/atlas/atlas';
import type { ImportContext } from './table/import-context';
import type { ImportGuess } from './table/guess';
import type { Whereabouts } from './table/pick';
import type { OwnTable } from './table/table';
import { withAlike } from './table/with-sheets';
import { dismiss, guessFile, prepare } from './read/import-file';
import type { ImportProgress } from './read/import-file';
import { ReadAhead } from './read/read-ahead';
import { breath } from './read/in-slices';
import { ImportRefused } from './read/refusal';
import { locateRows } from './locate-rows';

/** The facts and outlines that own rows are joined to. */
export type Ground = Readonly<{ atlas: Atlas; topologies: Topologies; context: ImportContext }>;

type Trouble = Readonly<{ kind: 'refused'; refusal: ImportRefused; name: string } | { kind: 'facts' } | { kind: 'unknown'; name: string }>;

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

async function fetchGround(): Promise<Ground> {
  const [data, topologies, names] = await Promise.all([loadAtlas(), loadTopologies(), loadNames()]);
  // what the importer knows of the region: one object, so that its worker can go on with it
  const context: ImportContext = { units: data.admin, places: data.places, topology: topologies.focus ?? topologies.overview, ...names };
  return { atlas: indexAtlas(data), topologies, context };
}

/** Larger files are read only when the reader says so, bytes. */
const MOST_AHEAD = 64e6;

/** One visit's work with a file: looked at, corrected, read. Lives in memory only; what is to be kept goes through the store. */
export class OwnSession {
  ground = $state.raw<Ground>();
  phase = $state<'idle' | 'guessing' | 'guessed' | 'importing' | 'done'>('idle');
  file = $state.raw<File>();
  guess = $state.raw<ImportGuess>();
  progress = $state.raw<ImportProgress>();
  table = $state.raw<OwnTable>();
  /** of the table's rows; always of the same table */
  whereabouts = $state.raw<Whereabouts>();
  trouble = $state.raw<Trouble>();
  /** what the table was read from, and as what; absent of one that was kept */
  source = $state.raw<Readonly<{ file: File; guess: ImportGuess }>>();
  #work: AbortController | undefined;
  #ahead: ReadAhead | undefined;
  #fetching: Promise<Ground> | undefined;
  #closed = false;

  /** Fetch what rows are joined to, once. @returns undefined if it cannot be had; `trouble` then says so */
  async open(): Promise<Ground | undefined> {
    try {
      return await this.#fetch();
    } catch {
      this.trouble = { kind: 'facts' };
      return undefined;
    }
  }

  /** Fetch it before it is asked for, and have a worker learn it. If it cannot be had now, it is asked for again when it is needed. */
  async warm(): Promise<void> {
    try {
      const { context } = await this.#fetch();
      if (!this.#closed && this.phase !== 'guessing' && !this.#ahead) prepare(context);
    } catch {
      // nobody has asked yet
    }
  }

  /**
   * Look at a file, or at several as one; what was read before stays on the page until the new one has been read.
   * @param words what more than one file are called together, and the column that says which of them a row is from
   */
  async choose(files: readonly File[], words: Readonly<{ several: string; sheet: string }>): Promise<void> {
    const [first] = files;
    if (!first) return;
    const signal = this.#begin();
    this.file = first;
    this.guess = undefined;
    this.phase = 'guessing';
    let [file, bundled] = [first, false];
    if (files.length > 1) {
      await this.#try(signal, async () => {
        const { bundleFiles } = await import('./read/file-bundle');
        file = await bundleFiles(files, words.several);
        bundled = true;
      });
      if (!bundled || signal.aborted) return;
      this.file = file;
    }
    await this.#look(file, signal, (guess) => (bundled ? withAlike(guess, words.sheet) : guess));
  }

  /** Look at another sheet of the file. */
  async chooseSheet(sheet: string): Promise<void> {
    const { file } = this;
    if (!file) return;
    const signal = this.#begin();
    await this.#look(file, signal, (guess) => guess, sheet);
    // a sheet that cannot be read: the one before is still there
    if (this.trouble && this.guess && !signal.aborted) this.phase = 'guessed';
  }

  async #look(file: File, signal: AbortSignal, amend: (guess: ImportGuess) => ImportGuess, sheet?: string): Promise<void> {
    const ground = await this.open();
    if (!ground || signal.aborted) return this.#rest(signal);
    await this.#try(signal, async () => {
      const guess = amend(await guessFile(file, ground.context, { signal, ...(sheet === undefined ? {} : { sheet }) }));
      this.guess = guess;
      this.phase = 'guessed';
      if (file.size <= MOST_AHEAD) this.#ahead = new ReadAhead(file, guess, ground.context);
    });
  }

  /** The reader corrects the guess. */
  correct(guess: ImportGuess): void {
    this.guess = guess;
    this.#ahead?.end();
    this.#ahead = undefined;
    void this.warm();
  }

  /** Read the file as the guess, with the reader's corrections, says. */
  async read(): Promise<void> {
    const { file, guess, ground } = this;
    if (!file || !guess || !ground) return;
    const ahead = this.#ahead ?? new ReadAhead(file, guess, ground.context);
    this.#ahead = undefined;
    const signal = this.#begin();
    signal.addEventListener('abort', () => ahead.end(), { once: true });
    this.phase = 'importing';
    await this.#try(signal, async () => {
      const onProgress = (progress: ImportProgress) => {
        if (!signal.aborted) this.progress = progress;
      };
      await this.#take(await ahead.table(onProgress), signal, { file, guess });
    });
  }

  /** To the form that the table came from, as it was filled in. */
  back(): void {
    if (!this.source) return;
    this.#begin();
    this.file = this.source.file;
    this.guess = this.source.guess;
    this.phase = 'guessed';
    void this.warm();
  }

  /** Say what names mean that may be several districts; to be read again then. */
  chooseNames(choices: Readonly<Record<string, string>>): void {
    this.back();
    if (this.guess) this.correct({ ...this.guess, choices: { ...this.guess.choices, ...choices } });
  }

  /** Stop reading: back to the guess, or to nothing. */
  cancel(): void {
    this.#end();
    this.phase = this.phase === 'importing' ? 'guessed' : this.table ? 'done' : 'idle';
  }

  /** Show a table that was kept. */
  async show(table: OwnTable): Promise<void> {
    const signal = this.#begin();
    this.file = undefined;
    this.guess = undefined;
    await this.#take(table, signal);
  }

  /** Forget everything read in this visit. */
  clear(): void {
    this.#begin();
    this.file = this.guess = this.table = this.whereabouts = this.progress = this.source = undefined;
    this.phase = 'idle';
  }

  /** End what runs; to be called when the page is left. */
  close(): void {
    this.#closed = true;
    this.#end();
    dismiss();
  }

  #fetch(): Promise<Ground> {
    const fetching = (this.#fetching ??= fetchGround());
    fetching.then(
      (ground) => (this.ground = ground),
      () => (this.#fetching = undefined)
    );
    return fetching;
  }

  async #take(table: OwnTable, signal: AbortSignal, source?: OwnSession['source']): Promise<void> {
    const whereabouts = await locateRows(table, signal);
    // the last of the counting and the first drawing of the page would be one long task
    await breath();
    if (!whereabouts || signal.aborted) return;
    this.table = table;
    this.whereabouts = whereabouts;
    this.source = source;
    this.phase = 'done';
  }

  #begin(): AbortSignal {
    this.#end();
    this.trouble = undefined;
    this.#work = new AbortController();
    return this.#work.signal;
  }

  #end(): void {
    this.#work?.abort();
    this.#ahead?.end();
    this.#ahead = undefined;
  }

  #rest(signal: AbortSignal): void {
    if (!signal.aborted) this.phase = this.table ? 'done' : 'idle';
  }

  async #try(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (signal.aborted || isAbort(error)) return;
      const name = this.file?.name ?? '';
      this.trouble = error instanceof ImportRefused ? { kind: 'refused', refusal: error, name } : { kind: 'unknown', name };
      this.phase = this.phase === 'importing' && this.guess ? 'guessed' : this.table ? 'done' : 'idle';
    }
  }
}
