import { publishedPage } from '#lib/features/targets/page';

export const load = () => publishedPage();
