import { loadAtlas } from '#lib/data/load-atlas';
import { loadFormer, loadTopologies } from '#lib/data/load-topology';
import type { Topologies } from '#lib/data/load-topology';
import { indexAtlas } from '#lib/domain/atlas';
import type { Atlas } from '#lib/domain/atlas';
import type { ImportContext } from '#lib/domain/own/context';
import type { ImportGuess } from '#lib/domain/own/guess';
import type { Whereabouts } from '#lib/domain/own/pick';
import type { OwnTable } from '#lib/domain/own/table';
import { dismiss, guessFile, importFile, prepare } from '#lib/own/import-file';
import type { ImportProgress } from '#lib/own/import-file';
import { breath } from '#lib/own/in-slices';
import { ImportRefused } from '#lib/own/refusal';
import { locateRows } from './own-work';

/** The facts and outlines that own rows are joined to. */
export type Ground = Readonly<{ atlas: Atlas; topologies: Topologies; context: ImportContext }>;

type Trouble = Readonly<{ kind: 'refused'; refusal: ImportRefused; name: string } | { kind: 'facts' } | { kind: 'unknown'; name: string }>;

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

async function fetchGround(): Promise<Ground> {
  const [data, topologies, former] = await Promise.all([loadAtlas(), loadTopologies(), loadFormer()]);
  // what the importer knows of the region: one object, so that its worker can go on with it
  const context: ImportContext = { units: data.admin, places: data.places, topology: topologies.focus ?? topologies.overview, former };
  return { atlas: indexAtlas(data), topologies, context };
}

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
  #work: AbortController | undefined;
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
      if (!this.#closed && (this.phase === 'idle' || this.phase === 'done')) prepare(context);
    } catch {
      // nobody has asked yet
    }
  }

  /** Look at a file; what was read before stays on the page until the new one has been read. */
  async choose(file: File): Promise<void> {
    const signal = this.#begin();
    this.file = file;
    this.guess = undefined;
    this.phase = 'guessing';
    const ground = await this.open();
    if (!ground || signal.aborted) return this.#rest(signal);
    await this.#try(signal, async () => {
      this.guess = await guessFile(file, ground.context, { signal });
      this.phase = 'guessed';
    });
  }

  /** Read the file as the guess, with the reader's corrections, says. */
  async read(): Promise<void> {
    const { file, guess, ground } = this;
    if (!file || !guess || !ground) return;
    const signal = this.#begin();
    this.phase = 'importing';
    this.progress = { done: 0, total: file.size, rows: 0 };
    await this.#try(signal, async () => {
      const onProgress = (progress: ImportProgress) => {
        if (!signal.aborted) this.progress = progress;
      };
      const table = await importFile(file, guess, ground.context, { onProgress, signal });
      await this.#take(table, signal);
    });
  }

  /** Stop reading: back to the guess, or to nothing. */
  cancel(): void {
    this.#work?.abort();
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
    this.file = this.guess = this.table = this.whereabouts = this.progress = undefined;
    this.phase = 'idle';
  }

  /** End what runs; to be called when the page is left. */
  close(): void {
    this.#closed = true;
    this.#work?.abort();
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

  async #take(table: OwnTable, signal: AbortSignal): Promise<void> {
    const whereabouts = await locateRows(table, signal);
    // the last of the counting and the first drawing of the page would be one long task
    await breath();
    if (!whereabouts || signal.aborted) return;
    this.table = table;
    this.whereabouts = whereabouts;
    this.phase = 'done';
  }

  #begin(): AbortSignal {
    this.#work?.abort();
    this.trouble = undefined;
    this.#work = new AbortController();
    return this.#work.signal;
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
