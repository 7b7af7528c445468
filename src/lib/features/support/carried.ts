import type { AtlasData } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import { knownWishes, parseProject } from '#lib/atlas/project/address';
import { besideSupport, INVESTMENT_INPUT } from '#lib/atlas/project/to-support';
import { EMPTY_PROJECT, GROUP_OF } from '#lib/atlas/project/project';
import type { CapabilityCriterion, Project } from '#lib/atlas/project/project';
import type { Project as Question } from './question';

type Named = readonly Readonly<{ id: string; name: Text }>[];

/** The words that a project from the match is described with. */
export type ProjectWords = Readonly<
  Record<CapabilityCriterion | 'sectors', Named> & { layouts: readonly Readonly<{ id: string }>[]; renamed: AtlasData['index']['renamed'] }
>;

/** Ids and names of all that a project can ask for. */
export function projectWords({ sectors, vocabulary, layouts, index }: AtlasData): ProjectWords {
  const named = ({ id, name }: Named[number]) => ({ id, name });
  const group = (criterion: CapabilityCriterion) => vocabulary.capabilities.filter((one) => one.group === GROUP_OF[criterion]).map(named);
  return {
    sectors: sectors.map(named),
    stage: group('stage'),
    land: group('land'),
    want: group('want'),
    layouts: layouts.map(({ id }) => ({ id })),
    renamed: index.renamed
  };
}

type Carried = ReturnType<typeof parseProject>;
export const NOTHING_CARRIED: Carried = { project: EMPTY_PROJECT, problems: [] };

/** The project that an address carries, without what the estimator asks itself. Total: what cannot be used is left out and listed. */
export function readCarried(params: URLSearchParams, words: ProjectWords): Carried {
  const { project, problems } = parseProject(params, knownWishes(words));
  // the day is the estimator's own question, and told by it
  return { project: besideSupport(project), problems: problems.filter(({ parameter }) => parameter !== 'on') };
}

/** The project with what was answered here: back to the match, or on to the decision sheet. */
export function withAnswers(project: Project, { answers, on }: Pick<Question, 'answers' | 'on'>): Project {
  const investment = answers[INVESTMENT_INPUT];
  return { ...project, investment: typeof investment === 'number' ? investment : undefined, on };
}
