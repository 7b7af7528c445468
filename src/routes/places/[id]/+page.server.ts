import { error } from '@sveltejs/kit';
import { indexAtlas } from '#lib/atlas/atlas';
import { inLanguage } from '#lib/atlas/in-language';
import { placesWithPage } from '#lib/atlas/related-places';
import { placePage } from '#lib/features/places/page';
import { getLocale } from '#lib/paraglide/runtime';
import { readAtlas, readPublished } from '#lib/site/prerender/read-data';

const places = () => placesWithPage(indexAtlas(readAtlas()));

export const entries = () => places().map(({ id }) => ({ id }));

export const load = ({ params }) => {
  const place = places().find(({ id }) => id === params.id);
  if (!place) error(404, params.id);
  return inLanguage(placePage(readAtlas(), readPublished(), place, getLocale()), getLocale());
};
