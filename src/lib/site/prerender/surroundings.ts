import type { Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Box } from '#lib/map/picture/place-symbols';
import { shortName } from '#lib/atlas/short-name';
import type { AdminUnit } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import type { Locator } from '#lib/schema/locator';
import type { areasOf } from './locator';

/* Names of what lies around a zone on its small map: neighbours and the river, quieter than the zone's own and only where there is room. */

type Point = readonly [x: number, y: number];
type Label = Locator['labels'][number];
/** `rivers`: they are wide enough to be named; `members`: areas whose names are the picture's own */
type Picture = Readonly<{ width: number; height: number; language: keyof Text; rivers: boolean; members: ReadonlySet<string> }>;

/** Size of the letters and height of a line, px. */
const SIZE = 11;
const LINE = 12;
/** From one spot that is tried to the next, px. */
const STEP = 8;
/** A name keeps so far from its borders, px; across it may come nearer to them than its own width. */
const CLEAR = 9;
const ACROSS = 2;

const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.56), 0) * SIZE;
const boxOf = ([x, y]: Point, text: string): Box => ({ left: x - widthOf(text) / 2, right: x + widthOf(text) / 2, top: y - LINE / 2, bottom: y + LINE / 2 });
const apart = (a: Box, b: Box): boolean => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;

/** Room that symbols, their names and names of units have taken. */
function takenBy({ labels, places = [] }: Pick<Locator, 'labels' | 'places'>, language: keyof Text): Box[] {
  return [
    ...labels.map(({ name, x, y }) => boxOf([x, y], name[language])),
    ...places.map(({ x, y }) => ({ left: x - 7, right: x + 7, top: y - 7, bottom: y + 7 })),
    ...places.flatMap(({ words }) =>
      (words?.lines ?? []).map((line, i) => {
        const [x, y, wide] = [words?.x ?? 0, (words?.y ?? 0) + i * LINE, widthOf(line)];
        return { left: words?.end ? x - wide : x, right: words?.end ? x : x + wide, top: y - LINE / 2, bottom: y + LINE / 2 };
      })
    )
  ];
}

type Edge = readonly [a: Point, b: Point];

/** Of a point to an edge; across counts half, as names are wide. */
function distance([x, y]: Point, [[ax, ay], [bx, by]]: Edge): number {
  const [dx, dy, px, py] = [(bx - ax) / ACROSS, by - ay, (x - ax) / ACROSS, y - ay];
  const along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(px - along * dx, py - along * dy);
}

/** Where a line across at some height crosses the edges: a point is within that has an odd number of crossings to its left. */
const crossings = (y: number, edges: readonly Edge[]): number[] =>
  edges.flatMap(([[ax, ay], [bx, by]]) => (ay > y !== by > y ? ax + ((y - ay) / (by - ay)) * (bx - ax) : []));

/**
 * Names of neighbours and of rivers.
 * @param topology in pixels
 * @param areas that the picture is divided into, members of the zone too, and what lies beyond
 * @param drawn what is in the picture already, and `kept`, parts of it that nothing may stand on
 */
