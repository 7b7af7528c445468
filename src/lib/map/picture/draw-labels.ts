import type { FeatureCollection } from 'geojson';
import { countyLevel, isAt } from '#lib/atlas/admin-units';
import { getLocale } from '#lib/paraglide/runtime';
import type { Geometry } from '../layers/geometry';
import { shortName } from '#lib/atlas/short-name';
import { zoneNames } from '../layers/labels';
import { ZONE_NAME_SIZE } from '../layers/zone-names';
import type { BaseMap } from './base-map';
import type { Frame } from './frame';
import { placeLabels } from './place-labels';
import type { Box, LabelWish, Stand } from './place-labels';
import { markRadius, placeSpots } from './place-spots';
import { badge } from './swatches';
import { balanceText, textLine, textWidth } from './text';
import type { Lettering } from './text';
import { tag } from './xml';
import { badgesOf } from '#lib/atlas/primary-zone';
import type { UnitBadge } from '#lib/atlas/primary-zone';
import type { AdminUnit, Place, Zone } from '#lib/schema/atlas';
import { PRECISIONS, isStandIn } from '#lib/schema/terms';
import { local } from '#lib/design/page/local';
import { emptyRoom } from './empty-room';
import type { Scene, SceneZone } from './plan';

type Label = Readonly<{ wish: LabelWish; draw: (box: Box) => string }>;

const ALL_ROUND: readonly Stand[] = ['centre', 'below', 'above', 'right', 'left'];
const BESIDE: readonly Stand[] = ['right', 'left', 'above', 'below'];
/** A name further from its point than this would seem to name something else, units. */
const REACH = 95;
/** Marks in a row; more begin another. */
const ROW = 6;
/** Size of a zone's name, units. */
const ZONE_SIZE = 20;
/** A zone of more members has no names of its own on the map. */
const MANY = 8;

/** All names on the map, none over another; what finds no room is left out, unless the map would be unclear without it. */
export function drawLabels(scene: Scene, { geometry, source }: Pick<BaseMap, 'geometry' | 'source'>, frame: Frame, u: number, taken: readonly Box[]): string {
  const edge = 8 * u;
  const within: Box = { x: edge, y: edge, width: frame.width - 2 * edge, height: frame.height - 2 * edge };
  const put = (wanted: readonly Label[], full: readonly Box[]) => {
    const spots = placeLabels(
      wanted.map(({ wish }) => wish),
      full,
      within,
      2.5 * u
    );
    const svg = wanted.flatMap(({ wish, draw }) => {
      const box = spots.get(wish.id);
      return box ? [draw(box)] : [];
    });
    return { svg, full: [...full, ...spots.values()] };
  };
  const units = put([...unitNames(scene, frame, u, true), ...unitNames(scene, frame, u, false)], taken);
  const places = put([...placeNames(scene, frame, u), ...memberNames(scene, frame, u)], [...units.full, ...markBoxes(scene, frame, u)]);
  // a zone's name says what a colour is, and gives way to all that stands on it
  const zones = put(zoneLabels(scene, source, frame, u), places.full);
  const drawn = [...zones.svg, ...places.svg, ...units.svg];
  const context = contextNames(geometry.context, scene, u, within, [...zones.full, ...lakeBoxes(geometry)]);
  return tag('g', { id: 'names' }, ...context, ...drawn);
}

/** A name of the lines given, its middle at a point. */
function nameLabel(
  id: string,
  lines: readonly string[],
  [x, y]: readonly [number, number],
  lettering: Lettering,
  stands: readonly Stand[],
  gap: number,
  reach?: number
): Label {
  const { size, bold } = lettering;
  const height = size * 1.2;
  const width = Math.max(...lines.map((line) => textWidth(line, size, bold)));
  return {
    wish: { id, x, y, width, height: height * lines.length, stands, gap, ...(reach === undefined ? {} : { reach }) },
    draw: (box) => lines.map((line, i) => textLine(line, box.x + box.width / 2, box.y + (i + 0.5) * height, { ...lettering, anchor: 'middle' })).join('')
  };
}

const markBoxes = (scene: Scene, frame: Frame, u: number): Box[] => {
  const r = markRadius(scene, u);
  return placeSpots(scene, frame, u).map(({ at: [x, y] }) => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }));
};

