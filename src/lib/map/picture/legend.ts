import { countyLevel } from '#lib/atlas/admin-units';
import { cssColour } from '../layers/colour';
import { groupColour, groupOf } from '../layers/places';
import type { PlaceGroup } from '../layers/places';
import { kindText } from '#lib/facts/place-text';
import * as m from '#lib/paraglide/messages';
import { beside, legendRow, paragraph, space, stack } from './column';
import type { Mark, Piece } from './column';
import { areaMark, chipMark, lineMark, placeMark, rampMark, ringMark } from './swatches';
import type { Paint } from './swatches';
import type { Lettering } from './text';
import { tag } from './xml';
import type { Layout } from '#lib/schema/atlas';
import { TIER_LOOK } from '#lib/design/tokens/tier-look';
import { formatList, local } from '#lib/design/page/local';
import { lightToken } from '#lib/design/tokens/light-tokens';
import { hatched, patternOf, taskCounts, tintOf } from './map-part';
import type { Scene, SceneZone } from './plan';

/** A zone's members are listed up to so many, else counted. */
const MOST_LISTED = 6;
const GROUPS: readonly PlaceGroup[] = ['ground', 'knowledge', 'transport'];

type Letters = Readonly<{ strong: Lettering; light: Lettering }>;
const lettersOf = (u: number): Letters => ({
  strong: { size: 19 * u, colour: lightToken('--ink') },
  light: { size: 16 * u, colour: lightToken('--ink-3') }
});

/** The legend: what is drawn, and nothing else. @param columns side by side */
export function legend(scene: Scene, width: number, u: number, columns: number): Piece {
  const gap = 28 * u;
  const each = (width - (columns - 1) * gap) / columns;
  const rows = [...tierRows(scene, each, u), ...markRows(scene, each, u)];
  const heading = paragraph(m.picture_legend(), width, { size: 17 * u, colour: lightToken('--ink-3'), bold: true }, 1.7);
  const parts = inColumns(rows, columns).map((part, i) => ({ left: i * (each + gap), piece: stack(part, 3 * u) }));
  const body = beside(parts);
  const all = stack([heading, body]);
  return { ...all, draw: (x, y) => tag('g', { id: 'legend' }, all.draw(x, y)) };
}

/** Split rows, in their order, into columns of about the same height. */
function inColumns(rows: readonly Piece[], columns: number): Piece[][] {
  const total = rows.reduce((sum, { height }) => sum + height, 0);
  const parts: Piece[][] = Array.from({ length: columns }, () => []);
  let done = 0;
  for (const row of rows) {
    parts[Math.min(columns - 1, Math.floor(((done + row.height / 2) * columns) / total))]?.push(row);
    done += row.height;
  }
  return parts;
}

const paintOf = (scene: Scene, entry: SceneZone): Paint => ({
  colour: entry.colour,
  fill: TIER_LOOK[entry.zone.tier].fill,
  pattern: hatched(scene, entry) ? patternOf(entry) : undefined,
  line: TIER_LOOK[entry.zone.tier].line,
  dashed: entry.dashed
});

/** The line that ties a zone's members, as drawn over its piece of area. */
function overlay({ zone, colour }: SceneZone, u: number): ((x: number, y: number) => string) | undefined {
  const round = { fill: 'none', stroke: colour, 'stroke-linecap': 'round' };
  switch (zone.tier) {
    case 'belt':
      return (x, y) =>
        tag('path', { d: `M${x - 14 * u} ${y}H${x + 14 * u}`, ...round, 'stroke-width': 7 * u, 'stroke-opacity': 0.34 }) +
        tag('path', { d: `M${x - 14 * u} ${y}H${x + 14 * u}`, ...round, 'stroke-width': 2 * u });
    case 'circle':
      return (x, y) =>
        tag('ellipse', { cx: x, cy: y, rx: 12 * u, ry: 7 * u, fill: 'none', stroke: colour, 'stroke-width': 2 * u, 'stroke-dasharray': `${4 * u} ${3 * u}` });
    case 'pair':
      return (x, y) => tag('path', { d: `M${x - 11 * u} ${y + 4 * u}Q${x} ${y - 9 * u} ${x + 11 * u} ${y + 4 * u}`, ...round, 'stroke-width': 2.6 * u });
    case 'core':
    case 'park':
    case 'point':
    case 'base':
    case 'assignment':
      return undefined;
  }
}

function tierRows(scene: Scene, width: number, u: number): Piece[] {
  const { strong, light } = lettersOf(u);
  const shown = scene.zones.filter(({ faded }) => !faded);
  const several = new Set(shown.map(({ zone }) => zone.tier)).size > 1;
  const rows = scene.view.layout.tiers.flatMap((tier) => {
    const zones = shown.filter(({ zone }) => zone.tier === tier.tier);
    const [first] = zones;
    if (!first) return [];
    // looks that differ, or numbers, are named one by one
    if (first.number !== undefined || first.motif !== undefined) {
      const [row, ...others] = zones.map((entry) => zoneRow(scene, entry, width, u));
      // a heading stays with its first row
      return row && several ? [stack([tierHeading(tier, width, u), row], 3 * u), ...others] : row ? [row, ...others] : [];
    }
    const looks = [zones.filter(({ dashed }) => !dashed), zones.filter(({ dashed }) => dashed)].filter((list) => list.length > 0);
    return looks.flatMap((list) =>
      list[0] ? [legendRow(areaMark(paintOf(scene, list[0]), u, overlay(list[0], u)), local(tier.name), namesOf(list, tier), width, strong, light)] : []
    );
  });
  return [...rows, ...rampRow(scene, width, u), ...fadedRow(scene, width, u)];
}

