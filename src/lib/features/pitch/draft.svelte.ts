import { EMPTY_OWN, tidyOwn } from './state';
import type { OwnPitch } from './state';
import { followStored } from '#lib/design/browser/follow-stored';
import { formatDraft, parseDraft } from './address';
import type { KnownPitch, PitchProblem } from './address';

const STORED_AS = 'pitch';
/** The pitch before the one that took its place. */
const EARLIER = 'pitch-earlier';

/** All of a pitch but its zones, which are the shortlist. */
export type Words = Omit<OwnPitch, 'zones'>;

/** The maker's own pitch, as kept in this browser and nowhere else. */
export class Draft {
  words = $state.raw<Words>(EMPTY_OWN);
  /** what of the stored pitch could not be used */
  problems = $state.raw<readonly PitchProblem[]>([]);
  /** zones whose notes were kept as shown before that was for the maker to choose; they are internal now */
  hidden = $state.raw<readonly string[]>([]);

  /** the pitch that another one took the place of, until it is brought back or all is cleared */
  earlier = $state.raw<OwnPitch>();

  /**
   * Read what this browser keeps, and follow what other tabs make of it: the tab that saves last must not undo the others' words.
   * Whatever is stored there, a usable pitch comes of it. @returns what ends the following
   */
  open(known: KnownPitch): () => void {
    const ends = [followStored(EARLIER, (stored) => (this.earlier = stored ? parseDraft(stored, known).state : undefined))];
    ends.push(this.#follow(known));
    return () => ends.forEach((end) => end());
  }

  #follow(known: KnownPitch): () => void {
    return followStored(STORED_AS, (stored) => {
      const { state, problems, hidden } = parseDraft(stored ?? '', known);
      this.words = state;
      this.hidden = hidden;
      this.problems = problems;
    });
  }

  /** @param zones the shortlist: notes are kept with the zones that they are about */
  save(words: Words, zones: readonly string[]): void {
    this.words = words;
    try {
      localStorage.setItem(STORED_AS, formatDraft(this.state(zones)));
    } catch {
      // storage is off or full
    }
  }

  /** @param state the pitch whose place another takes; undefined: there is none to bring back any more */
  keepEarlier(state: OwnPitch | undefined): void {
    this.earlier = state;
    try {
      if (state) localStorage.setItem(EARLIER, formatDraft(state));
      else localStorage.removeItem(EARLIER);
    } catch {
      // storage is off or full: it can be brought back until the page is left
    }
  }

  state(zones: readonly string[]): OwnPitch {
    return tidyOwn({ ...this.words, zones });
  }
}
