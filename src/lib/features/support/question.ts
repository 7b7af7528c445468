import type { SupportGroup } from '#lib/schema/terms';

/** Answers by input id: an option's id, a sum in 万元, or a number. What is not answered is absent. */
export type Answers = Readonly<Record<string, string | number>>;

/** What a reader asks: everything that the address of the estimator holds. */
export type Project = Readonly<{
  groups: readonly SupportGroup[];
  answers: Answers;
  /** day whose rules are asked for, YYYY-MM-DD; absent = the reader's day */
  on?: string;
  /** also what drafts proposed */
  draft: boolean;
}>;

export const BLANK: Project = { groups: [], answers: {}, draft: false };

/** Own answers only: an id such as “constructor” has none. */
export const answerOf = (answers: Answers, id: string): string | number | undefined => (Object.hasOwn(answers, id) ? answers[id] : undefined);
