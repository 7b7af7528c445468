import { error } from '@sveltejs/kit';
import { storyPage } from '#lib/features/stories/page';
import { readStories } from '#lib/site/prerender/read-data';

// a pack may have no stories; the page of none is then never asked for
export const prerender = import.meta.env.PUBLIC_ON_DEMAND ? false : 'auto';
export const entries = () => readStories().map(({ id }) => ({ id }));

export const load = ({ params }) => storyPage(params.id) ?? error(404, params.id);
