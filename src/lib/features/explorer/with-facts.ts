/* What the explorer needs once it has all facts, and not before: fetched with them. */

export { membershipTable } from '#lib/atlas/membership-table';
export { default as Citations } from '#lib/facts/Citations.svelte';
export { reduce } from '#lib/atlas/state';
export { formatState, knownIds, parseState } from './address';
