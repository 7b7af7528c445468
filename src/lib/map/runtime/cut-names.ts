import type { MapLibreMap, PointLike } from 'maplibre-gl';
import { same } from '../layers/style';
import type { Padding } from './mount-options';

/** Corners of a part of the map's container, CSS px. */
type Box = readonly [[left: number, top: number], [right: number, bottom: number]];

/** Layers whose names are looked at, and the one whose marks are. Names of zones are not: they stand in the middle of their ground. */
const NAMES = ['place-label', 'around-label', 'county-label', 'prefecture-label'];
const MARKS = 'unit-mark';
/** What reaches into a strip so wide along the edge is cut, or nearly, CSS px. */
const STRIP = 2;

/** Where a name would not be seen as a whole: along the edges of the stage, and under what covers it. */
export function unseen({ width, height }: Readonly<{ width: number; height: number }>, covers: readonly Box[]): Box[] {
  return [
    [
      [0, 0],
      [STRIP, height]
    ],
    [
      [width - STRIP, 0],
      [width, height]
    ],
    [
      [0, 0],
      [width, STRIP]
    ],
    [
      [0, height - STRIP],
      [width, height]
    ],
    ...covers
  ];
}

type Drawn = Pick<MapLibreMap, 'getLayer' | 'queryRenderedFeatures' | 'getFeatureState' | 'setFeatureState'>;
export type Hidden = Map<string, Readonly<{ source: string; id: string; name: boolean; mark: boolean }>>;

/**
 * Hides names and marks that reach into some boxes, as they are placed now, and shows again those that no longer do.
 * @param before what is hidden; brought up to date
 * @returns whether any changed: the map is then drawn once more, and rests again after that
 */
export function hideWithin(map: Drawn, boxes: readonly Box[], before: Hidden): boolean {
  const layers = [...NAMES, MARKS].filter((id) => map.getLayer(id));
  const found: Hidden = new Map();
  for (const box of boxes) {
    for (const { layer, source, properties } of map.queryRenderedFeatures(box as unknown as [PointLike, PointLike], { layers })) {
      const { id, level } = properties as { id?: unknown; level?: unknown };
      if (typeof id !== 'string' || level === 'zone') continue;
      const known = found.get(id);
      const mark = layer.id === MARKS;
      found.set(id, { source, id, name: !mark || known?.name === true, mark: mark || known?.mark === true });
    }
  }
  let changed = false;
  for (const [key, { source, id }] of new Map([...before, ...found])) {
    const { name = false, mark = false } = found.get(key) ?? {};
    const state = map.getFeatureState({ source, id });
    if (Boolean(state.cut) === name && Boolean(state.cutMark) === mark) continue;
    map.setFeatureState({ source, id }, { cut: name, cutMark: mark });
    changed = true;
  }
  before.clear();
  for (const [key, value] of found) before.set(key, value);
  return changed;
}

/**
 * Keeps hidden what would be cut off: at the stage's edge, below controls, below what lies over the map (`data-over-map`).
 * A look at all names costs more than drawing them: there is none where neither they nor the view nor what covers it have changed.
 */
export class CutNames {
  readonly #hidden: Hidden = new Map();
  #seen: readonly unknown[] = [];

  /** @param names what names are made from @returns whether any changed */
  hide(map: MapLibreMap, padding: Padding | undefined, names: readonly unknown[]): boolean {
    const container = map.getContainer();
    const { left, top, width, height } = container.getBoundingClientRect();
    const over = [...container.querySelectorAll('.maplibregl-ctrl'), ...document.querySelectorAll('[data-over-map]')];
    const covers = over.flatMap((element): Box[] => {
      const box = element.getBoundingClientRect();
      const shown = box.width > 0 && getComputedStyle(element).opacity !== '0';
      return shown
        ? [
            [
              [box.left - left, box.top - top],
              [box.right - left, box.bottom - top]
            ]
          ]
        : [];
    });
    const { lng, lat } = map.getCenter();
    const boxes = unseen({ width, height: height - (padding?.bottom ?? 0) }, covers);
    const seen = [...names, lng, lat, map.getZoom(), ...boxes.flat(2)];
    if (same(seen, this.#seen)) return false;
    this.#seen = seen;
    return hideWithin(map, boxes, this.#hidden);
  }
}
