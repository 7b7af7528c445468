import { onMount } from 'svelte';
import { afterNavigate, beforeNavigate, pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';

/** What is typed or dragged is written this long after the last letter, ms: browsers limit how often an address may change. */
const PAUSE = 250;
/** A browser that has had enough is asked again after so long, ms. */
const AGAIN = 1000;

/** the address that will be written when the reader pauses */
let waiting = $state.raw<string>();
let timer: ReturnType<typeof setTimeout> | undefined;
/** how often the query was changed by something else than this: a link, the way back */
let turn = $state.raw(0);
/** the query as last seen or written */
let known = '';

const resolve = (href: string): string => new URL(href || location.pathname, location.href).href;
function drop(): void {
  clearTimeout(timer);
  waiting = undefined;
}
function wait(href: string, ms: number): void {
  drop();
  waiting = href;
  timer = setTimeout(flush, ms);
}
function write(href: string, save: typeof pushState): void {
  if (href === location.href) return;
  try {
    save(href, {});
  } catch {
    // too often for this browser; others leave the address as it was, and say nothing
  }
  if (location.href === href) known = location.search;
  else wait(href, AGAIN);
}
function flush(hash = ''): void {
  const href = waiting;
  drop();
  if (href) write(href + hash, replaceState);
}
function look(): void {
  if (location.search === known) return;
  known = location.search;
  turn++;
}

/**
 * The page's address as it is now, and ways to change it that load nothing and lay nothing out anew. The framework's `page.url` stays
 * behind when an address is written like this (shallow routing), so whoever wants the query or the fragment reads it here. What is about
 * to be written counts at once: nothing that a reader does waits for the address, and none of it is overtaken by an older one.
 * Only in a browser: prerendered pages have no query. Addresses to write are relative to the page; '' is the page without a query.
 */
export const address = {
  get url(): URL {
    // a navigation changes the first, shallow routing the second
    void [page.url, page.state];
    return new URL(waiting ?? location.href);
  },
  get params(): URLSearchParams {
    return address.url.searchParams;
  },
  /** Changes when the query was changed by something else than this: a link, the way back. */
  get turn(): number {
    return turn;
  },
  /** Go to another state of the page, which the way back undoes. */
  step(href: string): void {
    flush();
    write(resolve(href), pushState);
  },
  /** Put another state of the page in place of the present one, for the address as soon as the reader pauses: typing, dragging, stepping through. */
  soon(href: string): void {
    wait(resolve(href), PAUSE);
  },
  /** Write now what waits. */
  flush: (): void => flush(),
  /** Watch what else changes the address. To be called once, by the root layout, which stays as long as the site is open. */
  follow(): void {
    // steps back and forth leave behind what was about to be written; who goes on takes it along
    beforeNavigate(({ type }) => (type === 'popstate' ? drop() : flush()));
    afterNavigate(look);
    onMount(() =>
      addEventListener('popstate', ({ state }) => {
        // without a state it is a jump within the page, which keeps the query
        if (state) drop();
        else flush(location.hash);
        // another page's query is no concern of this one, which is about to go
        if (location.pathname === page.url.pathname) look();
      })
    );
  }
};