export function surroundings(
  { width, height, language, rivers, members }: Picture,
  topology: Topology,
  areas: ReturnType<typeof areasOf>,
  units: readonly AdminUnit[],
  drawn: Pick<Locator, 'labels' | 'places'>,
  kept: readonly Box[]
): Label[] {
  const taken = [...kept, ...takenBy(drawn, language)];
  const free = (box: Box) => box.left >= 3 && box.right <= width - 3 && box.top >= 3 && box.bottom <= height - 3 && taken.every((other) => apart(box, other));
  const put = (label: Label): Label => {
    taken.push(boxOf([label.x, label.y], label.name[language]));
    return label;
  };

  const waters = feature(topology, topology.objects['water'] as GeometryCollection<Record<'kind' | 'nameZh' | 'nameEn', string>>);
  const river = waters.features.flatMap(({ properties, geometry }): Label[] => {
    if (!rivers || properties.kind !== 'river') return [];
    const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.type === 'MultiLineString' ? geometry.coordinates : [];
    const name = { zh: properties.nameZh, en: properties.nameEn };
    const spots = lines
      .flatMap((line) =>
        line.slice(1).map(([x = 0, y = 0], i): Point => [Math.round((x + (line[i]?.[0] ?? x)) / 2), Math.round((y + (line[i]?.[1] ?? y)) / 2)])
      )
      .filter((spot) => free(boxOf(spot, name[language])));
    const middle = ([x, y]: Point) => Math.hypot(x - width / 2, y - height / 2);
    const [best] = spots.sort((a, b) => middle(a) - middle(b));
    return best ? [put({ adcode: `river/${name.en}`, name, x: best[0], y: best[1], main: false, water: true })] : [];
  });

  const lakes = waters.features.filter(({ properties }) => properties.kind !== 'river').map(({ geometry }) => edgesOf(geometry));
  const named = new Set(drawn.labels.map(({ adcode }) => adcode));
  const still = waters.features.flatMap(({ properties, geometry }): Label[] => {
    if (properties.kind === 'river') return [];
    const name = { zh: properties.nameZh, en: properties.nameEn };
    const at = roomiest(geometry, { width, height }, (spot) => free(boxOf(spot, name[language])));
    return at ? [put({ adcode: `water/${name.en}`, name, x: at[0], y: at[1], main: false, water: true })] : [];
  });
  const inWater = ([x, y]: Point) => lakes.some((edges) => crossings(y, edges).filter((one) => one < x).length % 2 === 1);
  const dry = ([x, y]: Point, text: string) => [-0.5, 0, 0.5].every((side) => !inWater([x + side * widthOf(text), y]));
  const neighbours = areas.flatMap((area): Label[] => {
    const code = area.properties?.adcode ?? '';
    const unit = units.find(({ adcode }) => adcode === code);
    if (named.has(code)) return [];
    const name = unit ? shortName(unit.name) : { zh: area.properties?.nameZh ?? '', en: area.properties?.nameEn ?? '' };
    const [shape] = feature(topology, { type: 'GeometryCollection', geometries: [area] }).features;
    const at = shape && roomiest(shape.geometry, { width, height }, (spot) => free(boxOf(spot, name[language])) && dry(spot, name[language]));
    return at ? [put({ adcode: code, name, x: at[0], y: at[1], main: members.has(code), ...(unit ? {} : { beyond: true }) })] : [];
  });
  return [...river, ...still, ...neighbours];
}

function edgesOf(geometry: Geometry): Edge[] {
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
  return rings.flatMap((ring) =>
    ring.slice(1).map(([x = 0, y = 0], i): Edge => [
      [ring[i]?.[0] ?? 0, ring[i]?.[1] ?? 0],
      [x, y]
    ])
  );
}

/** The point of an area that is farthest from its edge and the picture's, among those where a name is free to stand; none where all are too near. */
function roomiest(geometry: Geometry, { width, height }: Pick<Picture, 'width' | 'height'>, free: (spot: Point) => boolean): Point | undefined {
  const edges = edgesOf(geometry);
  // of edges outside the picture, only crossings matter
  const near = edges.filter(
    (edge) => edge.some(([x]) => x > -CLEAR * ACROSS && x < width + CLEAR * ACROSS) && edge.some(([, y]) => y > -CLEAR && y < height + CLEAR)
  );
  if (near.length === 0) return undefined;
  let best: { at: Point; clear: number } | undefined;
  for (let y = STEP; y < height; y += STEP) {
    const crossed = crossings(y, edges);
    for (let x = STEP; x < width; x += STEP) {
      const at: Point = [x, y];
      if (crossed.filter((one) => one < x).length % 2 === 0 || !free(at)) continue;
      let clear = Math.min(x / ACROSS, y, (width - x) / ACROSS, height - y);
      for (const edge of near) {
        clear = Math.min(clear, distance(at, edge));
        if (clear <= (best?.clear ?? CLEAR)) break;
      }
      if (clear > (best?.clear ?? CLEAR)) best = { at, clear };
    }
  }
  return best?.at;
}
