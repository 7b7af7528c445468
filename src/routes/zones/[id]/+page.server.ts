import { error } from '@sveltejs/kit';
import { sliceAtlas } from '#lib/domain/slice';
import { readAtlas } from '#lib/server/read-data';

export const entries = () => readAtlas().zones.map(({ id }) => ({ id }));

export const load = ({ params }) => {
  const data = readAtlas();
  if (!data.zones.some(({ id }) => id === params.id)) error(404, params.id);
  return { slice: sliceAtlas(data, new Set([params.id])), id: params.id };
};
