import { getContext, setContext } from 'svelte';
import { followStored } from '#lib/design/browser/follow-stored';

/** As many zones as a deck or a sheet can hold and stay readable. */
export const MOST_SHORTLISTED = 8;
const STORED_AS = 'shortlist';
const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
const KEY = Symbol('shortlist');

/**
 * Read a stored shortlist: a JSON array of zone ids. Anything else, written by hand or by a fault, is an empty list.
 * Ids that are well formed but unknown are kept: a later version of the data may know them.
 */
export function parseShortlist(stored: string | null): string[] {
  try {
    const value: unknown = JSON.parse(stored ?? '[]');
    if (!Array.isArray(value)) return [];
    return [...new Set(value.filter((id): id is string => typeof id === 'string' && ID.test(id)))].slice(0, MOST_SHORTLISTED);
  } catch {
    return [];
  }
}

/** The zones that a reader has put aside, in the reader's order. Kept in this browser only; empty until `open` has read it there. */
export class Shortlist {
  #zones = $state.raw<readonly string[]>([]);
  #ready = $state(false);

  get zones(): readonly string[] {
    return this.#zones;
  }

  /** false in prerendered HTML and until the browser's storage has been read */
  get ready(): boolean {
    return this.#ready;
  }

  get full(): boolean {
    return this.#zones.length >= MOST_SHORTLISTED;
  }

  has = (zone: string): boolean => this.#zones.includes(zone);

  add = (zone: string): void => {
    if (!this.has(zone) && !this.full) this.replace([...this.#zones, zone]);
  };

  remove = (zone: string): void => this.replace(this.#zones.filter((id) => id !== zone));

  replace = (zones: readonly string[]): void => {
    this.#zones = parseShortlist(JSON.stringify(zones));
    try {
      localStorage.setItem(STORED_AS, JSON.stringify(this.#zones));
    } catch {
      // storage is off or full: the list holds until the page is left
    }
  };

  /** Read the stored list and follow changes made in other tabs. @returns what ends the following */
  open = (): (() => void) => {
    const end = followStored(STORED_AS, (stored) => (this.#zones = parseShortlist(stored)));
    this.#ready = true;
    return end;
  };
}

export const setShortlist = (shortlist: Shortlist): Shortlist => setContext(KEY, shortlist);
export const useShortlist = (): Shortlist => getContext<Shortlist>(KEY);
