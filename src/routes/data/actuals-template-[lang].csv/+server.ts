import { error } from '@sveltejs/kit';
import { indexAtlas } from '#lib/atlas/atlas';
import { toCsv } from '#lib/features/own-data/table/csv';
import { actualsTemplate } from '#lib/features/own-data/table/templates';
import { readAtlas } from '#lib/site/prerender/read-data';
import { countingIn } from '#lib/features/own-data/template-words';

export const prerender = true;

const LANGUAGES = ['zh', 'en'] as const;
export const entries = () => LANGUAGES.map((lang) => ({ lang }));

/** The table of targets to fill in with actual values. */
export const GET = ({ params }) => {
  const language = LANGUAGES.find((one) => one === params.lang);
  if (!language) error(404);
  return new Response(toCsv(actualsTemplate(indexAtlas(readAtlas()), language, countingIn(language))), {
    headers: { 'content-type': 'text/csv; charset=utf-8' }
  });
};
