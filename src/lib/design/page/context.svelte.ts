import { getContext, setContext } from 'svelte';
import { browser } from '$app/environment';
import { resolve } from '$app/paths';
import { localizeHref } from '#lib/paraglide/runtime';
import { parseDay } from '#lib/schema/day';
import { address } from './address.svelte';

const KEY = Symbol('page');

/**
 * What every page knows about its reader's address: the day for which status is shown, and how to link on.
 * Set up once by the root layout; read with usePage().
 */
export class PageContext {
  /** true once a browser runs the page: what needs a script is shown or enabled from then on */
  running = $state(false);
  /** day picked by the reader (?day=), YYYY-MM-DD; prerendered pages have no query */
  readonly picked = $derived(browser && this.running ? parseDay(address.params.get('day')) : undefined);
  /** today once a browser has told; the build's day in prerendered HTML */
  #today = $state('');

  constructor(buildDay: string) {
    this.#today = buildDay;
  }

  /** day for which document status is shown */
  get day(): string {
    return this.picked ?? this.#today;
  }

  /** A browser runs the page, and says what day it is. */
  start(day: string): void {
    this.#today = day;
    this.running = true;
  }

  /**
   * Address of a page of this site in the reader's language, keeping the picked day.
   * @param path from the site's root, with a slash at the end and optionally ?query and #fragment, e.g. "/zones/x/"
   */
  href = (path: string): string => {
    const [, pathname = '/', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(path) ?? [];
    const params = new URLSearchParams(query);
    if (this.picked) params.set('day', this.picked);
    const search = params.size > 0 ? `?${params.toString()}` : '';
    // every path comes from the pack's ids; the router's typed routes cannot know them
    return `${localizeHref(resolve(pathname as '/'))}${search}${fragment}`;
  };
}

export const setPage = (context: PageContext): PageContext => setContext(KEY, context);
export const usePage = (): PageContext => getContext<PageContext>(KEY);
