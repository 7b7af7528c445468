import type { AdminUnit } from '#lib/schema/atlas';
import { local } from '#lib/design/page/local';
import { lightTokens } from '#lib/design/tokens/light-tokens';
import { dissolve } from '../layers/geometry';
import { shortName } from '#lib/atlas/short-name';
import { penLine } from './base-map';
import type { BaseMap } from './base-map';
import { pathTag } from './clipped-path';
import { placeLabels } from './place-labels';
import type { LabelWish } from './place-labels';
import type { PlaceGroup } from '../layers/images';
import { placeShape } from './swatches';
import { textLine, textWidth } from './text';
import type { Lettering } from './text';

/** Half of the mark of a place, units. */
const POINT = 13;

/** How some units are painted. */
export type UnitFill = Readonly<{ units: readonly string[]; colour: string; opacity: number; dashed?: boolean }>;

/** A place that the map is about. */
export type MapPoint = Readonly<{ lon: number; lat: number; group: PlaceGroup; solid: boolean }>;

/**
 * A map of units that are no zone's.
 * @param fills the later ones over the earlier; each unit is an area of its own
 * @param named units to name first, in strong letters
 * @param around other units to name where there is room
 * @param point a place to mark: no name covers it
 */
export function drawUnitMap(
  { frame, geometry, draw, under, waters, lines }: BaseMap,
  fills: readonly UnitFill[],
  named: readonly AdminUnit[],
  around: readonly AdminUnit[],
  u: number,
  point?: MapPoint
): string {
  const areas = fills.flatMap(({ units, colour, opacity, dashed }) =>
    units.map((unit) => {
      const area = dissolve(geometry, [unit]);
      const look = { ...penLine(colour, 2 * u), fill: colour, 'fill-opacity': opacity, 'stroke-dasharray': dashed ? `${5 * u} ${4 * u}` : undefined };
      return area ? pathTag(draw(area), look) : '';
    })
  );
  const tokens = lightTokens();
  const strong: Lettering = { size: 24 * u, colour: tokens.label, bold: true, halo: tokens.halo, anchor: 'middle' };
  const light: Lettering = { size: 18 * u, colour: tokens.labelMinor, halo: tokens.halo, anchor: 'middle' };
  const labels = [...named.map((unit) => ({ unit, lettering: strong })), ...around.map((unit) => ({ unit, lettering: light }))].map(({ unit, lettering }) => {
    const text = local(shortName(unit.name));
    const [x, y] = frame.project(...unit.label);
    const box = { width: textWidth(text, lettering.size, lettering.bold), height: lettering.size * 1.2 };
    const wish: LabelWish = { id: unit.adcode, x, y, ...box, stands: ['centre', 'above', 'below', 'right', 'left'], gap: 4 * u };
    return { wish, text, lettering };
  });
  const size = POINT * u;
  const [x, y] = point ? frame.project(point.lon, point.lat) : [0, 0];
  const edge = 8 * u;
  const within = { x: edge, y: edge, width: frame.width - 2 * edge, height: frame.height - 2 * edge };
  const spots = placeLabels(
    labels.map(({ wish }) => wish),
    point ? [{ x: x - size * 1.6, y: y - size * 1.6, width: size * 3.2, height: size * 3.2 }] : [],
    within,
    2.5 * u
  );
  const names = labels.flatMap(({ wish: { id }, text, lettering }) => {
    const box = spots.get(id);
    return box ? [textLine(text, box.x + box.width / 2, box.y + box.height / 2, lettering)] : [];
  });
  const mark = point ? placeShape(point.group, point.solid, x, y, size, tokens.brand, tokens.halo) : '';
  return [under, ...areas, waters, lines, ...names, mark].join('');
}
