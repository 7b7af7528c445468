import type { Atlas } from '#lib/atlas/atlas';
import { zonePlaces } from '#lib/atlas/atlas';
import { deriveView } from '#lib/atlas/view';
import type { ExplorerView } from '#lib/atlas/view';
import { locatedPlaces } from '../layers/places';
import type { LocatedPlace } from '../layers/places';
import { around, levelOf, overlap, widened } from './frame';
import type { Bounds } from './frame';
import type { Zone } from '#lib/schema/atlas';
import { lightTokens } from '#lib/design/tokens/light-tokens';
import type { HueColours, MapTokens } from '#lib/design/tokens/tokens';
import type { PictureRequest } from './request';

/** A zone on the picture. */
export type SceneZone = Readonly<{
  zone: Zone;
  /** behind the zones that stand out */
  faded: boolean;
  colours: HueColours;
}>;

/** All that is to be drawn, before anything is: map and legend both follow it. */
export type Scene = Readonly<{
  atlas: Atlas;
  request: PictureRequest;
  tokens: MapTokens;
  view: ExplorerView;
  zones: readonly SceneZone[];
  /** zones that stand out but have no known area */
  undrawn: readonly Zone[];
  places: readonly LocatedPlace[];
  unlocated: number;
  /** no zone fills the ground: overlapping tasks, a list of sites */
  undivided: boolean;
  /** what is to be seen at least */
  bounds: Bounds;
  /** the units that are named */
  level: 'prefecture' | 'county';
  /** a few zones seen from near: their places have names */
  near: boolean;
}>;

/** So few zones are looked at from near, if they take up no more of the layout than this. */
const FEW = 3;
const NEAR_SHARE = 0.45;
/** So few overlapping tasks can each fill their ground. */
const APART = 1;

/** Decide what the picture shows. An unknown layout falls back to the first one, unknown zones and places are left out. */
export function buildScene(atlas: Atlas, request: PictureRequest): Scene {
  const base = deriveView(atlas, { layout: request.layout, hiddenTiers: [], hiddenKinds: [], day: request.day }, request.day);
  const wanted = new Set((request.zones ?? []).filter((id) => base.zones.some(({ zone }) => zone.id === id)));
  const shown = (zone: Zone) => wanted.size === 0 || wanted.has(zone.id);
  const zones = base.zones.map((entry) => ({ ...entry, active: shown(entry.zone) }));
  const active = zones.filter((entry) => entry.active).map(({ zone }) => zone);

  const home: Bounds = atlas.unit.get(base.layout.adcode)?.bbox ??
    around(base.zones.flatMap(({ zone }) => (zone.bbox ? [zone.bbox] : []))) ?? [118, 27, 123, 31.2];
  const few = wanted.size > 0 && wanted.size <= FEW ? around(active.flatMap(({ bbox }) => (bbox ? [bbox] : []))) : undefined;
  const framed = request.frame ? atlas.unit.get(request.frame)?.bbox : undefined;
  const near = !framed && few !== undefined && areaOf(few) < NEAR_SHARE * areaOf(home);
  const together = request.close ? around(active.flatMap(({ bbox }) => (bbox ? [bbox] : []))) : undefined;
  const bounds = framed ?? (near && few ? widened(few, 0.28, 6) : together ? widened(together, 0.06, 4) : home);

  const placeIds = new Set(request.places ?? active.flatMap(zonePlaces));
  const places = atlas.data.places.filter(({ id }) => placeIds.has(id)).map((place) => ({ place, active: true, selected: false }));
  const located = locatedPlaces(places);
  const tokens = lightTokens();
  const drawn = sceneZones({ ...base, zones }, tokens, bounds);
  return {
    atlas,
    request,
    tokens,
    view: { ...base, zones, places },
    zones: drawn,
    undrawn: active.filter(({ units }) => units.length === 0),
    places: located.filter(({ position: [lon, lat] }) => lon > bounds[0] && lon < bounds[2] && lat > bounds[1] && lat < bounds[3]),
    unlocated: places.length - located.length,
    undivided: base.stacked && drawn.filter(({ faded }) => !faded).length > APART,
    bounds,
    level: levelOf(bounds),
    near
  };
}

const areaOf = ([west, south, east, north]: Bounds): number => (east - west) * (north - south);

/** The zones to draw: those with units, in the layout's order. */
function sceneZones({ zones }: Pick<ExplorerView, 'zones'>, tokens: MapTokens, bounds: Bounds): SceneZone[] {
  return zones.flatMap(({ zone, active }): SceneZone[] => {
    if (zone.units.length === 0 || (zone.bbox && !overlap(zone.bbox, bounds))) return [];
    return [{ zone, faded: !active, colours: tokens.hue[zone.hue] }];
  });
}
