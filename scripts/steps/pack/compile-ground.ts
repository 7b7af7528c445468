import { indexAtlas } from '#lib/atlas/atlas';
import { zoneGround } from '#lib/atlas/on-ground';
import type { GroundPlace } from '#lib/atlas/on-ground';
import { zonesOnGround } from '#lib/atlas/zones-on-ground';
import type { AtlasData } from '#lib/schema/atlas';
import type { GroundFile } from '#lib/schema/ground';

/** What all documents say about the ground of every zone, as the site's pages tell it. @param day for which documents are in force or not */
export function compileGround(data: AtlasData, day: string): GroundFile {
  const atlas = indexAtlas(data);
  const listed = (places: readonly GroundPlace[]) => places.map(({ place, member, standing }) => ({ id: place.id, unit: member, standing }));
  return Object.fromEntries(
    data.zones.map((zone) => {
      const { samePlan, others, targets } = zoneGround(atlas, zone, day);
      return [
        zone.id,
        {
          plan: listed(samePlan?.places ?? []),
          others: others.map(({ document, places }) => ({ document: document.id, places: listed(places) })),
          targets: targets.map(({ target, units }) => ({ id: target.id, units: [...units] })),
          zones: zonesOnGround(atlas, zone.units, day, zone.layout).map(({ zone: { id }, extent, members, of }) => ({ id, extent, members, of }))
        }
      ];
    })
  );
}
