import { storyIndex } from '#lib/features/stories/page';

export const load = storyIndex;
