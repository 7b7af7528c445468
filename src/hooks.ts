import type { Reroute } from '@sveltejs/kit';
import { deLocalizeUrl } from '#lib/paraglide/runtime';

/** `/en/…` is served by the same routes as `/…`; the language is read from the address. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;
