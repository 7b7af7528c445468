import type { MultiPolygon, Polygon, Position } from 'geojson';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Place, Zone } from '#lib/schema/atlas';
import type { Atlas } from './atlas';
import { ACCESS_KINDS, greatCircleKm, placeAnchor } from './distances';
import type { AccessKind } from './distances';

/*
 * Distances from a zone's ground: the outlines of its units, as the boundary files draw them. Parks are points in it (distances.ts); a project
 * may be built anywhere on it.
 */

type Outline = Polygon | MultiPolygon;

/** Outlines of units by adcode, WGS 84 degrees. */
export type Outlines = ReadonlyMap<string, Outline>;

/** Outlines of all counties and prefectures of a boundary file. */
export function outlinesOf(topology: Topology): Outlines {
  const areas = ['counties', 'prefectures'].flatMap((name) => {
    const objects = topology.objects[name] as GeometryCollection<{ adcode?: string }> | undefined;
    return objects ? feature(topology, objects).features : [];
  });
  return new Map(
    areas.flatMap(({ properties, geometry }): [string, Outline][] => {
      const { adcode } = properties as { adcode?: string };
      return adcode && (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') ? [[adcode, geometry]] : [];
    })
  );
}

/** A distance from a zone's ground to a place, km as the crow flies; `within` is how far off the place's own point may be. */
export type Reach = Readonly<{ km: number; to: Place; within: number }>;

/** Nearest place of a kind: from the nearest point of the ground (0 if the place lies in it), and from the point with the longest way to its own nearest one. */
export type GroundAccess = Readonly<{ kind: AccessKind; nearest: Reach; farthest: Reach }>;

const ringsOf = (outline: Outline): Position[][] => (outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat());
const degrees = ([lon = 0, lat = 0]: Position): [lon: number, lat: number] => [lon, lat];

/** The point of a line from a to b that is nearest to p: degrees, with longitude shortened as at p. */
function footOn(p: readonly [number, number], a: readonly [number, number], b: readonly [number, number]): [number, number] {
  const shrink = Math.cos((p[1] * Math.PI) / 180);
  const [dx, dy] = [(b[0] - a[0]) * shrink, b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((p[0] - a[0]) * shrink * dx + (p[1] - a[1]) * dy) / length));
  return [a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])];
}

/** Distance of a point from an area, km: 0 in it. */
export function kmToGround(point: readonly [lon: number, lat: number], ground: readonly Outline[]): number {
  if (ground.some((outline) => booleanPointInPolygon([...point], outline))) return 0;
  const distances = ground
    .flatMap(ringsOf)
    .flatMap((ring) => ring.slice(1).map((end, i) => greatCircleKm(point, footOn(point, degrees(ring[i] ?? end), degrees(end)))));
  return Math.min(...distances);
}

/** Distances from a zone's ground; empty where its members are open or an outline is missing. */
export function groundAccess(atlas: Atlas, zone: Zone, outlines: Outlines): GroundAccess[] {
  const ground = zone.units.flatMap((unit) => outlines.get(unit) ?? []);
  if (ground.length === 0 || ground.length < zone.units.length) return [];
  const corners = ground.flatMap(ringsOf).flat().map(degrees);
  return ACCESS_KINDS.flatMap((kind): GroundAccess[] => {
    const goals = atlas.data.places.flatMap((place) => {
      const anchor = place.kind === kind ? placeAnchor(place) : undefined;
      return anchor ? [{ place, at: anchor.at, within: anchor.within }] : [];
    });
    const reach = ({ place, within }: (typeof goals)[number], km: number): Reach => ({ km, to: place, within });
    const near = goals.map((goal) => reach(goal, kmToGround(goal.at, ground)));
    const [first] = near;
    if (!first) return [];
    const nearest = (all: readonly Reach[]) => all.reduce((a, b) => (b.km < a.km ? b : a));
    const far = corners.map((corner) => nearest(goals.map((goal) => reach(goal, greatCircleKm(corner, goal.at)))));
    return [{ kind, nearest: nearest(near), farthest: far.reduce((a, b) => (b.km > a.km ? b : a)) }];
  });
}
