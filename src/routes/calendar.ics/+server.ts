import { calendar } from '#lib/site/prerender/calendar';
import { toIcs } from '#lib/site/prerender/ics';

export const prerender = true;

/** Ends, deadlines and calls for a reader's calendar, in the language of the address. */
export const GET = () => new Response(toIcs(calendar()), { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
