import { error } from '@sveltejs/kit';
import { inLanguage } from '#lib/atlas/in-language';
import { storyPage } from '#lib/features/stories/page';
import { getLocale } from '#lib/paraglide/runtime';
import { readStories } from '#lib/site/prerender/read-data';

// a pack may have no stories; the page of none is then never asked for
export const prerender = import.meta.env.PUBLIC_ON_DEMAND ? false : 'auto';
export const entries = () => readStories().map(({ id }) => ({ id }));

export const load = ({ params }) => inLanguage(storyPage(params.id) ?? error(404, params.id), getLocale());
