import { newestOf } from '#lib/atlas/calls-for';
import { readContact } from '#lib/site/prerender/read-contact';
import { readAtlas, readCalls, readSupport } from '#lib/site/prerender/read-data';
import { projectWords } from './carried';
import { sliceSupport } from './slice';

/** What the page of support is prerendered from: the incentives, the questions that they depend on, and examples. */
export function supportPage() {
  const data = readAtlas();
  const calls = newestOf(readCalls(), ({ adcode, basis }) => adcode ?? basis.join(' '));
  return { slice: sliceSupport(data), support: readSupport(), words: projectWords(data), ask: { contact: readContact(), calls } };
}

export type SupportPage = ReturnType<typeof supportPage>;
