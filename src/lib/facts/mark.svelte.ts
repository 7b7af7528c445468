import type { Card, Opening } from './card-content';

const fetchCards = () => import('./open-card.svelte');

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
