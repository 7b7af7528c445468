import { inLanguage } from '#lib/atlas/in-language';
import { explorerPage } from '#lib/features/explorer/page';
import { getLocale } from '#lib/paraglide/runtime';
import { readAtlas } from '#lib/site/prerender/read-data';

export const load = () => inLanguage(explorerPage(readAtlas().index.defaultLayout), getLocale());
