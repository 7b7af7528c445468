import { explorerPage } from '#lib/server/explorer-page';
import { readAtlas } from '#lib/server/read-data';

export const entries = () => readAtlas().layouts.map(({ id }) => ({ id }));
export const load = ({ params }) => explorerPage(params.id);
