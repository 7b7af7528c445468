import { publishedPage } from '#lib/features/targets/page';
import { getLocale } from '#lib/paraglide/runtime';

export const load = () => publishedPage(getLocale());
