import type { Feature, FeatureCollection } from 'geojson';
import type { ExplorerView, ZoneView } from '#lib/atlas/view';
import type { Tier } from '#lib/schema/terms';
import { TIER_ORDER } from '#lib/design/tokens/tier-look';
import { dissolve } from './geometry';
import type { Geometry, Outline } from './geometry';
import { patternId } from './patterns';
import { drawnZones } from './zone-tone';

/** What a zone's outline is painted by. Filters and selection are feature state, so they need no new data. */
export type ZoneProperties = Readonly<{
  id: string;
  tier: Tier;
  tone: string;
  /** image id; absent for plain tiers */
  pattern?: string;
  /** membership that the document itself does not state */
  dashed: boolean;
  /** draw order: large ones first */
  sort: number;
}>;

/** One dissolved outline for each zone that has known units. */
export function zoneFeatures(zones: readonly ZoneView[], geometry: Geometry): FeatureCollection<Outline, ZoneProperties> {
  const features = drawnZones(zones).flatMap(({ view: { zone }, index, tone }): Feature<Outline, ZoneProperties>[] => {
    const outline = dissolve(geometry, zone.units);
    if (!outline) return [];
    const pattern = patternId(zone.tier, index);
    const properties = {
      id: zone.id,
      tier: zone.tier,
      tone,
      ...(pattern ? { pattern } : {}),
      dashed: zone.membership !== 'primary',
      sort: TIER_ORDER[zone.tier]
    };
    return [{ type: 'Feature', properties, geometry: outline }];
  });
  return { type: 'FeatureCollection', features };
}

/** The outline of what is selected, zone or unit; places are marked by themselves. */
export function selectionFeatures({ selection }: Pick<ExplorerView, 'selection'>, geometry: Geometry): FeatureCollection<Outline> {
  const units = selection?.kind === 'zone' ? selection.zone.units : selection?.kind === 'unit' ? [selection.unit.adcode] : [];
  const outline = dissolve(geometry, units);
  return { type: 'FeatureCollection', features: outline ? [{ type: 'Feature', properties: {}, geometry: outline }] : [] };
}
