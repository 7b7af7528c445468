import { getContext, setContext } from 'svelte';
import type { DocumentStatus, Note, PolicyDocument } from '#lib/schema/atlas';

/** One thing at a page's foot, with the number that it has there at the moment. */
export class Footnote<T> {
  number: number = $state(0);
  readonly key: string;
  readonly what: T;

  constructor(key: string, what: T, number: number) {
    this.key = key;
    this.what = what;
    this.number = number;
  }
}

/**
 * Numbers for what facts point to, each thing once, in the order in which a reader meets them. Prerendering meets them in that order anyway;
 * in a browser, where parts of a page come and go, the marks' places in the document decide.
 */
export class Footnotes<T> {
  readonly #known = new Map<string, Footnote<T>>();
  readonly #held = new Map<Element, readonly Footnote<T>[]>();
  #listed = $state.raw<readonly Footnote<T>[]>();
  #due = false;

  /** What the page points to now, in order. */
  get listed(): readonly Footnote<T>[] {
    return this.#listed ?? [...this.#known.values()];
  }

  /** The footnote for a thing; a thing that is new gets the next number. */
  of(key: string, what: T): Footnote<T> {
    const note = this.#known.get(key) ?? new Footnote(key, what, this.#known.size + 1);
    this.#known.set(key, note);
    return note;
  }

  /** A mark's element points to these: an attachment of Svelte's. */
  hold(notes: readonly Footnote<T>[]): (element: Element) => () => void {
    return (element) => {
      this.#held.set(element, notes);
      this.#settleSoon();
      return () => {
        this.#held.delete(element);
        this.#settleSoon();
      };
    };
  }

  #settleSoon(): void {
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      this.#settle();
    });
  }

  #settle(): void {
    const marks = [...this.#held].sort(([a], [b]) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    const next = [...new Set(marks.flatMap(([, notes]) => notes))];
    next.forEach((note, i) => (note.number = i + 1));
    if (next.length !== this.#listed?.length || next.some((note, i) => note !== this.#listed?.[i])) this.#listed = next;
  }
}

/** What a fact rests on. */
export type Source = Readonly<{ document: PolicyDocument; clause: string }>;

/** A page's (or panel's) foot: what its marks count by. */
export type PageFoot = Readonly<{
  sources: Footnotes<Source>;
  notes: Footnotes<Note>;
  /** standing of what the page or the part at hand is about: only others are marked */
  standing: () => DocumentStatus;
  /** it is the page's own, of which there is one: its lines have addresses */
  page: boolean;
  /** whether these sources of a fact were cited for the whole part at its head */
  covered: (sources: string) => boolean;
}>;

const KEY = Symbol('footnotes');

/** The foot that facts here point to; none in a part without a list at its end, where sources stand in words. */
export const useFootnotes = (): PageFoot | undefined => getContext<PageFoot | undefined>(KEY);

/** Count anew from here down: for a page or panel that ends with the list. */
export const setFootnotes = (standing: () => DocumentStatus = () => 'in-force', page = false): PageFoot =>
  setContext(KEY, { sources: new Footnotes(), notes: new Footnotes(), standing, page, covered: () => false } satisfies PageFoot);

/** A part of a page in which other things go without saying. */
export function amendFootnotes(change: Partial<Pick<PageFoot, 'standing' | 'covered'>>): void {
  const foot = useFootnotes();
  if (foot) setContext(KEY, { ...foot, ...change } satisfies PageFoot);
}
