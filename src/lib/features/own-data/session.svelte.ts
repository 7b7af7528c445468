import type { ImportGuess } from './table/guess';
import type { OwnTable } from './table/table';
import { withAlike } from './table/with-sheets';
import { dismiss, guessFile, prepare } from './read/import-file';
import type { ImportProgress } from './read/import-file';
import { breath } from './read/in-slices';
import { fetchGround } from './fetch-ground';
import type { Ground } from './fetch-ground';
import { FileForm } from './file-form';
import { LayerList } from './layers.svelte';
import type { LayerContent } from './layer';
import { locateRows } from './locate-rows';
import type { Restored } from './project/restore-project';
import { troubleOf } from './trouble';
import type { Trouble } from './trouble';

/**
 * One visit's work with files: looked at, corrected, read, each to a layer of the map. Lives in memory only; what is to be kept goes
 * through the store.
 */
export class OwnSession {
  ground = $state.raw<Ground>();
  phase = $state<'idle' | 'guessing' | 'guessed' | 'importing' | 'done'>('idle');
  file = $state.raw<File>();
  guess = $state.raw<ImportGuess>();
  progress = $state.raw<ImportProgress>();
  trouble = $state.raw<Trouble>();
  readonly layers = new LayerList();
  /** what is to be said of the project that was opened last */
  restored = $state.raw<Restored>();
  /** the layer whose form is open again: what is read takes the place of its rows */
  #corrected: string | undefined;
  #work: AbortController | undefined;
  #form: FileForm | undefined;
  #closed = false;

  /** of the layer that is looked at */
  get table(): OwnTable | undefined {
    return this.layers.active?.table;
  }

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
      if (!this.#closed && this.phase !== 'guessing' && !this.#form?.busy) prepare(context);
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
    const signal = this.#start(first);
    let file = first;
    if (files.length > 1) {
      const bundled = await this.#try(signal, async () => {
        const { bundleFiles } = await import('./read/file-bundle');
        file = await bundleFiles(files, words.several);
      });
      if (!bundled || signal.aborted) return;
      this.file = file;
    }
    await this.#look(file, signal, (guess) => (files.length > 1 ? withAlike(guess, words.sheet) : guess));
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

  /** Open what was saved as a project: its layers come above the others, as they were. @returns whether they did */
  async openProject(file: File): Promise<boolean> {
    const signal = this.#start(file);
    const ground = await this.open();
    if (!ground || signal.aborted) return this.#rest(signal);
    return this.#try(signal, async () => {
      const { restoreProject } = await import('./project/restore-project');
      const { contents, settings, restored } = await restoreProject(file, ground, signal, this.#telling(signal));
      this.layers.restore(contents, settings);
      this.restored = restored;
      this.phase = 'done';
    });
  }

  async #look(file: File, signal: AbortSignal, amend: (guess: ImportGuess) => ImportGuess, sheet?: string): Promise<boolean> {
    const ground = await this.open();
    if (!ground || signal.aborted) return this.#rest(signal);
    return this.#try(signal, async () => {
      const guess = amend(await guessFile(file, ground.context, { signal, ...(sheet === undefined ? {} : { sheet }) }));
      this.guess = guess;
      this.#form = new FileForm(file, guess, ground.context, (found) => (this.guess = found));
      this.#form.readAhead();
      this.phase = 'guessed';
    });
  }

  /** The reader corrects the guess. */
  correct(guess: ImportGuess): void {
    this.guess = guess;
    if (!this.#form?.correct(guess)) void this.warm();
  }

  /** Read the file as the guess, with the reader's corrections, says. */
  async read(): Promise<void> {
    const form = this.#form;
    if (!form || !this.guess) return;
    // what it has begun goes on
    this.#form = undefined;
    const signal = this.#begin();
    this.#form = form;
    await this.#try(signal, async () => this.#take(await form.read(this.#telling(signal), signal), signal));
  }

  /** To the form that the layer came from, as it was filled in; what is read then takes the place of its rows. */
  back(): void {
    const { active } = this.layers;
    if (!active?.source) return;
    this.#begin();
    this.#corrected = active.id;
    const { file, guess, chosen } = active.source;
    [this.file, this.guess] = [file, guess];
    if (this.ground) this.#form = new FileForm(file, guess, this.ground.context, (found) => (this.guess = found), chosen);
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
    this.phase = this.phase === 'importing' && this.guess ? 'guessed' : this.table ? 'done' : 'idle';
    if (this.phase !== 'guessed') this.#corrected = undefined;
  }

  /** Show a table that was kept, above the others. @param kept its id in this browser's store */
  async show(table: OwnTable, kept?: string): Promise<void> {
    const signal = this.#begin();
    this.file = this.guess = this.#corrected = undefined;
    await this.#take({ table, kept }, signal);
  }

  /** Forget a layer. A form that was opened to correct it is closed. */
  remove(id: string): void {
    this.layers.remove(id);
    if (this.#corrected === id) {
      this.#begin();
      this.file = this.guess = this.progress = this.#corrected = undefined;
      this.phase = 'idle';
    }
    if (this.phase === 'done' || this.phase === 'idle') this.phase = this.table ? 'done' : 'idle';
  }

  /** End what runs; to be called when the page is left. */
  close(): void {
    this.#closed = true;
    this.#end();
    dismiss();
  }

  async #fetch(): Promise<Ground> {
    return (this.ground = await fetchGround());
  }

  async #take(read: Omit<LayerContent, 'whereabouts'>, signal: AbortSignal): Promise<void> {
    const whereabouts = await locateRows(read.table, signal);
    // the last of the counting and the first drawing of the page would be one long task
    await breath();
    if (!whereabouts || signal.aborted) return;
    const content = { ...read, whereabouts };
    if (this.#corrected === undefined || !this.layers.replace(this.#corrected, content)) this.layers.add(content);
    this.#corrected = undefined;
    this.phase = 'done';
  }

  /** Begin with another file. */
  #start(file: File): AbortSignal {
    const signal = this.#begin();
    this.guess = this.#corrected = undefined;
    this.file = file;
    this.phase = 'guessing';
    return signal;
  }

  #telling = (signal: AbortSignal) => (progress: ImportProgress) => {
    if (signal.aborted) return;
    this.progress = progress;
    this.phase = 'importing';
  };

  #begin(): AbortSignal {
    this.#end();
    this.trouble = this.restored = undefined;
    this.#work = new AbortController();
    return this.#work.signal;
  }

  #end(): void {
    this.#work?.abort();
    this.#form?.end();
  }

  #rest(signal: AbortSignal): false {
    if (!signal.aborted) this.phase = this.table ? 'done' : 'idle';
    return false;
  }

  /** @returns whether the work was done */
  async #try(signal: AbortSignal, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      const trouble = troubleOf(error, this.file?.name ?? '');
      if (signal.aborted || !trouble) return false;
      this.trouble = trouble;
      this.phase = this.phase === 'importing' && this.guess ? 'guessed' : this.table ? 'done' : 'idle';
      return false;
    }
  }
}
