/* What makes a decision sheet: fetched once a browser runs the page, with the facts. */
import { indexAtlas } from '#lib/atlas/atlas';
import type { Atlas } from '#lib/atlas/atlas';
import { outlinesOf } from '#lib/atlas/ground-distance';
import type { Outlines } from '#lib/atlas/ground-distance';
import { DataError, loadAtlas, loadJson } from '#lib/atlas/load-atlas';
import { loadOverview } from '#lib/atlas/load-topology';
import type { Support, SupportInput } from '#lib/schema/support';

export { formatDecision, parseDecision } from './address';
export { buildDecision } from './weigh';
export { default as DecisionPaper } from './Paper.svelte';

/** The facts, and what the estimator asks. @throws DataError */
export async function loadFacts(): Promise<[atlas: Atlas, inputs: readonly SupportInput[]]> {
  const [data, support] = await Promise.all([loadAtlas(), loadJson<Support>('support.json')]);
  return [indexAtlas(data), support.inputs];
}

/** Outlines of units; none where they cannot be had: distances are then from parks alone. */
export async function loadOutlines(): Promise<Outlines | undefined> {
  try {
    return outlinesOf(await loadOverview());
  } catch (error) {
    if (error instanceof DataError) return undefined;
    throw error;
  }
}
