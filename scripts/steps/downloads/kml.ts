import { foldersToKML, toKML } from '@placemarkio/tokml';
import type { Feature, FeatureCollection, Geometry, Point } from 'geojson';
import type { Layout, Place, Zone } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import type { Facts } from '../pack/compile-atlas';
import { spellOut } from './spell-out';
import { word } from '../site-words';

const title = ({ zh, en }: Text): string => `${zh} ${en}`;
const lines = (texts: readonly (Text | undefined)[]): string => texts.flatMap((text) => (text ? [text.zh, text.en] : [])).join('\n');

/** Coordinates to 1e-5 degree, about a metre: a quantized topology gives fifteen digits, which would triple the file. */
const rounded = <G extends Geometry>(geometry: G): G =>
  JSON.parse(JSON.stringify(geometry, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value))) as G;

/** Located places for Google Earth, 奥维 and the like; the description says how far to trust each position. */
export function placesKml(facts: Facts): string {
  const words = spellOut(facts);
  const feature = (place: Place): Feature<Point>[] => {
    if (place.lon === null || place.lat === null) return [];
    const precision = word('precision', place.precision);
    const properties = {
      name: title(place.name),
      description: lines([word('kind', place.kind), precision, place.basis, words.citations(place.citations)]),
      id: place.id,
      kind: place.kind,
      precision: place.precision,
      adcode: place.adcode
    };
    return [{ type: 'Feature', id: place.id, geometry: { type: 'Point', coordinates: [place.lon, place.lat] }, properties }];
  };
  return toKML({ type: 'FeatureCollection', features: facts.places.flatMap(feature) });
}

/**
 * All zones that have members, a folder for each layout.
 * @param outlines a layout's zones as features, `id` = the zone's
 */
export function zonesKml(facts: Facts, outlines: (layout: Layout) => FeatureCollection<Geometry>): string {
  const words = spellOut(facts);
  const zones = new Map(facts.zones.map((zone) => [zone.id, zone]));
  const properties = (zone: Zone) => {
    const document = words.document(zone.document);
    return {
      name: title(zone.name),
      description: lines([
        words.layout(zone.layout),
        document?.title,
        document && word('status', document.status),
        zone.role,
        words.list('unit', zone.units),
        zone.membership === 'primary' ? undefined : word('membership', zone.membership),
        words.citations([...zone.citations, ...zone.membershipCitations])
      ]),
      id: zone.id,
      tier: zone.tier,
      ...(zone.tierName ? { tierZh: zone.tierName.zh, tierEn: zone.tierName.en } : {}),
      membership: zone.membership
    };
  };
  return foldersToKML({
    type: 'root',
    children: facts.layouts.map((layout) => ({
      type: 'folder',
      meta: { name: title(layout.name) },
      children: outlines(layout).features.flatMap((feature) => {
        const zone = zones.get(String(feature.id));
        return zone ? [{ ...feature, geometry: rounded(feature.geometry), properties: properties(zone) }] : [];
      })
    }))
  });
}
