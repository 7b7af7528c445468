import type { Topology } from 'topojson-specification';
import type { Atlas } from './atlas';
import { NO_OTHER_NAMES } from '#lib/schema/names';
import type { FormerUnit, OtherNames } from '#lib/schema/names';
import { DataError, loadJson } from './load-atlas';

/** The geometry that the interactive map draws; `focus` is the finer one around the focus prefecture, if the region has one. */
export type Topologies = Readonly<{ overview: Topology; focus?: Topology }>;

/** What readers' tables call places beside the names that the facts use. */
export type NameLists = Readonly<{ former: readonly FormerUnit[]; other: OtherNames }>;

/** Fetch names of earlier times, of towns and development zones, and of what is elsewhere; none where they cannot be had: only tables that readers bring use them. */
export async function loadNames(signal?: AbortSignal): Promise<NameLists> {
  const orNone = <T>(loading: Promise<T>, none: T): Promise<T> =>
    loading.catch((error: unknown) => {
      if (error instanceof DataError) return none;
      throw error;
    });
  const [former, other] = await Promise.all([
    orNone(loadJson<readonly FormerUnit[]>('boundaries/former.json', signal), []),
    orNone(loadJson<OtherNames>('boundaries/names.json', signal), NO_OTHER_NAMES)
  ]);
  return { former, other };
}

/** Fetch the overview geometry. @throws DataError */
export const loadOverview = (signal?: AbortSignal): Promise<Topology> => loadJson<Topology>('boundaries/overview.topo.json', signal);

/** Fetch the finer geometry; undefined where there is none or it cannot be had (the overview still serves). */
export async function loadFocus(signal?: AbortSignal): Promise<Topology | undefined> {
  try {
    return await loadJson<Topology>('boundaries/focus.topo.json', signal);
  } catch (error) {
    if (error instanceof DataError) return undefined;
    throw error;
  }
}

/** Fetch all geometry that there is. @throws DataError where the overview cannot be had */
export async function loadTopologies(signal?: AbortSignal): Promise<Topologies> {
  const [overview, focus] = await Promise.all([loadOverview(signal), loadFocus(signal)]);
  return focus ? { overview, focus } : { overview };
}

/** The finer geometry where a layout lies in the focus city and it is there. */
export const topologyOf = (atlas: Atlas, { overview, focus }: Topologies, layout: string): Topology =>
  focus && atlas.layout.get(layout)?.adcode === atlas.data.index.focusPrefecture ? focus : overview;
