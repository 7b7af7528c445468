import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Parts of the page, as CSS selectors, to look at alone or to leave out. */
type Part = Readonly<{ include?: string; exclude?: string }>;

/**
 * Accessibility faults of a page as it stands, a line each: the rule, and the first elements that break it.
 * Axe describes all that passes, too, unless told not to, and by default gathers it in a second page: together half of the time it takes.
 */
export async function accessibilityFaults(page: Page, { include, exclude }: Part = {}): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
  if (include) axe.include(include);
  if (exclude) axe.exclude(exclude);
  const { violations } = await axe.analyze();
  const elements = (nodes: (typeof violations)[number]['nodes']) =>
    nodes
      .slice(0, 3)
      .map(({ target, html }) => `${target.join(' ')} ${html}`)
      .join(', ');
  return violations.map(({ id, nodes }) => `${id}: ${elements(nodes)}`);
}
