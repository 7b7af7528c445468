import { measureOf, numbersOf } from '../table/aggregate';
import type { Figures } from '../table/aggregate';
import { shade, shadeColumn, shadeValues } from '../table/choropleth';
import type { ValueClass } from '../table/choropleth';
import type { UnitsJoined, ZonesJoined } from '../table/join';
import type { Gathered, Whereabouts } from '../table/pick';
import { PLACEMENTS } from '../table/table';
import type { OwnTable } from '../table/table';
import { cssColour } from '#lib/map/layers/colour';
import { nothingDrawn, ownHexagons, ownPoints, ownRings, ramp } from './draw-rows';
import type { RowDrawing, UnitShades } from '#lib/map/rows/drawing';
import type { Mode, OwnView } from '../panels/look-at';
import type { MapTokens } from '#lib/design/tokens/tokens';
import type { Hexes, InView } from '../work';

type Shown = Exclude<Mode, 'auto'>;

/** What the map draws and what its legend says of it: made of the same values, so that they cannot disagree. */
export type OwnScene = Readonly<{
  drawing: RowDrawing;
  classes: readonly ValueClass[];
  /** CSS colours of the classes */
  colours: readonly string[];
  /** CSS colour of points without a class */
  plain: string | undefined;
  /** rows drawn as rings */
  ringRows: number;
}>;

/** What a drawing is made of. Each part is read only where it is drawn: what is still being worked out for something else changes nothing. */
export type SceneParts = Readonly<{
  table: OwnTable;
  view: OwnView;
  shown: Shown;
  whereabouts: Whereabouts;
  /** of a large table; without rows all are drawn */
  inView: InView | undefined;
  hexes: Hexes | undefined;
  units: UnitsJoined | undefined;
  zones: ZonesJoined | undefined;
}>;

const CITY = PLACEMENTS.indexOf('prefecture');
const rowsOf = (spots: readonly Gathered[]) => spots.reduce((sum, { rows }) => sum + rows, 0);
/** Colours of points and cells do not depend on what else changes: made once for a table, a view and a theme. */
const points = new WeakMap<OwnTable, { key: readonly unknown[]; scene: Omit<OwnScene, 'ringRows'> }>();

export function ownScene(parts: SceneParts, tokens: MapTokens): OwnScene {
  const { table, view, shown } = parts;
  const { spots } = parts.whereabouts;
  const base = nothingDrawn(tokens);
  const css = (count: number) => ramp(tokens, count).map(cssColour);
  const shades = (source: UnitShades['source'], entries: readonly (readonly [string, Figures])[], rings: readonly Gathered[]): OwnScene => {
    const { classes, legend } = shade(entries, view.measure);
    const colours = css(legend.length);
    const filled = new Map([...classes].map(([id, index]) => [id, colours[index] ?? '']));
    return {
      drawing: { ...base, rings: ownRings(rings, tokens), shades: { source, colours: filled } },
      classes: legend,
      colours,
      plain: undefined,
      ringRows: rowsOf(rings)
    };
  };
  switch (shown) {
    case 'points':
      return { ...pointScene({ table, view, tokens, spots, rows: parts.inView?.rows }, base), ringRows: rowsOf(spots) };
    case 'hexagons': {
      const { hexes } = parts;
      const values = hexes?.cells.map(({ figures }) => measureOf(figures, view.measure)) ?? [];
      const { legend } = shadeValues(values.flatMap((value, i) => (value === undefined ? [] : [[String(i), value] as const])));
      const hexagons = hexes && ownHexagons(hexes.cells, values, hexes.radius, tokens);
      return {
        drawing: { ...base, rings: ownRings(spots, tokens), hexagons },
        classes: legend,
        colours: css(legend.length),
        plain: undefined,
        ringRows: rowsOf(spots)
      };
    }
    case 'districts':
      // rows of which only the city is known belong to no district: they stay rings
      return shades(
        'counties',
        (parts.units?.rows ?? []).flatMap(({ unit, figures }) => (table.counties.includes(unit.adcode) ? [[unit.adcode, figures] as const] : [])),
        spots.filter(({ placement }) => placement === CITY)
      );
    case 'zones':
      return shades(
        'zones',
        (parts.zones?.rows ?? []).map(({ zone, figures }) => [zone.id, figures] as const),
        []
      );
  }
}

function pointScene(
  {
    table,
    view,
    tokens,
    spots,
    rows
  }: Pick<SceneParts, 'table' | 'view'> & Readonly<{ tokens: MapTokens; spots: readonly Gathered[]; rows: Uint32Array | undefined }>,
  base: RowDrawing
): Omit<OwnScene, 'ringRows'> {
  const column = view.measure === 'count' ? undefined : view.column;
  const key = [column, view.sizeBy, tokens, spots, rows];
  const known = points.get(table);
  if (known?.key.every((part, i) => part === key[i])) return known.scene;
  const values = numbersOf(table, column);
  const shaded = values && shadeColumn(values);
  const drawn = ownPoints(table, { colourBy: values, breaks: shaded?.breaks, sizeBy: numbersOf(table, view.sizeBy), rows }, tokens);
  const legend = shaded?.legend ?? [];
  const scene = {
    drawing: { ...base, rings: ownRings(spots, tokens), points: drawn },
    classes: legend,
    colours: ramp(tokens, legend.length).map(cssColour),
    plain: values ? undefined : cssColour(drawn.colour)
  };
  points.set(table, { key, scene });
  return scene;
}
