import type { DocumentStatus, Layout, PolicyDocument, Zone, ZoneLink } from '#lib/schema/atlas';
import { countyLevel } from './admin-units';
import type { Atlas } from './atlas';
import { lineage } from './atlas';
import { overlap } from './cooperation';
import { byCurrency } from './document-time';
import { isMember } from './primary-zone';
import { statusOn } from './status';

/** A zone that lies on some ground, wholly or in part. */
export type ZoneOnGround = Readonly<{
  zone: Zone;
  layout: Layout;
  document: PolicyDocument;
  status: DocumentStatus;
  /** whole: all of the ground is in the zone; part: some of it; outside: all of it, by members that the document itself does not state */
  extent: 'whole' | 'part' | 'outside';
  /** of the ground's `of` counties, as many are in the zone */
  members: number;
  of: number;
  /** sectors that are said of this ground: assignments where the layout is one */
  sectors: readonly ZoneLink[];
}>;

/**
 * Zones of all layouts on some ground, documents in force first. Layouts of kind `assignment` share out sectors, those of kind `pairs` say who
 * is to work together.
 * @param units adcodes
 * @param except a layout whose zones are not wanted: that of the zone whose ground it is
 */
export function zonesOnGround(atlas: Atlas, units: readonly string[], day: string, except?: string): ZoneOnGround[] {
  const ground = countyLevel(atlas.data.admin).filter(({ adcode }) => lineage(atlas, adcode).some((unit) => units.includes(unit.adcode)));
  return atlas.data.zones
    .flatMap((zone): ZoneOnGround[] => {
      const layout = atlas.layout.get(zone.layout);
      const document = atlas.document.get(zone.document);
      const members = ground.filter((area) => isMember(zone, area)).length;
      if (!layout || !document || layout.id === except || members === 0) return [];
      const extent = members < ground.length ? 'part' : zone.membership === 'primary' ? 'whole' : 'outside';
      const speaks = (link: ZoneLink) => !link.units || link.units.some((one) => units.some((unit) => overlap(atlas, one, unit)));
      const sectors = zone.links.sectors.filter(speaks);
      return [{ zone, layout, document, status: statusOn(document, day), extent, members, of: ground.length, sectors }];
    })
    .sort((a, b) => byCurrency(day)(a.document, b.document));
}
