import type { Atlas } from '#lib/atlas/atlas';
import { formatList, local } from '#lib/design/page/local';

/** Names of units in the page's language, as a list in words; adcodes that the atlas does not hold are left out. */
export const unitNames = (atlas: Atlas, adcodes: readonly string[]): string =>
  formatList(adcodes.flatMap((code) => atlas.unit.get(code) ?? []).map(({ name }) => local(name)));
