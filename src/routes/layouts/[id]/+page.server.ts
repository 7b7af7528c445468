import { inLanguage } from '#lib/atlas/in-language';
import { explorerPage } from '#lib/features/explorer/page';
import { getLocale } from '#lib/paraglide/runtime';
import { readAtlas } from '#lib/site/prerender/read-data';

export const entries = () => readAtlas().layouts.map(({ id }) => ({ id }));
export const load = ({ params }) => inLanguage(explorerPage(params.id), getLocale());
