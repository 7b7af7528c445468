import { isAt } from '#lib/atlas/admin-units';
import type { Atlas } from '#lib/atlas/atlas';
import type { Zone } from '#lib/schema/atlas';
import { baseMap } from '#lib/map/picture/base-map';
import type { BaseMap } from '#lib/map/picture/base-map';
import { levelOf, widened } from '#lib/map/picture/frame';
import type { Bounds } from '#lib/map/picture/frame';
import { drawMap } from '#lib/map/picture/map-part';
import { buildScene } from '#lib/map/picture/plan';
import { drawUnitMap } from '#lib/map/picture/unit-map';
import type { MapPoint, UnitFill } from '#lib/map/picture/unit-map';
import { readTopology } from '../prerender/read-data';
import { CARD_MAP } from './card-sheet';

/** Size of a unit of the map, px: names must be read on a card a third as large. */
const UNIT = 1.05;
/** Of names on a whole layout, which has most of them. */
const CROWDED = 0.82;

/** The bare maps of whole regions: many cards show the same. */
const bases = new Map<string, BaseMap>();

/** The bare map of a region. */
function baseOf(atlas: Atlas, frame: string): BaseMap {
  const known = bases.get(frame);
  if (known) return known;
  const bounds = atlas.unit.get(frame)?.bbox;
  if (!bounds) throw new Error(`No unit ${frame} to show on a card.`);
  const made = baseMap(readTopology(frame === atlas.data.index.focusPrefecture ? 'focus' : 'overview'), bounds, CARD_MAP.width, CARD_MAP.height, UNIT, frame);
  bases.set(frame, made);
  return made;
}

/** Room around what is looked at from near: a share of its larger side, and km. */
const AROUND = { share: 0.75, km: 12 } as const;
/** Nearer only where that leaves out this much of the region. */
const NEARER = 0.45;

/** Bounds close to something small in a region; undefined where the whole region is as good. */
function closeTo(atlas: Atlas, bbox: Bounds | undefined, frame: string): Bounds | undefined {
  const home = atlas.unit.get(frame)?.bbox;
  if (!bbox || !home) return undefined;
  const near = widened(bbox, AROUND.share, AROUND.km);
  return areaOf(near) < NEARER * areaOf(home) ? near : undefined;
}
const areaOf = ([west, south, east, north]: Bounds): number => (east - west) * (north - south);
const nearBase = (bounds: Bounds): BaseMap => baseMap(readTopology('overview'), bounds, CARD_MAP.width, CARD_MAP.height, UNIT);

/** A layout, all of it or with a zone standing out, as exported pictures draw it. */
export function layoutMap(atlas: Atlas, layout: string, zone?: Zone): string {
  const frame = atlas.layout.get(layout)?.adcode ?? atlas.data.index.province;
  const near = closeTo(atlas, zone?.bbox, frame);
  const scene = buildScene(atlas, {
    layout,
    // a whole layout's places would be a swarm
    ...(zone ? { zones: [zone.id] } : { places: [] }),
    frame,
    sparse: near === undefined,
    width: CARD_MAP.width,
    height: CARD_MAP.height,
    day: atlas.data.index.statusAsOf,
    furniture: false
  });
  return near
    ? drawMap({ ...scene, bounds: near, level: levelOf(near) }, nearBase(near), UNIT, () => [])
    : drawMap(scene, baseOf(atlas, frame), zone ? UNIT : CROWDED, () => []);
}

/** So many units have their names in strong letters; of more, only the surroundings are named. */
const MOST_NAMED = 6;

/** Units of a region in colours. @param point a place in them to mark */
export function regionMap(atlas: Atlas, frame: string, fills: readonly UnitFill[], point?: MapPoint): string {
  const codes = [...new Set(fills.flatMap(({ units }) => units))];
  const filled = codes.flatMap((code) => atlas.unit.get(code) ?? []);
  const named = filled.length > MOST_NAMED ? [] : filled;
  const near = closeTo(atlas, filled.length === 1 ? filled[0]?.bbox : undefined, frame);
  const level = near && levelOf(near);
  const around = atlas.data.admin.filter((unit) => !named.includes(unit) && (level ? isAt(unit, level) : unit.parent === frame));
  return drawUnitMap(near ? nearBase(near) : baseOf(atlas, frame), fills, named, around, UNIT, point);
}
