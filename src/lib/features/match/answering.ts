/* What answers a project: fetched when somebody is about to enter one. */
export { indexAtlas } from '#lib/atlas/atlas';
export { assessZones } from './assess';
export { matchZones } from './rank';
export { steadiness } from './sensitivity';
export { countText, projectText } from './text';
export { default as MatchResults } from './Results.svelte';
export { default as ResultTools } from './ResultTools.svelte';
