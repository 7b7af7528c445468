import { readCount, readMoney } from './read-answer';
import type { Project } from './question';
import type { SupportInput } from '#lib/schema/support';
import { SUPPORT_GROUPS } from '#lib/schema/terms';
import { parseDay } from '#lib/schema/day';

/** A part of an address that could not be read; the reader is told and the rest is kept. */
type Problem = Readonly<{ parameter: string; value: string }>;

/**
 * Read a project from search parameters: for=rd,market · on=YYYY-MM-DD · draft=yes · and one parameter per input.
 * Total: what cannot be used is left out and listed.
 * @param inputs what the estimator asks
 */
export function parseSupport(params: URLSearchParams, inputs: readonly SupportInput[]): { project: Project; problems: Problem[] } {
  const problems: Problem[] = [];
  const refuse = (parameter: string, value: string) => problems.push({ parameter, value: value.slice(0, 60) });

  const wanted = new Set((params.get('for') ?? '').split(',').filter(Boolean));
  const groups = SUPPORT_GROUPS.filter((group) => wanted.delete(group));
  for (const unknown of wanted) refuse('for', unknown);

  const date = params.get('on');
  const on = parseDay(date);
  if (date && on === undefined) refuse('on', date);
  const draft = params.get('draft');
  if (draft && draft !== 'yes') refuse('draft', draft);

  const answers: Record<string, string | number> = {};
  for (const input of inputs) {
    const text = params.get(input.id);
    if (text === null || text === '') continue;
    const answer = readAnswer(input, text);
    if (answer === undefined) refuse(input.id, text);
    else answers[input.id] = answer;
  }
  return { project: { groups, answers, draft: draft === 'yes', ...(on === undefined ? {} : { on }) }, problems };
}

/**
 * Documents whose measures alone are to be listed: ?documents=a,b. Total: ids that are not known are left out.
 * @returns ids in the address's order; empty for all
 */
export function parseListed(params: URLSearchParams, known: ReadonlySet<string>): string[] {
  return [...new Set((params.get('documents') ?? '').split(','))].filter((id) => known.has(id));
}

function readAnswer(input: SupportInput, text: string): string | number | undefined {
  if (input.kind === 'choice') return input.options.find(({ id }) => id === text)?.id;
  const read = input.kind === 'money' ? readMoney(text) : readCount(text);
  return 'value' in read ? read.value : undefined;
}

/** Write a project as search parameters, in a fixed order; defaults are left out. */
export function formatSupport(project: Project, inputs: readonly SupportInput[]): URLSearchParams {
  const params = new URLSearchParams();
  const groups = SUPPORT_GROUPS.filter((group) => project.groups.includes(group));
  if (groups.length > 0) params.set('for', groups.join(','));
  if (project.draft) params.set('draft', 'yes');
  if (project.on) params.set('on', project.on);
  for (const { id } of inputs) {
    const answer = Object.hasOwn(project.answers, id) ? project.answers[id] : undefined;
    if (answer !== undefined) params.set(id, String(answer));
  }
  return params;
}

/** The query of a project, e.g. "?for=rd,market&products=2"; commas are left as they are, so that the address stays readable. */
export function supportQuery(params: URLSearchParams): string {
  const query = params.toString().replaceAll('%2C', ',');
  return query && `?${query}`;
}