/** Names of the zones on their ground, as on the interactive map; one zone alone has the picture's title. */
function zoneLabels({ view, zones, undivided, tokens }: Scene, source: Geometry, frame: Frame, u: number): Label[] {
  if (zones.filter(({ faded }) => !faded).length < 2) return [];
  const size = ZONE_SIZE * u;
  // the zoom at which letters of the map are as large on their ground as here
  const zoom = Math.log2(((frame.project(180, 0)[0] - frame.project(-180, 0)[0]) / 512) * (ZONE_NAME_SIZE / size));
  return zoneNames(source, { layout: view.layout, zones: view.zones, stacked: undivided }).flatMap(({ properties, geometry: { coordinates } }, i) => {
    const { id, fromZoom } = properties as { id: string; fromZoom: number };
    const zone = zones.find((entry) => entry.zone.id === id);
    if (!zone || fromZoom > zoom + 0.5) return [];
    return [plateLabel(`zone-${i}`, zone, tokens.halo, frame.project(coordinates[0] ?? 0, coordinates[1] ?? 0), size)];
  });
}

/** A zone's mark and name on a plate, as on the interactive map. */
function plateLabel(id: string, { zone, colours }: SceneZone, paper: string, [x, y]: readonly [number, number], size: number): Label {
  const [text, side, height] = [local(zone.short), size * 1.4, size * 1.75];
  const width = side + textWidth(text, size, true) + size * 1.1;
  const line = size * 0.08;
  return {
    wish: { id, x, y, width, height, stands: ['centre', 'below', 'above'], gap: size },
    draw: ({ x: left, y: top }) =>
      [
        tag('rect', { x: left, y: top, width, height, rx: size * 0.5, fill: paper, stroke: colours.ink, 'stroke-width': line }),
        badge({ colours, mark: local(zone.mark) }, left + height / 2, top + height / 2, side, paper),
        textLine(text, left + height + size * 0.1, top + height / 2, { size, colour: colours.ink, bold: true })
      ].join('')
  };
}

const unitName = ({ name }: AdminUnit): string => local(shortName(name));

/**
 * Names of the zones' members with the marks of their zones below, or of the other units; the small members first, as they
 * have the least room, but the large others.
 */
function unitNames(scene: Scene, frame: Frame, u: number, ofMembers: boolean): Label[] {
  const { atlas, level, request, view, zones } = scene;
  const shown = zones.flatMap(({ zone, faded }) => (faded ? [] : [zone]));
  const areas = countyLevel(atlas.data.admin);
  const few = new Set(shown.flatMap(({ units }) => (units.length > MANY ? [] : units)));
  const small = new Set(areas);
  const named = atlas.data.admin.filter((unit) => isAt(unit, level) || (small.has(unit) && (level === 'county' || few.has(unit.adcode))));
  const labelled = named.flatMap((unit) => {
    const badges = badgesOf(shown, unit, areas);
    // a city's own name says nothing on a map of that city
    const wanted = badges.length > 0 === ofMembers && (view.layout.scope !== 'city' || unit.adcode !== view.layout.adcode);
    const close = ofMembers || !request.sparse || unit.parent === request.frame;
    return wanted && close ? [{ unit, badges }] : [];
  });
  const rank = ({ unit }: (typeof labelled)[number]) => (isAt(unit, level) ? 1 : 0);
  return [...labelled]
    .sort((a, b) => rank(b) - rank(a) || (ofMembers ? a.unit.areaKm2 - b.unit.areaKm2 : b.unit.areaKm2 - a.unit.areaKm2))
    .map(({ unit, badges }) => unitLabel(scene, frame, unit, badges, u));
}