const namesOf = (zones: readonly SceneZone[], tier: Layout['tiers'][number]): string | undefined => {
  const names = formatList(zones.map(({ zone }) => local(zone.short)));
  return names === local(tier.name) ? undefined : names;
};

const tierHeading = ({ name }: Layout['tiers'][number], width: number, u: number): Piece =>
  stack([space(3 * u), paragraph(local(name), width, { size: 16 * u, colour: lightToken('--ink-2'), bold: true }, 1.5)]);

function zoneRow(scene: Scene, entry: SceneZone, width: number, u: number): Piece {
  const { strong, light } = lettersOf(u);
  const { number, colour, zone, dashed } = entry;
  const mark = number === undefined ? areaMark(paintOf(scene, entry), u, overlay(entry, u)) : chipMark(number, colour, lightToken('--paper'), dashed, u);
  return legendRow(mark, local(zone.short), members(scene, entry), width, strong, light);
}

function members({ atlas }: Scene, { zone, number }: SceneZone): string | undefined {
  if (number !== undefined && zone.units.length <= MOST_LISTED) return undefined;
  if (zone.units.length > MOST_LISTED) return m.unit_count({ count: zone.units.length });
  const names = zone.units.flatMap((unit) => atlas.unit.get(unit)?.name ?? []);
  return (
    formatList(names.map(({ zh, en }) => local({ zh: zh.length > 2 ? zh.replace(/[市区县]$/, '') : zh, en: en.replace(/ (City|District|County)$/, '') }))) +
    (zone.openEnded ? m.and_others() : '')
  );
}

function rampRow(scene: Scene, width: number, u: number): Piece[] {
  if (!scene.tinted) return [];
  const { count, most, least } = taskCounts(
    scene,
    countyLevel(scene.atlas.data.admin).map(({ adcode }) => adcode)
  );
  const levels = [...new Set(count.values())].sort((a, b) => a - b);
  const mark = rampMark(
    scene.tokens.tier.assignment,
    levels.map((level) => tintOf(level, most)),
    u
  );
  const { light } = lettersOf(u);
  return [space(2 * u), legendRow(mark, m.picture_legend_tint({ least, most }), undefined, width, light, light)];
}

function fadedRow(scene: Scene, width: number, u: number): Piece[] {
  if (scene.tinted || !scene.zones.some((entry) => entry.faded)) return [];
  const { light } = lettersOf(u);
  const mark = areaMark({ colour: lightToken('--ink-3'), fill: 0.08, line: 0.8, dashed: false }, u);
  return [legendRow(mark, m.picture_legend_faded(), undefined, width, light, light)];
}

/** Lines and marks that need a word. */
function markRows(scene: Scene, width: number, u: number): Piece[] {
  const { tokens, places, level } = scene;
  const { light } = lettersOf(u);
  const ink: Lettering = { ...light, colour: lightToken('--ink-2') };
  const row = (mark: Mark, text: string) => legendRow(mark, text, undefined, width, ink, ink);
  const dashed = scene.zones.some((entry) => entry.dashed && !entry.faded && !(scene.tinted && entry.number === undefined));
  const kinds = GROUPS.flatMap((group) => {
    const sharp = places.filter((place) => place.group === group && ['site', 'neighbourhood'].includes(place.view.place.precision));
    const names = [...new Set(sharp.map(({ view }) => kindText(view.place.kind)))];
    return names.length > 0 ? [row(placeMark(group, cssColour(groupColour(group, tokens)), tokens.halo, u), formatList(names))] : [];
  });
  const rough = places.find(({ view: { place } }) => place.precision !== 'site');
  return [
    ...(dashed
      ? [
          row(
            lineMark(lightToken('--ink-3'), 2 * u, u, `${6 * u} ${4 * u}`),
            scene.zones.some(({ number }) => number !== undefined) ? m.picture_legend_hollow() : m.picture_legend_dashed()
          )
        ]
      : []),
    ...kinds,
    ...(rough ? [row(ringMark(cssColour(groupColour(groupOf(rough.view.place.kind), tokens)), u), m.picture_legend_ring())] : []),
    ...(level === 'prefecture' ? [row(lineMark(tokens.province, 2 * u, u), m.picture_legend_province())] : []),
    row(lineMark(tokens.prefecture, 1.6 * u, u), m.picture_legend_prefecture()),
    row(lineMark(tokens.county, 1.4 * u, u), m.picture_legend_county())
  ];
}
