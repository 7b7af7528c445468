import { matchExample } from '#lib/features/match/example';
import { matchOptions } from '#lib/features/match/options';
import { readContact } from '#lib/site/prerender/read-contact';
import { readAtlas, readCalls, readExamples } from '#lib/site/prerender/read-data';

/** The words to describe a project with, and what an answer looks like; zones are scored in the browser. */
export function load() {
  const data = readAtlas();
  const options = matchOptions(data);
  const { projects } = readExamples();
  return { options, projects, example: matchExample(data, options, projects), ask: { contact: readContact(), calls: readCalls() } };
}
