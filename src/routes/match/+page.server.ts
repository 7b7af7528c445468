import { matchOptions } from '#lib/panels/match/match-options';
import { readAtlas } from '#lib/server/read-data';

/** The words to describe a project with; zones are scored in the browser. */
export const load = () => ({ options: matchOptions(readAtlas()) });
