import { inLanguage } from '#lib/atlas/in-language';
import { targetsPage } from '#lib/features/targets/page';
import { getLocale } from '#lib/paraglide/runtime';

export const load = () => inLanguage(targetsPage(), getLocale());
