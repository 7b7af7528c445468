import type { Atlas } from '#lib/atlas/atlas';
import { formatList, languageTag, local } from '#lib/design/page/local';
import { lightToken, lightTokens } from '#lib/design/tokens/light-tokens';
import { tierNameOf } from '#lib/facts/terms';
import * as m from '#lib/paraglide/messages';
import type { Zone } from '#lib/schema/atlas';
import { paragraph, space, stack } from './column';
import type { Piece } from './column';
import { FONT_FAMILY } from './text';
import { escapeXml, tag } from './xml';

/*
 * Zones as tiles with their names, about where they lie to each other: a drawing without any boundary, for what is handed out where a map
 * has no approval. It shows no shape, size or distance, and says so.
 */

export type SchematicRequest = Readonly<{
  layout: string;
  /** zones that stand out */
  zones: readonly string[];
  /** px */
  width: number;
  height: number;
  /** size of letters against the usual for a picture of this size; 1 if absent */
  scale?: number;
}>;

type Cell = Readonly<{ column: number; row: number }>;
type Tile = Cell & Readonly<{ zone: Zone }>;

/** With more zones than this only those that stand out are drawn. */
const MOST_AROUND = 12;
/** Wider than high: names are read across. */
const TILE_SHAPE = 1.7;

/** @throws Error where the layout is not known or none of the zones is its own */
export function schematicPicture(atlas: Atlas, request: SchematicRequest): string {
  const { width, height } = request;
  const layout = atlas.layout.get(request.layout);
  const chosen = new Set(request.zones);
  const all = layout?.zones.flatMap((id) => atlas.zone.get(id) ?? []) ?? [];
  const shown = all.length <= MOST_AROUND ? all : all.filter(({ id }) => chosen.has(id));
  if (!layout || !shown.some(({ id }) => chosen.has(id))) throw new Error(request.layout);
  const u = Math.sqrt((width * height) / (1920 * 1080)) * (request.scale ?? 1);
  const edge = 22 * u;
  const note = paragraph(m.picture_schematic(), width - 2 * edge, { size: 20 * u, colour: lightToken('--ink-3') }, 1.4);
  const room = { width: width - 2 * edge, height: height - note.height - 2.4 * edge };
  const columns = Math.max(1, Math.min(shown.length, Math.round(Math.sqrt((shown.length * room.width) / (room.height * TILE_SHAPE)))));
  const rows = Math.ceil(shown.length / columns);
  const gap = 18 * u;
  const size = { width: (room.width - gap * (columns - 1)) / columns, height: (room.height - gap * (rows - 1)) / rows };
  const tiles = arrange(atlas, shown, columns, rows);
  const letters = largest(tiles, (tile, letter) => words(atlas, tile.zone, size.width - 2 * gap, letter, true).height <= size.height - gap, u);
  const title = local(layout.name);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    tag(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        ...{ width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': FONT_FAMILY, 'xml:lang': languageTag(), role: 'img', 'aria-labelledby': 'title' }
      },
      tag('title', { id: 'title' }, escapeXml(title)),
      tag('desc', {}, escapeXml(m.picture_schematic())),
      tag('rect', { width, height, fill: lightToken('--paper') }),
      ...tiles.map(({ zone, column, row }) => {
        const [x, y] = [edge + column * (size.width + gap), edge + row * (size.height + gap)];
        const on = chosen.has(zone.id);
        const { ink, tint } = lightTokens().hue[zone.hue];
        const piece = words(atlas, zone, size.width - 2 * gap, letters, on);
        const box = {
          ...{ x, y, width: size.width, height: size.height, rx: 14 * u, fill: on ? tint : lightToken('--paper-2') },
          ...{ stroke: on ? ink : lightToken('--line'), 'stroke-width': (on ? 4 : 1.5) * u }
        };
        return tag('rect', box) + piece.draw(x + gap, y + (size.height - piece.height) / 2);
      }),
      note.draw(edge, height - note.height - edge * 0.6)
    ),
    '\n'
  ].join('');
}

/** A tile's words: tier, name, members. */
function words(atlas: Atlas, zone: Zone, width: number, size: number, on: boolean): Piece {
  const colour = lightToken(on ? '--ink' : '--ink-3');
  const small = { size: size * 0.56, colour: lightToken(on ? '--ink-2' : '--ink-3') };
  const units = zone.units.flatMap((code) => atlas.unit.get(code) ?? []).map(({ name }) => local(name));
  return stack([
    paragraph(tierNameOf(zone), width, small, 1.5),
    paragraph(local(zone.name), width, { size, colour, bold: on }, 1.25),
    ...(units.length > 0 && units.length <= 4 ? [space(size * 0.15), paragraph(formatList(units), width, small, 1.35)] : [])
  ]);
}

/** The largest letters, px, with which every tile holds its words; the smallest where none do. */
function largest(tiles: readonly Tile[], fits: (tile: Tile, size: number) => boolean, u: number): number {
  for (let size = 64; size > 16; size -= 2) if (tiles.every((tile) => fits(tile, size * u))) return size * u;
  return 16 * u;
}

/** Each zone in a cell of its own, the nearest free one to where it lies; what has no members fills the rest. */
function arrange(atlas: Atlas, zones: readonly Zone[], columns: number, rows: number): Tile[] {
  const free: Cell[] = Array.from({ length: columns * rows }, (_, i) => ({ column: i % columns, row: Math.floor(i / columns) }));
  const points = zones.map((zone) => ({ zone, at: middleOf(atlas, zone) }));
  const known = points.flatMap(({ at }) => (at ? [at] : []));
  const span = (axis: 0 | 1) => {
    const values = known.map((at) => at[axis]);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return (value: number) => (most > least ? (value - least) / (most - least) : 0.5);
  };
  const [east, north] = [span(0), span(1)];
  // from the outermost in: those at the edges have the fewest cells to go to
  const placed = points
    .map(({ zone, at }) => ({ zone, wish: at ? { x: east(at[0]) * (columns - 1), y: (1 - north(at[1])) * (rows - 1) } : undefined }))
    .sort((a, b) => far(b.wish, columns, rows) - far(a.wish, columns, rows));
  return placed.map(({ zone, wish }) => {
    const distance = ({ column, row }: Cell) => (wish ? (column - wish.x) ** 2 + (row - wish.y) ** 2 : 0);
    const cell = free.reduce((best, one) => (distance(one) < distance(best) ? one : best));
    free.splice(free.indexOf(cell), 1);
    return { ...cell, zone };
  });
}

const far = (wish: Readonly<{ x: number; y: number }> | undefined, columns: number, rows: number): number =>
  wish ? Math.abs(wish.x - (columns - 1) / 2) + Math.abs(wish.y - (rows - 1) / 2) : -1;

/** The mean of the members' label points; undefined where there are none. */
function middleOf(atlas: Atlas, { units }: Zone): readonly [lon: number, lat: number] | undefined {
  const points = units.flatMap((code) => {
    const unit = atlas.unit.get(code);
    return unit ? [unit.label] : [];
  });
  if (points.length === 0) return undefined;
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return [mean(0), mean(1)];
}
