import { merge, mesh } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { countyLevel } from '#lib/atlas/admin-units';
import { badgesOf } from '#lib/atlas/primary-zone';
import { shortName } from '#lib/atlas/short-name';
import type { AdminUnit, AtlasData, Story, Zone } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import type { StoryMap, StoryView } from '#lib/schema/story-map';
import { countiesOf } from '#lib/site/prerender/locator';
import { areaPath, linePath } from '#lib/map/picture/pixel-paths';
import { waterPaths } from '#lib/map/picture/water-paths';
import { projectTopology } from '#lib/map/picture/project-topology';
import type { Picture, Shape } from '#lib/map/picture/project-topology';
import { readTopology } from '#lib/site/prerender/read-data';

type Properties = { adcode: string; parent: string };
type Area = Shape<Properties>;
type Step = Story['steps'][number];

const WIDTH = 640;
const PAD = 14;
/** Size of a name, px of the whole picture; smaller in proportion where a step looks closer. */
const NAME_SIZE = 18;
/** Width of a bold Latin letter, as a share of the size; a Chinese one fills it. */
const LATIN = 0.64;
/** Room kept around what a step looks closer at, as a share of it. */
const MARGIN = 0.06;

/** The pictures of a story, one for each frame that its steps use, and each step's view of them. */
export function drawStory(data: AtlasData, story: Story): { maps: StoryMap[]; views: StoryView[] } {
  const frameOf = ({ focus }: Step) => data.layouts.find(({ id }) => id === focus.layout)?.adcode ?? data.index.province;
  const drawn = [...new Set(story.steps.map(frameOf))].map((frame) =>
    drawFrame(
      data,
      frame,
      story.steps.filter((step) => frameOf(step) === frame)
    )
  );
  const views = story.steps.flatMap((step) => {
    const { map, picture } = drawn.find(({ map }) => map.frame === frameOf(step)) ?? {};
    return map && picture ? [viewOf(data, step, map, picture)] : [];
  });
  return { maps: drawn.map(({ map }) => map), views };
}

function drawFrame(data: AtlasData, frame: string, steps: readonly Step[]): { map: StoryMap; picture: Picture } {
  const source = readTopology(frame === data.index.focusPrefecture ? 'focus' : 'overview');
  const areas = (topology: typeof source, name: string) =>
    ((topology.objects as Record<string, GeometryCollection<Properties>>)[name]?.geometries ?? []) as Area[];
  const within = new Set(countiesOf(data, frame));
  const isInside = ({ properties }: Area) => within.has(properties?.adcode ?? '');
  const picture = projectTopology(source, areas(source, 'counties').filter(isInside), WIDTH, PAD);
  const { topology } = picture;
  const counties = areas(topology, 'counties');
  const area = (members: Area[]) => (members.length === 0 ? '' : areaPath(merge(topology, members)));
  const areaOf = (units: readonly string[]) => {
    const wanted = new Set(units.flatMap((unit) => countiesOf(data, unit)));
    return area(counties.filter(({ properties }) => wanted.has(properties?.adcode ?? '')));
  };

  const parts = data.admin.filter(({ parent }) => parent === frame);
  const codes = new Set(parts.map(({ adcode }) => adcode));
  const upper = areas(topology, 'prefectures');
  // a prefecture without counties is in both layers: drawn twice, its coast would be a line between the two
  const twice = new Set(upper.map(({ properties }) => properties?.adcode));
  const lower = counties.filter(({ properties }) => !twice.has(properties?.adcode));
  const sections = [...upper, ...lower].filter(({ properties }) => codes.has(properties?.adcode ?? ''));
  const layouts = new Set(steps.map(({ focus }) => focus.layout));
  const named = new Set(steps.flatMap(({ focus }) => focus.zones));
  // zones of the layouts shown stay faintly in sight; of other layouts only what is named
  const wide = (zone: Zone) => zone.units.flatMap((unit) => countiesOf(data, unit)).length;
  const zones = data.zones.filter((zone) => zone.units.length > 0 && (named.has(zone.id) || layouts.has(zone.layout))).sort((a, b) => wide(b) - wide(a));
  const smallest = countyLevel(data.admin);
  const unitIds = [...new Set(steps.flatMap(({ focus }) => focus.units))];
  const placeIds = new Set(steps.flatMap(({ focus }) => focus.places));
  const at = (unit: AdminUnit) => picture.project(...unit.label);
  const map: StoryMap = {
    frame,
    width: picture.width,
    height: picture.height,
    context: area([...areas(topology, 'context'), ...counties.filter((county) => !isInside(county))]),
    land: area(counties.filter(isInside)),
    lines: linePath(mesh(topology, { type: 'GeometryCollection', geometries: sections }, (a, b) => a !== b)),
    waters: waterPaths(topology, picture.width, picture.height, PAD),
    zones: zones.map((zone) => {
      const link = zone.tier === 'pair' ? linkOf(data, zone, at) : undefined;
      return {
        id: zone.id,
        tier: zone.tier,
        hue: zone.hue,
        mark: zone.mark,
        path: areaOf(zone.units),
        ...(link ? { link } : {})
      };
    }),
    units: unitIds.map((adcode) => ({ adcode, path: areaOf([adcode]) })),
    places: data.places.flatMap(({ id, name, precision, lon, lat }) => {
      if (!placeIds.has(id) || lon === null || lat === null) return [];
      const [x, y] = picture.project(lon, lat);
      return [{ id, name, precision, x, y }];
    }),
    names: parts.map((unit) => {
      const [x, y] = at(unit);
      const name = shortName(unit.name);
      const half = (NAME_SIZE * Math.max(name.zh.length, name.en.length * LATIN)) / 2;
      const belongs = badgesOf(zones, unit, smallest).map(({ zone: { id }, part }) => [id, part ? 'part' : 'whole'] as const);
      return { adcode: unit.adcode, name, in: belongs, x: Math.round(Math.max(half, Math.min(WIDTH - half, x))), y };
    })
  };
  return { map, picture };
}

