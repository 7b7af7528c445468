import { error } from '@sveltejs/kit';
import { sliceStory } from '#lib/features/stories/slice';
import { readAtlas, readStories } from '#lib/site/prerender/read-data';
import { drawStory } from '#lib/features/stories/draw-maps';

// a pack may have no stories; the page of none is then never asked for
export const prerender = import.meta.env.PUBLIC_ON_DEMAND ? false : 'auto';
export const entries = () => readStories().map(({ id }) => ({ id }));

export const load = ({ params }) => {
  const data = readAtlas();
  const story = readStories().find(({ id }) => id === params.id);
  if (!story) error(404, params.id);
  return { story, slice: sliceStory(data, story), ...drawStory(data, story) };
};
