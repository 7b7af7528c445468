import type { Layout } from '#lib/schema/atlas';
import type { ExplorerView } from '#lib/atlas/view';
import { boundsOf } from '../layers/geometry';
import type { Geometry } from '../layers/geometry';
import type { Destination } from './mount-options';

type Box = readonly [number, number, number, number];

/** The whole region, degrees. */
export const regionBox = (geometry: Geometry): Box => boundsOf(geometry.province.features) ?? boundsOf(geometry.counties.features) ?? [73, 18, 135, 54];

/** An islet whose box is a smaller share of the largest part's does not make a map of the whole smaller. */
const ISLET = 0.0008;

/** What there is to see of an area: the box of its parts, but for far islets. */
export function visibleBox(features: Geometry['province']['features']): Box | undefined {
  const parts = features.flatMap(({ geometry }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flatMap((coordinates) => {
      const box = boundsOf([{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates } }]);
      return box ? [box] : [];
    })
  );
  const size = ([west, south, east, north]: Box) => (east - west) * (north - south);
  const largest = parts.reduce((most, box) => Math.max(most, size(box)), 0);
  return parts
    .filter((box) => size(box) >= ISLET * largest)
    .reduce<Box | undefined>(
      (all, box) => (all ? [Math.min(all[0], box[0]), Math.min(all[1], box[1]), Math.max(all[2], box[2]), Math.max(all[3], box[3])] : box),
      undefined
    );
}

/** A layout's area: its city, or the whole region. */
export function layoutBox(layout: Layout, geometry: Geometry): Box {
  const city = layout.scope === 'city' ? geometry.unit.get(layout.adcode) : undefined;
  return visibleBox(city ? [city] : geometry.province.features) ?? regionBox(geometry);
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
