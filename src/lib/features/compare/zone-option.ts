import type { AtlasData, Zone } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import type { Hue, Tier } from '#lib/schema/terms';

/** A zone as far as choosing needs it. */
export type ZoneOption = Readonly<{
  id: string;
  layout: string;
  mark: Text;
  hue: Hue;
  membership: Zone['membership'];
  tier: Tier;
  name: Text;
  short: Text;
  units: readonly Text[];
}>;
export type LayoutOption = Readonly<{ id: string; name: Text; document: string }>;

/** Zones and layouts to choose from, without the facts. A zone of very many units is found by its name only. */
export function zoneOptions(data: AtlasData): { zones: ZoneOption[]; layouts: LayoutOption[] } {
  const names = new Map(data.admin.map(({ adcode, name }) => [adcode, name]));
  return {
    zones: data.zones.map(({ id, layout, mark, hue, membership, tier, name, short, units }) => ({
      id,
      layout,
      mark,
      hue,
      membership,
      tier,
      name,
      short,
      units: units.length > 12 ? [] : units.flatMap((unit) => names.get(unit) ?? [])
    })),
    layouts: data.layouts.map(({ id, short, document }) => ({ id, name: short, document }))
  };
}

/** Options that hold every word of the query, in either language, in their name, units or layout. */
export function matchingOptions(zones: readonly ZoneOption[], layouts: readonly LayoutOption[], query: string): ZoneOption[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const layoutName = new Map(layouts.map(({ id, name }) => [id, name]));
  return zones.filter((zone) => {
    const texts = [zone.name, zone.short, ...zone.units, layoutName.get(zone.layout)].flatMap((text) => (text ? [text.zh, text.en] : []));
    const haystack = texts.join(' ').toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}
