import { matchOptions } from '#lib/features/match/options';
import { readAtlas } from '#lib/site/prerender/read-data';

/** The words to describe a project with; zones are scored in the browser. */
export const load = () => ({ options: matchOptions(readAtlas()) });
