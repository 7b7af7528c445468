/* What answers a project: fetched when somebody is about to enter one. */
export { indexAtlas } from '#lib/domain/atlas';
export { assessZones } from '#lib/domain/matching/assess';
export { matchZones } from '#lib/domain/matching/match';
export { steadiness } from '#lib/domain/matching/sensitivity';
export { countText, projectText } from '#lib/panels/match/match-text';
export { default as MatchResults } from '#lib/panels/match/MatchResults.svelte';
export { default as ResultTools } from '#lib/panels/match/ResultTools.svelte';
