import type { Layout, Zone } from '#lib/schema/atlas';
import { HUES } from '#lib/schema/terms';
import type { Hue, Tier } from '#lib/schema/terms';

const family = (...names: string[]): Hue[] => HUES.filter((hue) => names.includes(hue.replace(/-\d$/, '')));
/** Everything but the core's: a core looks the same on every map, and nothing else looks like it. */
const OTHERS = HUES.filter((hue) => !hue.startsWith('core'));

/** Hues that a tier's zones take first. Belts of a city are quieter than its parks; a province's belts and circles are on a map by themselves. */
function wishes(tier: Tier, scope: Layout['scope']): readonly Hue[] {
  switch (tier) {
    case 'core':
      return family('core');
    case 'park':
      return family('park');
    case 'belt':
      return scope === 'city' ? family('quiet') : family('belt');
    case 'circle':
    case 'area':
      return family('circle');
    case 'point':
    case 'base':
    case 'assignment':
    case 'pair':
      return [];
  }
}

/**
 * Give each zone a hue of its own within its layout, in the pack's order, so that it keeps it whatever is filtered.
 * A layout of more zones than there are hues begins again; their marks still tell them apart.
 */
export function assignHues(layouts: readonly Pick<Layout, 'id' | 'scope'>[], zones: readonly Pick<Zone, 'id' | 'layout' | 'tier'>[]): ReadonlyMap<string, Hue> {
  const hues = new Map<string, Hue>();
  for (const { id, scope } of layouts) {
    const taken = new Set<Hue>();
    for (const [i, zone] of zones.filter(({ layout }) => layout === id).entries()) {
      const hue = [...wishes(zone.tier, scope), ...OTHERS].find((one) => !taken.has(one)) ?? OTHERS[i % OTHERS.length] ?? 'more-1';
      taken.add(hue);
      hues.set(zone.id, hue);
    }
  }
  return hues;
}
