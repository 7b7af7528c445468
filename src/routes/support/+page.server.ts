import { inLanguage } from '#lib/atlas/in-language';
import { supportPage } from '#lib/features/support/page';
import { getLocale } from '#lib/paraglide/runtime';

export const load = () => inLanguage(supportPage(), getLocale());
