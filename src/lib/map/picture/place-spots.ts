import { spread } from '../layers/inset';
import { isSharp } from '../layers/places';
import type { LocatedPlace } from '../layers/places';
import { isStandIn } from '#lib/schema/terms';
import type { Frame, Point } from './frame';
import type { Scene } from './plan';

/** A place that has a mark on the picture, and where. */
export type PlaceSpot = Readonly<{ place: LocatedPlace; at: Point }>;

/** Half of a mark, units. */
export const markRadius = ({ near }: Pick<Scene, 'near'>, u: number): number => (near ? 6.5 : 4.6) * u;
/** How far a mark may go to make room for others, as shares of its half: one that is known exactly hardly moves. */
const REACH = { sharp: 1, rough: 5 } as const;
/** Room that a mark keeps, with its rim. */
const ROOM = 1.3;

/** Marks of places, none on another as far as they may move; what its point only stands in for has none. */
export function placeSpots({ places, near }: Pick<Scene, 'places' | 'near'>, frame: Frame, u: number): PlaceSpot[] {
  const r = markRadius({ near }, u);
  const marked = places.filter(({ view }) => !isStandIn(view.place.precision));
  const spots = spread(
    marked.map(({ view: { place }, position: [lon, lat] }) => {
      const [x, y] = frame.project(lon, lat);
      return { x, y, half: [r * ROOM, r * ROOM] as const, reach: r * (isSharp(place.precision) ? REACH.sharp : REACH.rough) };
    })
  );
  return marked.map((place, i) => ({ place, at: spots[i] ?? frame.project(...place.position) }));
}
