import { timelinePage } from '#lib/server/timeline-page';

export const load = () => timelinePage();
