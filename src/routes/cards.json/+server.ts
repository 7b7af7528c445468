import { json } from '@sveltejs/kit';
import { drawCards } from '#lib/site/cards/all-cards';

export const prerender = true;

/** Share cards as drawings; scripts/finish.ts makes pictures of them and takes this file out of the site. */
export const GET = () => json(drawCards());
