import { measureOf, numbersOf } from '../table/aggregate';
import type { Figures } from '../table/aggregate';
import { shade, shadeColumn, shadeValues } from '../table/choropleth';
import type { ValueClass } from '../table/choropleth';
import type { UnitsJoined, ZonesJoined } from '../table/join';
import type { Gathered, Whereabouts } from '../table/pick';
import { PLACEMENTS } from '../table/table';
import type { OwnTable } from '../table/table';
import { cssColour, parseColour } from '#lib/map/layers/colour';
import type { Rgba } from '#lib/map/layers/colour';
import { ownHexagons, ownPoints, ownRings, ramp } from './draw-rows';
import type { OwnTokens } from './own-colours';
import type { RowLayer, RowPoints, UnitShades } from '#lib/map/rows/drawing';
import type { Mode, OwnView } from '../panels/look-at';
import type { Hexes, InView } from '../work';

type Shown = Exclude<Mode, 'auto'>;

/** What the map draws of a layer and what its legend says of it: made of the same values, so that they cannot disagree. */
export type OwnScene = Readonly<{
  layer: RowLayer;
  shades?: UnitShades | undefined;
  classes: readonly ValueClass[];
  /** CSS colours of the classes */
  colours: readonly string[];
  /** CSS colour of points without a class */
  plain: string | undefined;
  /** rows drawn as rings, and their CSS colour */
  ringRows: number;
  ringColour: string;
}>;

/** What a drawing is made of. Each part is read only where it is drawn: what is still being worked out for something else changes nothing. */
export type SceneParts = Readonly<{
  id: string;
  table: OwnTable;
  view: OwnView;
  /** number of the layer's own colour */
  colour: number;
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
export function ownScene(parts: SceneParts, tokens: OwnTokens): OwnScene {
  const { id, table, view, shown } = parts;
  const { spots } = parts.whereabouts;
  const colour = parseColour(tokens.own[parts.colour] ?? tokens.brand);
  const shadesOf = (count: number) => ramp(tokens, colour, count);
  const css = (count: number) => shadesOf(count).map(cssColour);
  /** a scene of which some rows are drawn as rings */
  const ringed = (
    rings: readonly Gathered[],
    scene: Omit<OwnScene, 'layer' | 'ringRows' | 'ringColour'>,
    drawn: Omit<RowLayer, 'id' | 'rings'> = {}
  ): OwnScene => ({
    ...scene,
    layer: { id, ...drawn, rings: ownRings(rings, colour, tokens) },
    ringRows: rowsOf(rings),
    ringColour: cssColour(colour)
  });
  const shades = (source: UnitShades['source'], entries: readonly (readonly [string, Figures])[], rings: readonly Gathered[]): OwnScene => {
    const { classes, legend } = shade(entries, view.measure);
    const colours = css(legend.length);
    const filled = new Map([...classes].map(([unit, index]) => [unit, colours[index] ?? '']));
    return ringed(rings, { shades: { source, colours: filled }, classes: legend, colours, plain: undefined });
  };
  switch (shown) {
    case 'points': {
      const { points, classes } = drawnPoints({ table, view, rows: parts.inView?.rows, tokens, colour });
      return ringed(
        spots,
        { classes, colours: css(classes.length), plain: points.data.attributes.getFillColor ? undefined : cssColour(points.colour) },
        { points }
      );
    }
    case 'hexagons': {
      const { hexes } = parts;
      const values = hexes?.cells.map(({ figures }) => measureOf(figures, view.measure)) ?? [];
      const { classes, legend } = shadeValues(values.flatMap((value, i) => (value === undefined ? [] : [[String(i), value] as const])));
      const filled = shadesOf(legend.length);
      const hexagons = hexes && ownHexagons(hexes.cells, classes, hexes.radius, filled);
      return ringed(spots, { classes: legend, colours: filled.map(cssColour), plain: undefined }, { hexagons });
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

type DrawnPoints = Readonly<{ points: RowPoints; classes: readonly ValueClass[] }>;
type PointParts = Pick<SceneParts, 'table' | 'view'> & Readonly<{ rows: Uint32Array | undefined; tokens: OwnTokens; colour: Rgba }>;
/** Points do not depend on what else changes: made once for a table, a view, a colour and a theme. */
const known = new WeakMap<OwnTable, { key: readonly unknown[]; drawn: DrawnPoints }>();

function drawnPoints({ table, view, rows, tokens, colour }: PointParts): DrawnPoints {
  const column = view.measure === 'count' ? undefined : view.column;
  const key = [column, view.sizeBy, tokens, cssColour(colour), rows];
  const before = known.get(table);
  if (before?.key.every((part, i) => part === key[i])) return before.drawn;
  const values = numbersOf(table, column);
  const shaded = values && shadeColumn(values);
  const points = ownPoints(table, { colour, colourBy: values, breaks: shaded?.breaks, sizeBy: numbersOf(table, view.sizeBy), rows }, tokens);
  const drawn = { points, classes: shaded?.legend ?? [] };
  known.set(table, { key, drawn });
  return drawn;
}
