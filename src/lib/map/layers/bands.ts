import type { MultiPolygon, Position } from 'geojson';
import { sharedGround } from '#lib/atlas/primary-zone';
import type { Zone } from '#lib/schema/atlas';
import { dissolve } from './geometry';
import type { Geometry } from './geometry';

/** A band of each of the zones that share a piece of ground, one beside the other, takes up so much; degrees of longitude. */
export const BAND_PERIOD = 0.21;
/** How much wider than the others' the band of the zone is that comes first. */
const FIRST = 2.6;

/** What a zone fills: the ground where it comes first, its bands where another does; and for its name, what it has to itself, and all that has its colour. */
export type ZoneGround = Readonly<{
  ground?: MultiPolygon;
  bands?: MultiPolygon;
  own?: MultiPolygon;
  all?: MultiPolygon;
  /** counties of that */ size: number;
}>;

/**
 * Divide the ground among zones. Where several share a county, upright bands of the others lie on the colour of the first: the
 * reader sees that it belongs to all of them, and where each one's members are.
 * @param period width of a band of each, in the unit of the geometry's first coordinate; no bands without it
 */
export function divideGround<Z extends Pick<Zone, 'id' | 'tier' | 'units' | 'membership'>>(
  zones: readonly Z[],
  geometry: Pick<Geometry, 'topology' | 'counties'>,
  period?: number
): Map<Z, ZoneGround> {
  const pieces = sharedGround(
    zones,
    geometry.counties.features.map(({ properties }) => properties)
  );
  const bands = new Map<Z, MultiPolygon['coordinates']>();
  for (const { zones: sharing, even, counties } of pieces) {
    const area = sharing.length > 1 ? dissolve(geometry, counties) : undefined;
    if (!area || !period) continue;
    const shares = sharing.map((_, i) => (i === 0 && !even ? FIRST : 1));
    for (const [i, zone] of sharing.entries()) if (i > 0) bands.set(zone, [...(bands.get(zone) ?? []), ...bandsOf(area, shares, i, period)]);
  }
  return new Map(
    zones.map((zone): [Z, ZoneGround] => {
      const its = pieces.filter(({ zones: sharing }) => sharing.includes(zone));
      const area = (of: typeof pieces) =>
        dissolve(
          geometry,
          of.flatMap(({ counties }) => counties)
        );
      const [ground, own, all] = [
        area(its.filter(({ zones: [first] }) => first === zone)),
        area(its.filter(({ zones: { length } }) => length === 1)),
        area(its)
      ];
      const coordinates = bands.get(zone);
      return [
        zone,
        {
          ...(ground ? { ground } : {}),
          ...(coordinates ? { bands: { type: 'MultiPolygon', coordinates } } : {}),
          ...(own ? { own } : {}),
          ...(all ? { all } : {}),
          size: its.reduce((sum, { counties }) => sum + counties.length, 0)
        }
      ];
    })
  );
}

/** The bands of one share of an area, from west to east. @param shares widths of the bands, in proportion */
export function bandsOf({ coordinates }: MultiPolygon, shares: readonly number[], which: number, period: number): MultiPolygon['coordinates'] {
  const width = (upTo: number) => (period * shares.slice(0, upTo).reduce((sum, share) => sum + share, 0)) / shares.reduce((sum, share) => sum + share, 0);
  return coordinates.flatMap((polygon) => {
    const xs = (polygon[0] ?? []).map(([x = 0]) => x);
    const [west, east] = [xs.reduce((a, b) => Math.min(a, b), Infinity), xs.reduce((a, b) => Math.max(a, b), -Infinity)];
    const found: MultiPolygon['coordinates'] = [];
    for (let left = Math.floor(west / period) * period; left < east; left += period) {
      const rings = polygon.map((ring) => beyond(beyond(ring, left + width(which), 1), left + width(which + 1), -1)).filter(({ length }) => length > 3);
      if (rings.length > 0) found.push(rings);
    }
    return found;
  });
}

/** The part of a closed ring on one side of an upright line (Sutherland and Hodgman), as tiles are cut, too. */
function beyond(ring: readonly Position[], at: number, side: 1 | -1): Position[] {
  const within = ([x = 0]: Position) => (x - at) * side >= 0;
  const kept: Position[] = [];
  ring.forEach((point, i) => {
    const before = ring[i - 1];
    if (before && within(before) !== within(point)) {
      const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [before, point];
      kept.push([at, ay + ((by - ay) * (at - ax)) / (bx - ax)]);
    }
    if (within(point)) kept.push(point);
  });
  const [first, last] = [kept[0], kept.at(-1)];
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) kept.push(first);
  return kept;
}
