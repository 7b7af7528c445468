import { countyLevel, isAt } from '#lib/atlas/admin-units';
import { badgesOf } from '#lib/atlas/primary-zone';
import { groupColour, isSharp } from '../layers/places';
import type { PlaceGroup } from '../layers/images';
import { kindText } from '#lib/facts/place-text';
import { unitCountText } from '#lib/facts/unit-count';
import * as m from '#lib/paraglide/messages';
import { beside, legendRow, paragraph, space, stack } from './column';
import type { Mark, Piece } from './column';
import { badgeMark, fadedMark, lineMark, placeMark } from './swatches';
import type { BadgePaint } from './swatches';
import type { Lettering } from './text';
import { tag } from './xml';
import type { Layout } from '#lib/schema/atlas';
import { formatList, local } from '#lib/design/page/local';
import { isStandIn } from '#lib/schema/terms';
import { shortName } from '#lib/atlas/short-name';
import { lightToken } from '#lib/design/tokens/light-tokens';
import { FADED } from './map-part';
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

/** Each zone by itself, under the name of its tier where there are several. */
function tierRows(scene: Scene, width: number, u: number): Piece[] {
  const shown = scene.zones.filter(({ faded }) => !faded);
  const several = scene.view.layout.tiers.length > 1;
  const rows = scene.view.layout.tiers.flatMap((tier) => {
    const [row, ...others] = shown.filter(({ zone }) => zone.tier === tier.tier).map((entry) => zoneRow(scene, entry, width, u));
    // a heading stays with its first row
    return row && several ? [stack([tierHeading(tier, width, u), row], 3 * u), ...others] : row ? [row, ...others] : [];
  });
  return [...rows, ...fadedRow(scene, width, u)];
}

function fadedRow(scene: Scene, width: number, u: number): Piece[] {
  if (scene.undivided || !scene.zones.some(({ faded }) => faded)) return [];
  const { light } = lettersOf(u);
  return [legendRow(fadedMark(scene.tokens.labelMinor, FADED, u), m.picture_legend_faded(), undefined, width, light, light)];
}

const tierHeading = ({ name }: Layout['tiers'][number], width: number, u: number): Piece =>
  stack([space(3 * u), paragraph(local(name), width, { size: 16 * u, colour: lightToken('--ink-2'), bold: true }, 1.5)]);

const paintOf = ({ zone, colours }: SceneZone): BadgePaint => ({ colours, mark: local(zone.mark) });

function zoneRow(scene: Scene, entry: SceneZone, width: number, u: number): Piece {
  const { strong, light } = lettersOf(u);
  return legendRow(badgeMark(paintOf(entry), lightToken('--paper'), u), local(entry.zone.short), members(scene, entry), width, strong, light);
}

function members({ atlas }: Scene, { zone }: SceneZone): string | undefined {
  const names = zone.units.flatMap((unit) => atlas.unit.get(unit)?.name ?? []);
  const list = formatList(names.map((name) => local(shortName(name)))) + (zone.openEnded ? m.and_others() : '');
  const text = zone.units.length > MOST_LISTED ? unitCountText(atlas, zone.units) : list;
  // a picture goes about without the page that says it
  const known = zone.membership === 'secondary' ? m.picture_legend_outside() : zone.membership === 'inferred' ? m.picture_legend_inferred() : undefined;
  return text === '' ? known : known ? m.picture_legend_known({ members: text, known }) : text;
}

/** Lines and marks that need a word. */
function markRows(scene: Scene, width: number, u: number): Piece[] {
  const { tokens, places, level } = scene;
  const { light } = lettersOf(u);
  const ink: Lettering = { ...light, colour: lightToken('--ink-2') };
  const row = (mark: Mark, text: string) => legendRow(mark, text, undefined, width, ink, ink);
  const shown = scene.zones.filter(({ faded }) => !faded);
  const areas = countyLevel(scene.atlas.data.admin);
  const units = scene.atlas.data.admin.filter((unit) => isAt(unit, level));
  const badges = units.flatMap((unit) =>
    badgesOf(
      shown.map(({ zone }) => zone),
      unit,
      areas
    )
  );
  const partly = badges.find(({ part }) => part);
  const drawn = places.filter(({ view }) => !isStandIn(view.place.precision));
  const kinds = GROUPS.flatMap((group) => {
    const names = [...new Set(drawn.filter((place) => place.group === group).map(({ view }) => kindText(view.place.kind)))];
    return names.length > 0 ? [row(placeMark(group, true, groupColour(group, tokens), tokens.halo, u), formatList(names))] : [];
  });
  const rough = drawn.find(({ view: { place } }) => !isSharp(place.precision));
  return [
    ...(partly
      ? [row(badgeMark({ colours: tokens.hue[partly.zone.hue], mark: local(partly.zone.mark), part: true }, lightToken('--paper'), u), m.picture_legend_part())]
      : []),
    ...kinds,
    ...(rough ? [row(placeMark(rough.group, false, groupColour(rough.group, tokens), tokens.halo, u), m.picture_legend_rough())] : []),
    ...(level === 'prefecture' ? [row(lineMark(tokens.province, 2 * u, u), m.picture_legend_province())] : []),
    row(lineMark(tokens.prefecture, 1.6 * u, u), m.picture_legend_prefecture()),
    row(lineMark(tokens.county, 1.4 * u, u), m.picture_legend_county())
  ];
}
