import { onMount } from 'svelte';
import { afterNavigate, beforeNavigate, pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';

/** What is typed or dragged is written this long after the last letter, ms: browsers limit how often an address may change. */
const PAUSE = 250;
/** A browser that has had enough is asked again after so long, ms. */
const AGAIN = 1000;

/**
 * The page's address as it is now, and ways to change it that load nothing and lay nothing out anew. The framework's `page.url` stays
 * behind when an address is written like this (shallow routing), so whoever wants the query or the fragment reads it here. What is about
 * to be written counts at once: nothing that a reader does waits for the address, and none of it is overtaken by an older one.
 * Only in a browser: prerendered pages have no query.
 */
class Address {
  /** the address that will be written when the reader pauses */
  #waiting = $state.raw<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** how often the query was changed by something else than this: a link, the way back */
  #turn = $state(0);
  /** the query as last seen or written */
  #search = '';

  get url(): URL {
    // a navigation changes the first, shallow routing the second
    void [page.url, page.state];
    return new URL(this.#waiting ?? location.href);
  }
  get params(): URLSearchParams {
    return this.url.searchParams;
  }
  get turn(): number {
    return this.#turn;
  }

  /** Watch what else changes the address. To be called once, by the root layout. */
  follow(): void {
    // steps back and forth leave behind what was about to be written; who goes on takes it along
    beforeNavigate(({ type }) => (type === 'popstate' ? this.#drop() : this.flush()));
    afterNavigate(() => this.#look());
    onMount(() => {
      const step = ({ state }: PopStateEvent) => {
        // without a state it is a jump within the page, which keeps the query
        if (state === null) this.flush(location.hash);
        else this.#drop();
        // another page's query is no concern of this one, which is about to go
        if (location.pathname === page.url.pathname) this.#look();
      };
      window.addEventListener('popstate', step);
      return () => window.removeEventListener('popstate', step);
    });
  }

  /** Go to another state of the page, which the way back undoes. @param href relative to the page; '' for no query */
  step(href: string): void {
    this.flush();
    this.#write(this.#resolve(href), pushState);
  }
  /** Put another state of the page in place of the present one, at once. @param href relative to the page; '' for no query */
  replace(href: string): void {
    this.soon(href);
    this.flush();
  }
  /** The same once the reader pauses: for what is typed or dragged. @param href relative to the page; '' for no query */
  soon(href: string): void {
    this.#wait(this.#resolve(href), PAUSE);
  }
  /** Write now what waits. */
  flush(hash = ''): void {
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    this.#drop();
    this.#write(waiting + hash, replaceState);
  }

  #write(href: string, write: typeof pushState): void {
    if (href === location.href) return;
    try {
      write(href, {});
    } catch {
      // too often for this browser; others leave the address as it was, and say nothing
    }
    if (location.href === href) this.#search = location.search;
    else this.#wait(href, AGAIN);
  }
  #wait(href: string, ms: number): void {
    this.#drop();
    this.#waiting = href;
    this.#timer = setTimeout(() => this.flush(), ms);
  }
  #drop(): void {
    clearTimeout(this.#timer);
    this.#waiting = undefined;
  }
  #look(): void {
    if (location.search === this.#search) return;
    this.#search = location.search;
    this.#turn++;
  }
  #resolve = (href: string): string => new URL(href || location.pathname, location.href).href;
}

export const address = new Address();

/**
 * What stands in a page's fields whose text goes through the address, letter by letter, readable or not: it is the reader's, and no
 * address that was written from it takes any of it away. Once something else changes the query, fields show what that says.
 */
export class TypedTexts {
  #held = $state.raw<Readonly<{ turn: number; texts: Readonly<Record<string, string>> }>>({ turn: -1, texts: {} });

  /** by field */
  get texts(): Readonly<Record<string, string>> {
    return this.#held.turn === address.turn ? this.#held.texts : {};
  }
  set(field: string, text: string): void {
    this.#held = { turn: address.turn, texts: { ...this.texts, [field]: text } };
  }
  clear(): void {
    this.#held = { turn: -1, texts: {} };
  }
}
