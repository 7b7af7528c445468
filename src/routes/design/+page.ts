import { error } from '@sveltejs/kit';

/* For those who build the site: `npm run dev` has the page, the built site has not. */
export const prerender = import.meta.env.DEV;

export const load = () => {
  if (!import.meta.env.DEV) error(404);
};
