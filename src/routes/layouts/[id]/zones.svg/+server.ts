import { error } from '@sveltejs/kit';
import { readAtlas } from '#lib/site/prerender/read-data';
import { zoneShapes } from '#lib/site/prerender/zone-shapes';

export const prerender = true;

export const entries = () => readAtlas().layouts.map(({ id }) => ({ id }));

/** The outlines that a layout's small maps refer to, one for each zone. */
export const GET = ({ params }) => {
  const data = readAtlas();
  const layout = data.layouts.find(({ id }) => id === params.id);
  if (!layout) error(404, params.id);
  return new Response(zoneShapes(data, layout), { headers: { 'content-type': 'image/svg+xml' } });
};
