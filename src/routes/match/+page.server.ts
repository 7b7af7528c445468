import { matchExample } from '#lib/features/match/example';
import { matchOptions } from '#lib/features/match/options';
import { readAtlas, readExamples } from '#lib/site/prerender/read-data';

/** The words to describe a project with, and what an answer looks like; zones are scored in the browser. */
export function load() {
  const data = readAtlas();
  const options = matchOptions(data);
  const { projects } = readExamples();
  return { options, projects, example: matchExample(data, options, projects) };
}
