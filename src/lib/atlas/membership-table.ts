import type { AdminUnit, AtlasData, Layout } from '#lib/schema/atlas';
import { countyLevel } from './admin-units';
import { badgesOf } from './primary-zone';

/** Which units belong to which zones of a layout: what its map shows, as a table. */
export type MembershipTable = Readonly<{
  /** ids of the columns' zones, in the layout's order; a zone without named members has none */
  zones: readonly string[];
  rows: readonly Readonly<
    Pick<AdminUnit, 'adcode' | 'name'> & {
      /** how many county-level areas the unit has: 1 for a county */
      of: number;
      /** for each zone, how many of these are members */
      members: readonly number[];
    }
  >[];
  /** ids of zones whose members the document leaves open */
  open: readonly string[];
}>;

/** The members of a layout's zones by unit, from the same membership as the marks on its map: prefectures of a province, counties of a city. */
export function membershipTable(data: Pick<AtlasData, 'zones' | 'admin'>, layout: Layout): MembershipTable {
  const all = layout.zones.flatMap((id) => data.zones.find((zone) => zone.id === id) ?? []);
  const zones = all.filter(({ units }) => units.length > 0);
  const areas = countyLevel(data.admin);
  const rows = data.admin
    .filter(({ parent }) => parent === layout.adcode)
    .map((unit) => {
      const badges = badgesOf(zones, unit, areas);
      const of = areas.filter(({ adcode, parent }) => adcode === unit.adcode || parent === unit.adcode).length;
      return { adcode: unit.adcode, name: unit.name, of, members: zones.map((zone) => badges.find((badge) => badge.zone === zone)?.members ?? 0) };
    });
  return { zones: zones.map(({ id }) => id), rows, open: all.filter((zone) => !zones.includes(zone)).map(({ id }) => id) };
}
