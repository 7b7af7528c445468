import { targetsPage } from '#lib/features/targets/page';
import { getLocale } from '#lib/paraglide/runtime';

export const load = () => targetsPage(getLocale());
