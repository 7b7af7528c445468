import { readAtlas, readSupport } from '#lib/site/prerender/read-data';
import { sliceSupport } from './slice';

/** What the page of support is prerendered from: the incentives, the questions that they depend on, and examples. */
export function supportPage() {
  return { slice: sliceSupport(readAtlas()), support: readSupport() };
}

export type SupportPage = ReturnType<typeof supportPage>;
