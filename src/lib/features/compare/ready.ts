import type { AtlasData } from '#lib/schema/atlas';
import type { Examples } from '#lib/schema/examples';

/** Ready-made comparisons of 2 to 4 zones: those that the pack asks for, or the zones of one layout and tier. */
export function readyComparisons(data: Pick<AtlasData, 'zones' | 'layouts'>, { comparisons }: Pick<Examples, 'comparisons'>, most = 4): string[][] {
  if (comparisons.length > 0) return comparisons.slice(0, most);
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
