import type { Layout } from '#lib/schema/atlas';
import type { ExplorerView } from '#lib/atlas/view';
import { boundsOf } from '../layers/geometry';
import type { Geometry } from '../layers/geometry';
import type { Destination } from './mount-options';

type Box = readonly [number, number, number, number];

/** The whole region, degrees. */
export const regionBox = (geometry: Geometry): Box => boundsOf(geometry.province.features) ?? boundsOf(geometry.counties.features) ?? [73, 18, 135, 54];

/** A layout's area: its city, or the whole region. */
export function layoutBox(layout: Layout, geometry: Geometry): Box {
  const city = layout.scope === 'city' ? geometry.unit.get(layout.adcode) : undefined;
  return (city && boundsOf([city])) ?? regionBox(geometry);
}

/** What is selected, as something to frame; undefined where it has no position. */
export function selectionTarget({ selection }: ExplorerView): Destination | undefined {
  switch (selection?.kind) {
    case undefined:
      return undefined;
    case 'zone':
      return selection.zone.bbox;
    case 'unit':
      return selection.unit.bbox;
    case 'place': {
      const { lon, lat } = selection.place;
      return lon === null || lat === null ? undefined : [lon, lat];
    }
  }
}

/** Names a selection, to notice that it has changed. */
export function selectionKey({ selection }: ExplorerView): string {
  switch (selection?.kind) {
    case undefined:
      return '';
    case 'zone':
      return `zone/${selection.zone.id}`;
    case 'unit':
      return `unit/${selection.unit.adcode}`;
    case 'place':
      return `place/${selection.place.id}`;
  }
}
