import type { Feature, FeatureCollection, LineString } from 'geojson';
import { framesOf, primaryGround } from '#lib/atlas/primary-zone';
import type { ExplorerView, ZoneView } from '#lib/atlas/view';
import type { Hue, Tier } from '#lib/schema/terms';
import { circleAround } from './circle';
import { countiesOf, dissolve, labelPoint, mainland } from './geometry';
import type { Geometry, Outline } from './geometry';
import { RING_KM } from './places';

/** The ground that a zone fills as usual, the edge of a member that others fill, all its members, or the line of a pair. */
export type ZoneShape = 'ground' | 'frame' | 'members' | 'pair';
/** What a zone is painted by. Selection and pointing are feature state under its id, so they need no new data. */
export type ZoneProperties = Readonly<{
  id: string;
  tier: Tier;
  hue: Hue;
  shape: ZoneShape;
  /** draw order: of many members first */ sort: number;
  /** the how manieth frame from the edge */ band?: number;
}>;

/** Shapes of each zone that has known units: its ground, its members, and for a pair a line between the two. */
export function zoneFeatures(
  { zones, stacked }: Pick<ExplorerView, 'zones' | 'stacked'>,
  geometry: Geometry
): FeatureCollection<Outline | LineString, ZoneProperties> {
  const active = zones.flatMap((entry) => (entry.active ? [entry.zone] : []));
  const areas = geometry.counties.features.map(({ properties }) => properties);
  const ground = primaryGround(active, areas);
  const frames: Feature<Outline, ZoneProperties>[] = (stacked ? [] : framesOf(active, areas)).flatMap(({ zone: { id, tier, hue }, unit, band }) => {
    const form = mainland(dissolve(geometry, [unit]));
    return form ? [{ type: 'Feature', properties: { id, tier, hue, shape: 'frame', sort: 0, band }, geometry: form }] : [];
  });
  const features = zones.flatMap(({ zone }) => {
    const feature = (shape: ZoneShape, form: Outline | LineString | undefined): Feature<Outline | LineString, ZoneProperties>[] =>
      form
        ? [
            {
              type: 'Feature',
              properties: { id: zone.id, tier: zone.tier, hue: zone.hue, shape, sort: -countiesOf(geometry, zone.units).length },
              geometry: form
            }
          ]
        : [];
    return [
      // tasks that overlap everywhere divide no ground among them: marks tell them
      ...feature('ground', stacked ? undefined : dissolve(geometry, ground.get(zone) ?? [])),
      ...feature('members', dissolve(geometry, zone.units)),
      ...feature('pair', pairLine(zone, geometry))
    ];
  });
  return { type: 'FeatureCollection', features: [...features, ...frames] };
}

/** A line between the members of a pair; it stands for their cooperation only. */
export function pairLine({ tier, units }: ZoneView['zone'], geometry: Pick<Geometry, 'unit'>): LineString | undefined {
  const coordinates = tier === 'pair' ? units.flatMap((unit) => [labelPoint(geometry, unit) ?? []].filter((point) => point.length === 2)) : [];
  return coordinates.length > 1 ? { type: 'LineString', coordinates } : undefined;
}

/** The outline of a unit that is selected, or how far a selected place may lie from its point; a zone stands out by itself. */
export function selectionFeatures({ selection }: Pick<ExplorerView, 'selection'>, geometry: Geometry): FeatureCollection<Outline> {
  const outline = selectionOutline(selection, geometry);
  return { type: 'FeatureCollection', features: outline ? [{ type: 'Feature', properties: {}, geometry: outline }] : [] };
}

function selectionOutline(selection: ExplorerView['selection'], geometry: Geometry): Outline | undefined {
  switch (selection?.kind) {
    case undefined:
    case 'zone':
      return undefined;
    case 'unit':
      return dissolve(geometry, [selection.unit.adcode]);
    case 'place': {
      const { lon, lat, precision } = selection.place;
      const km = RING_KM[precision];
      return lon === null || lat === null || km === 0 ? undefined : { type: 'Polygon', coordinates: [circleAround([lon, lat], km)] };
    }
  }
}
