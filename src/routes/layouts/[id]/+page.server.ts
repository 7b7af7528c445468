import { explorerPage } from '#lib/features/explorer/page';
import { readAtlas } from '#lib/site/prerender/read-data';

export const entries = () => readAtlas().layouts.map(({ id }) => ({ id }));
export const load = ({ params }) => explorerPage(params.id);
