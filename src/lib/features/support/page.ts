import { readAtlas, readSupport } from '#lib/site/prerender/read-data';
import { projectWords } from './carried';
import { sliceSupport } from './slice';

/** What the page of support is prerendered from: the incentives, the questions that they depend on, and examples. */
export function supportPage() {
  const data = readAtlas();
  return { slice: sliceSupport(data), support: readSupport(), words: projectWords(data) };
}

export type SupportPage = ReturnType<typeof supportPage>;