function unitLabel({ level, tokens }: Scene, frame: Frame, unit: AdminUnit, badges: readonly UnitBadge<Zone>[], u: number): Label {
  const member = badges.length > 0;
  const main = isAt(unit, level);
  const size = (main ? (member ? 23 : 19) : 17) * u;
  const lettering: Lettering = { size, colour: member ? tokens.label : tokens.labelMinor, bold: member && main, halo: tokens.halo, anchor: 'middle' };
  const side = (main ? 22 : 18) * u;
  const pitch = side * 1.14;
  const rows = Math.ceil(badges.length / ROW);
  const across = Math.min(ROW, Math.ceil(badges.length / Math.max(1, rows)));
  const name = unitName(unit);
  const head = size * 1.25;
  const [x, y] = frame.project(...unit.label);
  const width = Math.max(textWidth(name, size, lettering.bold), across * pitch);
  return {
    wish: { id: `unit-${unit.adcode}`, x, y, width, height: head + rows * pitch, stands: ALL_ROUND, gap: 4 * u, ...(member ? { reach: REACH * u } : {}) },
    draw: (box) => {
      const middle = box.x + box.width / 2;
      const marks = badges.map(({ zone, part }, i) => {
        const row = Math.floor(i / across);
        const left = middle - ((Math.min(across, badges.length - row * across) - 1) * pitch) / 2;
        const paint = { colours: tokens.hue[zone.hue], mark: local(zone.mark), part };
        return badge(paint, left + (i % across) * pitch, box.y + head + (row + 0.5) * pitch, side, tokens.halo);
      });
      return textLine(name, middle, box.y + head / 2, lettering) + marks.join('');
    }
  };
}

/** Members of zones with many, in small letters where there is room. */
function memberNames({ atlas, tokens, zones, level }: Scene, frame: Frame, u: number): Label[] {
  if (level === 'county') return [];
  const members = new Set(zones.flatMap(({ zone, faded }) => (!faded && zone.units.length > MANY ? zone.units : [])));
  const lettering = { size: 15.5 * u, colour: tokens.label, halo: tokens.halo };
  return [...members].flatMap((adcode) => {
    const unit = atlas.unit.get(adcode);
    return unit?.level === 'county' && !unit.undivided
      ? [nameLabel(`member-${adcode}`, [unitName(unit)], frame.project(...unit.label), lettering, ALL_ROUND, 3 * u)]
      : [];
  });
}

/** Names of places, where a few zones are seen from near. */
function placeNames(scene: Scene, frame: Frame, u: number): Label[] {
  const { places, tokens, near } = scene;
  if (!near) return [];
  const lettering = { size: 16 * u, colour: tokens.label, halo: tokens.halo };
  const sharpness = ({ precision }: Place) => PRECISIONS.indexOf(precision);
  const marked = new Map(placeSpots(scene, frame, u).map(({ place, at }) => [place.view.place.id, at]));
  return [...places]
    .sort((a, b) => sharpness(a.view.place) - sharpness(b.view.place))
    .map(({ view: { place }, position }) => {
      const name = (isStandIn(place.precision) ? '≈ ' : '') + local(place.name);
      return nameLabel(
        `place-${place.id}`,
        balanceText(name, 200 * u, lettering.size),
        marked.get(place.id) ?? frame.project(...position),
        lettering,
        // what has no mark is where its name is
        isStandIn(place.precision) ? ALL_ROUND : BESIDE,
        11 * u
      );
    });
}

/** Where lakes are: no province's name belongs there. */
const lakeBoxes = ({ water }: Geometry): Box[] =>
  water.features.flatMap((lake) => {
    if (lake.properties.kind !== 'lake' || lake.geometry.type === 'LineString' || lake.geometry.type === 'MultiLineString') return [];
    const rings = lake.geometry.type === 'Polygon' ? lake.geometry.coordinates : lake.geometry.coordinates.flat();
    const [xs, ys] = [rings.flat().map(([x = 0]) => x), rings.flat().map(([, y = 0]) => y)];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return [{ x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }];
  });

/** Names of the provinces around, in the widest room that they have on the picture. */
function contextNames(context: FeatureCollection, { tokens }: Scene, u: number, within: Box, taken: readonly Box[]): string[] {
  const size = 18 * u;
  const full = [...taken];
  return context.features.flatMap(({ geometry, properties }) => {
    const name = String((getLocale() === 'zh' ? properties?.nameZh : properties?.nameEn) ?? '');
    const width = textWidth(name, size) + 3 * u * name.length;
    const spot = emptyRoom(geometry, within, { width, height: size * 1.4 }, full);
    if (!spot) return [];
    full.push({ x: spot[0] - width / 2, y: spot[1] - size, width, height: size * 2 });
    return [textLine(name, spot[0], spot[1], { size, colour: tokens.labelMinor, spacing: 3 * u, anchor: 'middle', halo: tokens.context })];
  });
}
