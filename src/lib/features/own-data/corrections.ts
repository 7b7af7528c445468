import type { ImportGuess } from './table/guess';
import { NOTHING_CHOSEN, placesAlike, withPositions } from './table/said-columns';
import type { Chosen } from './table/said-columns';

/** How a file is looked at anew with the columns of a guess. @throws the signal's reason */
export type LookAnew = (said: ImportGuess, signal: AbortSignal) => Promise<ImportGuess>;

/**
 * What a reader corrects in the form of one file. Where positions come from other columns than before they are looked at anew, so that metres
 * get their choice of systems; what the reader has chosen stays.
 */
export class Corrections {
  #guess: ImportGuess;
  /** the guess that positions were found for */
  #found: ImportGuess;
  #chosen: Chosen;
  /** the guess whose columns are looked at now */
  #asked: ImportGuess | undefined;
  #work: AbortController | undefined;
  #settled: Promise<void> = Promise.resolve();

  /** @param look a look that fails finds nothing: the reader's word stands @param tell gets the guess whenever something was found */
  constructor(
    guess: ImportGuess,
    private readonly look: LookAnew,
    private readonly tell: (guess: ImportGuess) => void,
    chosen: Chosen = NOTHING_CHOSEN
  ) {
    this.#guess = this.#found = guess;
    this.#chosen = chosen;
  }

  /** The reader corrects the guess. @returns whether it is looked at anew */
  note(guess: ImportGuess): boolean {
    const before = this.#guess;
    this.#guess = guess;
    this.#chosen = {
      datum: this.#chosen.datum || guess.datum !== before.datum,
      system: this.#chosen.system || guess.system !== before.system
    };
    if (!placesAlike(this.#asked ?? this.#found, guess)) this.#start();
    return this.#asked !== undefined;
  }

  /** The guess as it stands: with what the reader has corrected, and what was found for that. */
  get guess(): ImportGuess {
    return this.#guess;
  }

  /** What of it is the reader's own answer. */
  get chosen(): Chosen {
    return this.#chosen;
  }

  /** Resolves when all that is to be found has been, also if it was ended before. Never rejects. */
  settled(): Promise<void> {
    if (!this.#asked && !placesAlike(this.#found, this.#guess)) this.#start();
    return this.#settled;
  }

  /** Look no more. */
  end(): void {
    this.#work?.abort();
    this.#asked = undefined;
  }

  #start(): void {
    this.end();
    this.#work = new AbortController();
    this.#asked = this.#guess;
    this.#settled = this.#find(this.#guess, this.#work.signal);
  }

  async #find(asked: ImportGuess, signal: AbortSignal): Promise<void> {
    const found = await this.look(asked, signal).catch(() => undefined);
    if (signal.aborted) return;
    this.#asked = undefined;
    this.#found = asked;
    if (found?.header.length !== asked.header.length) return;
    this.#guess = this.#found = withPositions(this.#guess, found, this.#chosen);
    this.tell(this.#guess);
  }
}
