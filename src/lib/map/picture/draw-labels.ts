import type { FeatureCollection } from 'geojson';
import { countyLevel } from '#lib/atlas/admin-units';
import { getLocale } from '#lib/paraglide/runtime';
import type { Geometry } from '../layers/geometry';
import { shortEnglish } from '../layers/labels';
import { schematicLabels, schematicLine } from '../layers/schematics';
import type { Frame } from './frame';
import { placeLabels } from './place-labels';
import type { Box, LabelWish, Stand } from './place-labels';
import { chip } from './swatches';
import { balanceText, textLine, textWidth } from './text';
import type { Lettering } from './text';
import { tag } from './xml';
import type { AdminUnit, Place } from '#lib/schema/atlas';
import { PRECISIONS, isStandIn } from '#lib/schema/terms';
import { local } from '#lib/design/page/local';
import { emptyRoom } from './empty-room';
import type { Scene, SceneZone } from './plan';

type Label = Readonly<{ wish: LabelWish; draw: (box: Box) => string }>;

const ALL_ROUND: readonly Stand[] = ['centre', 'below', 'above', 'right', 'left'];
const BESIDE: readonly Stand[] = ['right', 'left', 'above', 'below'];
/** A name further from its point than this would seem to name something else, units; a line is long, its name may be twice as far. */
const REACH = 70;
/** Chips in a row; more begin another. */
const ROW = 5;
/** A zone of more members has no names of its own on the map. */
const MANY = 8;

