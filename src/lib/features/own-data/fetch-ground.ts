import { loadAtlas } from '#lib/atlas/load-atlas';
import { loadNames, loadTopologies } from '#lib/atlas/load-topology';
import type { Topologies } from '#lib/atlas/load-topology';
import { indexAtlas } from '#lib/atlas/atlas';
import type { Atlas } from '#lib/atlas/atlas';
import type { ImportContext } from './table/import-context';

/** The facts and outlines that own rows are joined to. */
export type Ground = Readonly<{ atlas: Atlas; topologies: Topologies; context: ImportContext }>;

async function load(): Promise<Ground> {
  const [data, topologies, names] = await Promise.all([loadAtlas(), loadTopologies(), loadNames()]);
  // what the importer knows of the region: one object, so that its worker can go on with it
  const context: ImportContext = { units: data.admin, places: data.places, topology: topologies.focus ?? topologies.overview, ...names };
  return { atlas: indexAtlas(data), topologies, context };
}

let loading: Promise<Ground> | undefined;

/** Fetch what own rows are joined to, once. If it cannot be had, it is asked for again when it is needed. */
export async function fetchGround(): Promise<Ground> {
  try {
    return await (loading ??= load());
  } catch (error) {
    loading = undefined;
    throw error;
  }
}
