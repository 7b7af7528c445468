import type { Zone } from '#lib/schema/atlas';
import type { Atlas } from './atlas';
import { byCurrency } from './document-time';
import type { Naming } from './sectors-named';
import { namingsOf } from './sectors-named';

export type SectorElsewhere = Readonly<{ sector: string; namings: readonly Naming[] }>;

/**
 * For each sector of a zone, the other zones that name it: those of documents in force on the day first.
 * Sectors that no other zone names are left out.
 */
export function sameSectorElsewhere(atlas: Atlas, zone: Zone, day: string): SectorElsewhere[] {
  const order = byCurrency(day);
  return zone.sectors
    .map((sector) => ({
      sector,
      namings: namingsOf(atlas, { kind: 'sectors', id: sector })
        .filter((naming) => naming.zone.id !== zone.id)
        .sort((a, b) => order(a.document, b.document))
    }))
    .filter(({ namings }) => namings.length > 0);
}

/** What a link to a zone shows. */
export type ZoneRef = Pick<Zone, 'id' | 'name' | 'mark' | 'hue' | 'role' | 'tier' | 'tierName' | 'membership' | 'layout' | 'document'>;

export const zoneRef = ({ id, name, mark, hue, role, tier, tierName, membership, layout, document }: Zone): ZoneRef => ({
  id,
  name,
  mark,
  hue,
  role,
  tier,
  ...(tierName ? { tierName } : {}),
  membership,
  layout,
  document
});