/** All names on the map, none over another; what finds no room is left out, unless the map would be unclear without it. */
export function drawLabels(scene: Scene, geometry: Geometry, frame: Frame, u: number, taken: readonly Box[]): string {
  const edge = 8 * u;
  const within: Box = { x: edge, y: edge, width: frame.width - 2 * edge, height: frame.height - 2 * edge };
  const labels = [
    ...chipLabels(scene, frame, u),
    ...unitNames(scene, frame, u, true),
    ...lineNames(scene, geometry, frame, u),
    ...unitNames(scene, frame, u, false),
    ...placeNames(scene, frame, u),
    ...memberNames(scene, frame, u)
  ];
  const spots = placeLabels(
    labels.map(({ wish }) => wish),
    taken,
    within,
    2.5 * u
  );
  const drawn = labels.flatMap(({ wish, draw }) => {
    const box = spots.get(wish.id);
    return box ? [draw(box)] : [];
  });
  const context = contextNames(geometry.context, scene, u, within, [...taken, ...spots.values(), ...lakeBoxes(geometry)]);
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

const unitName = ({ name }: AdminUnit): string => (getLocale() === 'zh' ? name.zh : shortEnglish(name.en));

/** Names of the zones' members, or of the other units; the small members first, as they have the least room, but the large others. */
function unitNames({ atlas, level, view, tokens, zones }: Scene, frame: Frame, u: number, ofMembers: boolean): Label[] {
  const members = new Set(zones.flatMap(({ zone, faded, number }) => (faded || number !== undefined || zone.units.length > MANY ? [] : zone.units)));
  const numbered = new Set(zones.flatMap(({ zone, number }) => (number === undefined ? [] : zone.units)));
  const small = new Set(countyLevel(atlas.data.admin));
  const shown = (unit: AdminUnit) => unit.level === level || (small.has(unit) && (level === 'county' || members.has(unit.adcode)));
  const named = atlas.data.admin.filter((unit) => !numbered.has(unit.adcode) && shown(unit));
  // a city's own name says nothing on a map of that city
  const wanted = named.filter(({ adcode }) => members.has(adcode) === ofMembers && (view.layout.scope !== 'city' || adcode !== view.layout.adcode));
  const rank = (unit: AdminUnit) => (unit.level === level ? 1 : 0);
  return [...wanted]
    .sort((a, b) => rank(b) - rank(a) || (ofMembers ? a.areaKm2 - b.areaKm2 : b.areaKm2 - a.areaKm2))
    .map((unit) => {
      const member = members.has(unit.adcode);
      const main = unit.level === level;
      const lettering = {
        size: (main ? (member ? 23 : 19) : 17) * u,
        colour: member ? tokens.label : tokens.labelMinor,
        bold: member && main,
        halo: tokens.halo
      };
      return nameLabel(`unit-${unit.adcode}`, [unitName(unit)], frame.project(...unit.label), lettering, ALL_ROUND, 4 * u, member ? REACH * u : undefined);
    });
}

/** Members of zones with many, in small letters where there is room. */
function memberNames({ atlas, tokens, zones, level }: Scene, frame: Frame, u: number): Label[] {
  if (level === 'county') return [];
  const members = new Set(zones.flatMap(({ zone, faded, number }) => (!faded && number === undefined && zone.units.length > MANY ? zone.units : [])));
  const lettering = { size: 15.5 * u, colour: tokens.label, halo: tokens.halo };
  return [...members].flatMap((adcode) => {
    const unit = atlas.unit.get(adcode);
    return unit?.level === 'county' ? [nameLabel(`member-${adcode}`, [unitName(unit)], frame.project(...unit.label), lettering, ALL_ROUND, 3 * u)] : [];
  });
}

/** Numbers of the zones that a unit is named in, below the unit's name. */
function chipLabels({ atlas, zones, tokens, level }: Scene, frame: Frame, u: number): Label[] {
  const byUnit = new Map<string, SceneZone[]>();
  for (const entry of zones) for (const unit of entry.number === undefined ? [] : entry.zone.units) byUnit.set(unit, [...(byUnit.get(unit) ?? []), entry]);
  const r = 11.5 * u;
  const pitch = 2 * r + 2.5 * u;
  const units = [...byUnit].flatMap(([adcode, entries]) => {
    const unit = atlas.unit.get(adcode);
    return unit ? [{ unit, entries }] : [];
  });
  const rank = ({ unit }: (typeof units)[number]) => (unit.level === 'prefecture' ? 1 : 0);
  return [...units]
    .sort((a, b) => rank(b) - rank(a))
    .map(({ unit, entries }): Label => {
      const many = entries.some(({ zone }) => zone.units.length > MANY);
      const named = !(many && unit.level === 'county' && level === 'prefecture');
      const size = (unit.level === level ? 22 : 17) * u;
      const name = named ? unitName(unit) : '';
      const rows = Math.ceil(entries.length / ROW);
      const head = named ? size * 1.25 : 0;
      const across = Math.min(ROW, Math.ceil(entries.length / rows));
      const width = Math.max(named ? textWidth(name, size, true) : 0, across * pitch);
      const [x, y] = frame.project(...unit.label);
      return {
        wish: { id: `chips-${unit.adcode}`, x, y, width, height: head + rows * pitch, stands: ALL_ROUND, gap: 0, ...(named ? { reach: REACH * u } : {}) },
        draw: (box) => {
          const middle = box.x + box.width / 2;
          const text = named ? textLine(name, middle, box.y + size * 0.6, { size, colour: tokens.label, bold: true, halo: tokens.halo, anchor: 'middle' }) : '';
          const discs = entries.map(({ number = 0, colour, dashed }, i) => {
            const row = Math.floor(i / across);
            const inRow = Math.min(across, entries.length - row * across);
            const left = middle - ((inRow - 1) * pitch) / 2;
            return chip(number, left + (i % across) * pitch, box.y + head + (row + 0.5) * pitch, r, colour, tokens.halo, dashed);
          });
          return text + discs.join('');
        }
      };
    });
}

/** Names of belts, circles and pairs, on their lines. */
function lineNames({ view, zones, tokens }: Scene, geometry: Geometry, frame: Frame, u: number): Label[] {
  const lettering = ({ colour }: SceneZone): Lettering => ({ size: 22 * u, colour, bold: true, halo: tokens.halo });
  const spots = new Map(schematicLabels(view, geometry).features.map(({ properties, geometry: { coordinates } }) => [String(properties?.id), coordinates]));
  return zones.flatMap((entry) => {
    const { zone, faded, drawn } = entry;
    if (faded) return [];
    const line = zone.tier === 'pair' ? schematicLine(drawn, geometry) : [];
    const [lon, lat] = spots.get(zone.id) ?? line[Math.floor(line.length / 2)] ?? [];
    if (lon === undefined || lat === undefined) return [];
    return [nameLabel(`line-${zone.id}`, [local(zone.short)], frame.project(lon, lat), lettering(entry), ALL_ROUND, 12 * u, 2 * REACH * u)];
  });
}

/** Names of places, where a few zones are seen from near. */
function placeNames({ places, tokens, near }: Scene, frame: Frame, u: number): Label[] {
  if (!near) return [];
  const lettering = { size: 16 * u, colour: tokens.label, halo: tokens.halo };
  const sharpness = ({ precision }: Place) => PRECISIONS.indexOf(precision);
  return [...places]
    .sort((a, b) => sharpness(a.view.place) - sharpness(b.view.place))
    .map(({ view: { place }, position }) => {
      // a ring has no mark that its name could cover
      const sharp = place.precision === 'site' || place.precision === 'neighbourhood';
      const name = (isStandIn(place.precision) ? '≈ ' : '') + local(place.name);
      return nameLabel(
        `place-${place.id}`,
        balanceText(name, 200 * u, lettering.size),
        frame.project(...position),
        lettering,
        sharp ? BESIDE : ALL_ROUND,
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
