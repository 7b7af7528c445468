import type { AtlasData } from '#lib/schema/atlas';

/** Comparisons that readers ask for most, by zone id; those that a pack does not have are skipped. */
const WANTED: readonly (readonly string[])[] = [
  ['h24-park-binjiang', 'h24-park-yuhang', 'h24-park-linping', 'h24-park-xiaoshan'],
  ['h24-core-qiantang', 'h24-park-xiaoshan'],
  ['h24-belt-api', 'z22-field-api-formulation'],
  ['z22-belt-pharma', 'z22-belt-devices']
];

/** Ready-made comparisons of 2 to 4 zones: the wanted ones, or for another pack the zones of one layout and tier. */
export function readyComparisons(data: Pick<AtlasData, 'zones' | 'layouts'>, most = 4): string[][] {
  const known = new Set(data.zones.map(({ id }) => id));
  const wanted = WANTED.filter((ids) => ids.every((id) => known.has(id))).map((ids) => [...ids]);
  if (wanted.length > 0) return wanted.slice(0, most);
  const alike = data.layouts.flatMap((layout) =>
    layout.tiers.map(({ tier }) =>
      data.zones
        .filter((zone) => zone.layout === layout.id && zone.tier === tier)
        .map(({ id }) => id)
        .slice(0, 4)
    )
  );
  return alike.filter((ids) => ids.length > 1).slice(0, most);
}
