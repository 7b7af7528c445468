import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { GeometryCollection, MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon } from 'topojson-specification';
import { prefectureOf } from '#lib/atlas/admin-units';
import type { Zone } from '#lib/schema/atlas';

type Member = { adcode: string; parent: string };
type Counties = FeatureCollection<Polygon | MultiPolygon, Member>;
type ZoneProperties = {
  id: string;
  layout: string;
  document: string;
  tier: string;
  /** the layout's own word for the tier, where the common word says something else */
  tierZh?: string;
  tierEn?: string;
  nameZh: string;
  nameEn: string;
  membership: string;
  units: string[];
  sectors: string[];
};

/**
 * A zone layer as GeoJSON: each zone's member units dissolved into one outline, WGS 84.
 * Zones without units are left out (the documents do not say where they are).
 */
export function zoneFeatures(zones: readonly Zone[], counties: Counties): FeatureCollection<MultiPolygon, ZoneProperties> {
  const shared = topology({ counties });
  const collection = shared.objects.counties as GeometryCollection<Member>;
  const features = zones
    .filter((zone) => zone.units.length > 0)
    .map((zone) => {
      const members = collection.geometries.filter(({ properties }) => isMember(zone, properties as Member));
      const geometry = merge(shared, members as (TopoPolygon | TopoMultiPolygon)[]);
      const { id, layout, document, tier, tierName, name, membership, units, sectors } = zone;
      const own = tierName ? { tierZh: tierName.zh, tierEn: tierName.en } : {};
      return {
        type: 'Feature' as const,
        id,
        geometry,
        properties: { id, layout, document, tier, ...own, nameZh: name.zh, nameEn: name.en, membership, units, sectors }
      };
    });
  return { type: 'FeatureCollection', features };
}

const isMember = (zone: Zone, county: Member): boolean => zone.units.includes(county.adcode) || zone.units.includes(prefectureOf(county));
