import { EMPTY_PITCH, tidyPitch } from './state';
import type { PitchState } from './state';
import { followStored } from '#lib/design/browser/follow-stored';
import { formatDraft, parseDraft } from './address';
import type { KnownPitch, PitchProblem } from './address';

const STORED_AS = 'pitch';

/** All of a pitch but its zones, which are the shortlist. */
export type Words = Omit<PitchState, 'zones'>;

/** The maker's own pitch, as kept in this browser and nowhere else. */
export class Draft {
  words = $state.raw<Words>(EMPTY_PITCH);
  /** what of the stored pitch could not be used */
  problems = $state.raw<readonly PitchProblem[]>([]);
  /** zones whose notes were kept as shown before that was for the maker to choose; they are internal now */
  hidden = $state.raw<readonly string[]>([]);

  /**
   * Read what this browser keeps, and follow what other tabs make of it: the tab that saves last must not undo the others' words.
   * Whatever is stored there, a usable pitch comes of it. @returns what ends the following
   */
  open(known: KnownPitch): () => void {
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

  state(zones: readonly string[]): PitchState {
    return tidyPitch({ ...this.words, zones });
  }
}
