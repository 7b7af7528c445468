import type { Atlas } from '#lib/atlas/atlas';
import type { Camera, ExplorerState, Selection } from '#lib/atlas/state';
import { parseTilesAddress } from '#lib/atlas/tiles-address';
import type { DataIndex } from '#lib/schema/atlas';
import { PLACE_KINDS, TIERS } from '#lib/schema/terms';
import { parseDay } from '#lib/schema/day';

/** A part of an address that could not be read; the reader is told and the rest is kept. */
export type UrlProblem = Readonly<{ parameter: string; value: string }>;

type Known = Readonly<{
  layouts: ReadonlyMap<string, unknown>;
  zones: ReadonlyMap<string, unknown>;
  sectors: ReadonlyMap<string, unknown>;
  documents: ReadonlyMap<string, unknown>;
  places: ReadonlyMap<string, unknown>;
  units: ReadonlyMap<string, unknown>;
  index: Pick<DataIndex, 'defaultLayout' | 'renamed'>;
}>;

/** What addresses may name. @param home layout shown where an address names none */
export const knownIds = (atlas: Atlas, home: string): Known => ({
  layouts: atlas.layout,
  zones: atlas.zone,
  sectors: atlas.sector,
  documents: atlas.document,
  places: atlas.place,
  units: atlas.unit,
  index: { defaultLayout: home, renamed: atlas.data.index.renamed }
});

/** “lon,lat,zoom”, within WGS 84 and MapLibre's range. */
function parseCamera(text: string): Camera | undefined {
  if (text.length > 40) return undefined;
  const [lon, lat, zoom, ...more] = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (lon === undefined || lat === undefined || zoom === undefined || more.length > 0) return undefined;
  const inside = Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22;
  return inside ? { lon, lat, zoom } : undefined;
}

/**
 * Read the explorer's state from search parameters. Total: whatever is written there, a usable state comes back,
 * and what could not be used is listed. Renamed ids are followed.
 */
export function parseState(params: URLSearchParams, known: Known): { state: ExplorerState; problems: UrlProblem[] } {
  const problems: UrlProblem[] = [];
  const refuse = (parameter: string, value: string): undefined => {
    problems.push({ parameter, value: value.slice(0, 60) });
    return undefined;
  };
  const renamed = new Map(known.index.renamed.map(({ from, to }) => [from, to]));
  const id = (parameter: string, ids: ReadonlyMap<string, unknown>): string | undefined => {
    const value = params.get(parameter);
    if (value === null || value === '') return undefined;
    const current = renamed.get(value) ?? value;
    return ids.has(current) ? current : refuse(parameter, value);
  };
  const list = <T extends string>(parameter: string, allowed: readonly T[]): T[] => {
    const value = params.get(parameter);
    if (!value) return [];
    const parts = [...new Set(value.split('.'))];
    const good = parts.filter((part): part is T => allowed.some((one) => one === part));
    if (good.length !== parts.length) refuse(parameter, value);
    return good;
  };

  const layout = id('layout', known.layouts) ?? known.index.defaultLayout;
  const zone = id('zone', known.zones);
  const unit = id('unit', known.units);
  const place = id('place', known.places);
  const selection: Selection | undefined = zone
    ? { kind: 'zone', id: zone }
    : unit
      ? { kind: 'unit', adcode: unit }
      : place
        ? { kind: 'place', id: place }
        : undefined;
  // one thing is selected at a time: a link that names more was not made here, and the reader should know which was left out
  if (unit && zone) refuse('unit', unit);
  if (place && (zone ?? unit)) refuse('place', place);
  const sector = id('sector', known.sectors);
  const document = id('doc', known.documents);
  const view = params.get('view');
  const camera = view ? (parseCamera(view) ?? refuse('view', view)) : undefined;
  const address = params.get('tiles');
  const tiles = address ? (parseTilesAddress(address) ? address : refuse('tiles', address)) : undefined;
  const date = params.get('day');
  const day = date ? (parseDay(date) ?? refuse('day', date)) : undefined;
  return {
    state: {
      layout,
      hiddenTiers: list('hide', TIERS),
      hiddenKinds: list('hideplaces', PLACE_KINDS),
      ...(selection ? { selection } : {}),
      ...(sector ? { sector } : {}),
      ...(document ? { document } : {}),
      ...(camera ? { camera } : {}),
      ...(tiles ? { tiles } : {}),
      ...(day ? { day } : {})
    },
    problems
  };
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** Write a state as search parameters; defaults are left out, the order is fixed. */
export function formatState(state: ExplorerState, defaultLayout: string): URLSearchParams {
  const params = new URLSearchParams();
  if (state.layout !== defaultLayout) params.set('layout', state.layout);
  switch (state.selection?.kind) {
    case 'zone':
      params.set('zone', state.selection.id);
      break;
    case 'unit':
      params.set('unit', state.selection.adcode);
      break;
    case 'place':
      params.set('place', state.selection.id);
      break;
    case undefined:
  }
  if (state.sector) params.set('sector', state.sector);
  if (state.document) params.set('doc', state.document);
  if (state.hiddenTiers.length > 0) params.set('hide', state.hiddenTiers.join('.'));
  if (state.hiddenKinds.length > 0) params.set('hideplaces', state.hiddenKinds.join('.'));
  if (state.tiles) params.set('tiles', state.tiles);
  if (state.day) params.set('day', state.day);
  if (state.camera) params.set('view', [round(state.camera.lon, 4), round(state.camera.lat, 4), round(state.camera.zoom, 2)].join(','));
  return params;
}