function linkOf(data: AtlasData, { units }: Zone, at: (unit: AdminUnit) => [number, number]): [[number, number], [number, number]] | undefined {
  const [from, to] = units.flatMap((code) => data.admin.find(({ adcode }) => adcode === code) ?? []);
  return from && to ? [at(from), at(to)] : undefined;
}

function viewOf(data: AtlasData, { focus }: Step, map: StoryMap, picture: Picture): StoryView {
  const box = focus.bbox ? boxOf(focus.bbox, map, picture) : ([0, 0, map.width, map.height] as const);
  const members = new Set([...focus.units, ...data.zones.filter(({ id }) => focus.zones.includes(id)).flatMap(({ units }) => units)]);
  const ordered = [...map.names].sort((a, b) => Number(members.has(b.adcode)) - Number(members.has(a.adcode)));
  const size = (NAME_SIZE * box[2]) / map.width;
  const [x, y, width, height] = box;
  const inView = ordered.filter((name) => name.x > x && name.x < x + width && name.y > y && name.y < y + height);
  return { frame: map.frame, box, names: { zh: withRoom(inView, 'zh', size), en: withRoom(inView, 'en', size * LATIN) } };
}

/** The named rectangle with a margin, widened to the picture's own shape. */
function boxOf([west, south, east, north]: NonNullable<Step['focus']['bbox']>, { width, height }: StoryMap, { project }: Picture): StoryView['box'] {
  const [left, top] = project(west, north);
  const [right, bottom] = project(east, south);
  const scale = Math.max((right - left) / width, (bottom - top) / height) * (1 + 2 * MARGIN);
  const [w, h] = [width * scale, height * scale];
  return [Math.round((left + right - w) / 2), Math.round((top + bottom - h) / 2), Math.round(w), Math.round(h)];
}

/** Names that do not touch one already placed; earlier ones go first. */
function withRoom(names: StoryMap['names'], language: keyof Text, letter: number): string[] {
  const line = language === 'zh' ? letter : letter / LATIN;
  const placed: { x: number; y: number; half: number }[] = [];
  return names.flatMap(({ adcode, name, x, y }) => {
    const half = (name[language].length * letter) / 2;
    if (placed.some((other) => Math.abs(other.x - x) < other.half + half + 1 && Math.abs(other.y - y) < line + 1)) return [];
    placed.push({ x, y, half });
    return [adcode];
  });
}
