import { timelinePage } from '#lib/features/timeline/page';

export const load = timelinePage;
