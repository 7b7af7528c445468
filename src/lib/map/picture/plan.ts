import type { Atlas } from '#lib/atlas/atlas';
import { zonePlaces } from '#lib/atlas/atlas';
import { deriveView } from '#lib/atlas/view';
import type { ExplorerView } from '#lib/atlas/view';
import { cssColour } from '../layers/colour';
import { locatedPlaces } from '../layers/places';
import type { LocatedPlace } from '../layers/places';
import { drawnZones, toneColours, toneOf } from '../layers/zone-tone';
import type { DrawnZone } from '../layers/zone-tone';
import { around, overlap, widened } from './frame';
import type { Bounds } from './frame';
import type { Zone } from '#lib/schema/atlas';
import { lightTokens } from '#lib/design/tokens/light-tokens';
import type { MapTokens } from '#lib/design/tokens/tokens';
import { MOTIFS } from '#lib/design/tokens/tier-look';
import type { Motif } from '#lib/design/tokens/tier-look';
import type { PictureRequest } from './request';

/** A zone on the picture. */
export type SceneZone = Readonly<{
  drawn: DrawnZone;
  zone: Zone;
  /** behind the zones that stand out */
  faded: boolean;
  colour: string;
  motif: Motif | undefined;
  /** members that the document itself does not state */
  dashed: boolean;
  /** in the legend and on the map, where zones are told apart by number */
  number: number | undefined;
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
  /** tasks overlap too much for hatches: areas are tinted by how many name them */
  tinted: boolean;
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
/** More overlapping tasks than this are told apart by number. */
const HATCHED = 2;
/** A wider picture names prefectures, a nearer one counties; degrees of longitude. */
const COUNTY_SPAN = 3.4;

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
  const kind = base.layout.kind;
  const tinted = kind === 'assignment' && drawn.filter(({ faded }) => !faded).length > HATCHED;
  const numbered = tinted || (kind === 'bases' && drawn.filter(({ faded }) => !faded).length > HATCHED);
  return {
    atlas,
    request,
    tokens,
    view: { ...base, zones, places },
    zones: numbered ? withNumbers(drawn, tokens) : drawn,
    undrawn: active.filter(({ units }) => units.length === 0),
    places: located.filter(({ position: [lon, lat] }) => lon > bounds[0] && lon < bounds[2] && lat > bounds[1] && lat < bounds[3]),
    unlocated: places.length - located.length,
    tinted,
    bounds,
    level: bounds[2] - bounds[0] > COUNTY_SPAN ? 'prefecture' : 'county',
    near
  };
}

const areaOf = ([west, south, east, north]: Bounds): number => (east - west) * (north - south);

function sceneZones({ zones }: Pick<ExplorerView, 'zones'>, tokens: MapTokens, bounds: Bounds): SceneZone[] {
  const tones = toneColours(tokens);
  return drawnZones(zones).flatMap((drawn): SceneZone[] => {
    const { zone, active } = drawn.view;
    if (zone.bbox && !overlap(zone.bbox, bounds)) return [];
    const motifs = MOTIFS[zone.tier];
    // shades tell hatched zones apart; plain ones share a colour, as the legend names them together
    const tone = tones.get(motifs ? drawn.tone : toneOf(zone.tier, 0));
    if (!tone) return [];
    const motif = motifs?.[drawn.index % motifs.length];
    return [{ drawn, zone, faded: !active, colour: cssColour(tone), motif, dashed: zone.membership !== 'primary', number: undefined }];
  });
}

/** Numbers tell zones apart, so shades need not. */
function withNumbers(zones: readonly SceneZone[], { tier }: MapTokens): SceneZone[] {
  let count = 0;
  return zones.map((entry) => (entry.faded ? entry : { ...entry, colour: tier[entry.zone.tier], number: ++count }));
}
