import { inLanguage } from '#lib/atlas/in-language';
import { timelinePage } from '#lib/features/timeline/page';
import { getLocale } from '#lib/paraglide/runtime';

export const load = () => inLanguage(timelinePage(), getLocale());
