import { timelineShapes } from '#lib/features/timeline/draw-maps';

export const prerender = true;

/** The outlines that the maps of all steps refer to. */
export const GET = () => new Response(timelineShapes(), { headers: { 'content-type': 'image/svg+xml' } });
