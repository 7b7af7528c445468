import type { Atlas } from '#lib/atlas/atlas';
import { parseProject, projectParams, queryOf, wishesInData } from '#lib/atlas/project/address';
import type { Project } from '#lib/atlas/project/project';
import { INVESTMENT_INPUT, supportGroupsOf } from '#lib/atlas/project/to-support';
import { formatSupport, parseSupport } from '#lib/features/support/address';
import type { Project as Question } from '#lib/features/support/question';
import type { SupportInput } from '#lib/schema/support';

/** As many zones as a page holds. */
export const MOST_ZONES = 3;

/** A part of an address that could not be used; the reader is told and the rest is kept. */
type Problem = Readonly<{ parameter: string; value: string }>;

export type Asked = Readonly<{
  project: Project;
  /** what support is worked out for: as answered, or as far as the project tells */
  question: Question;
  /** zones chosen by the reader; empty for the best that the match finds */
  zones: readonly string[];
  problems: readonly Problem[];
}>;

/**
 * Read what a decision sheet is about: the project (atlas/project/address.ts), answers to the estimator (features/support/address.ts) and
 * ?zones=a,b,c. Total: what cannot be used is left out and listed.
 */
export function parseDecision(params: URLSearchParams, atlas: Atlas, inputs: readonly SupportInput[]): Asked {
  const read = parseProject(params, wishesInData(atlas.data));
  const answered = parseSupport(params, inputs);
  const { renamed } = atlas.data.index;
  const asked = (params.get('zones') ?? '').split(',', 50).map((id) => id.trim());
  const current = [...new Set(asked.filter(Boolean).map((id) => renamed.find(({ from }) => from === id)?.to ?? id))];
  const known = current.filter((id) => atlas.zone.has(id));
  const left = [...current.filter((id) => !atlas.zone.has(id)), ...known.slice(MOST_ZONES)];
  const given = answered.project.answers[INVESTMENT_INPUT];
  const project = typeof given === 'number' ? { ...read.project, investment: given } : read.project;
  return {
    project,
    question: questionOf(project, answered.project, inputs),
    zones: known.slice(0, MOST_ZONES),
    problems: [
      ...read.problems,
      // both read the day
      ...answered.problems.filter(({ parameter }) => parameter !== 'on'),
      ...left.map((value) => ({ parameter: 'zones', value: value.slice(0, 60) }))
    ]
  };
}

/** What the project tells is not asked again: kinds of support by its stages, and what it invests. */
function questionOf(project: Project, answered: Question, inputs: readonly SupportInput[]): Question {
  const groups = answered.groups.length > 0 ? answered.groups : supportGroupsOf(project);
  const invests = project.investment !== undefined && inputs.some(({ id, kind }) => id === INVESTMENT_INPUT && kind === 'money');
  const answers = invests && project.investment !== undefined ? { ...answered.answers, [INVESTMENT_INPUT]: project.investment } : answered.answers;
  return { ...answered, groups, answers, draft: false };
}

/** The sheet's own address as a query: what was read, in a fixed order. */
export function formatDecision({ project, question, zones }: Omit<Asked, 'problems'>, inputs: readonly SupportInput[]): string {
  const answers = [...formatSupport(question, inputs)].filter(([key]) => key !== 'on' && key !== INVESTMENT_INPUT);
  return queryOf([...(zones.length > 0 ? [['zones', zones.join(',')] as const] : []), ...projectParams(project), ...answers]);
}
