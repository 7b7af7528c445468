import type { Note } from '#lib/schema/atlas';
import type { Source } from '#lib/design/page/footnotes.svelte';

/** How a mark's card was opened: pointing and focus (by their selectors) only show it; a tap or key keeps it open. */
export type Opening = ':hover' | ':focus-visible' | 'tap' | 'key';

/** A fact by its stable id, and in the reader's words for citation and report. */
export type NamedFact = Readonly<{ id: string; title: string }>;

/** What a mark's card tells. */
export type CardContent =
  | Readonly<{
      kind: 'sources';
      sources: readonly Source[];
      /** what the document prints for the fact, for a source */
      words: (source: Source) => string | undefined;
      fact: NamedFact | undefined;
      day: string;
      /** of the data */
      version: string;
    }>
  | Readonly<{ kind: 'notes'; notes: readonly Note[] }>;

/** A mark's card: what it tells, its name, and the contexts of the part that it stands in. */
export type Card = Readonly<{ label: string; content: CardContent; contexts: Map<unknown, unknown> }>;

const fetchCards = () => import('./open-card');

/**
 * A mark that shows a card when it is pointed at, has the focus, or is tapped; without a script it is the link that it is. The card's code is
 * fetched when somebody comes near. An attachment of Svelte's: a page has hundreds of marks, and a component each would weigh.
 */
export const opensCard =
  (card: () => Card) =>
  (link: HTMLAnchorElement): (() => void) => {
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function show(by: Opening): Promise<void> {
      const asked = by === 'tap' || by === 'key';
      try {
        const { openCard } = await fetchCards();
        // whoever only passed by has gone on meanwhile
        if (!gone.signal.aborted && (asked || link.matches(by))) openCard(link, by, card(), gone.signal);
      } catch {
        // where it leads says the same
        if (asked) location.assign(link.href);
      }
    }
    const on = <K extends keyof HTMLElementEventMap>(type: K, act: (event: HTMLElementEventMap[K]) => void) =>
      link.addEventListener(type, act, { signal: gone.signal });
    on('pointerenter', ({ pointerType }) => {
      // a finger asks at once
      void fetchCards().catch(() => undefined);
      if (pointerType === 'mouse') timer = setTimeout(() => void show(':hover'), 120);
    });
    on('pointerleave', () => clearTimeout(timer));
    on('focus', () => void show(':focus-visible'));
    on('click', (event) => {
      // a new tab is asked for: that is where it leads
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void show(event.detail === 0 ? 'key' : 'tap');
    });
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  };
