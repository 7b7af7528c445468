/** A sentence in both languages that the scripts speak. */
export type Said = Readonly<{ zh: string; en: string }>;
export type Language = keyof Said;

/** One broken rule in an input file, said so that its author can mend it. A rule in one language only is for whoever runs the project's own scripts. */
export type Problem = {
  file: string;
  line?: number | undefined;
  /** keys from the file's root, as a program counts: zones.1.units.0 */
  path?: string;
  /** the same in words, as people count: zone 2 (north-wing) → units 1 */
  at?: Said;
  rule: Said | string;
};

/** The rule in one language. */
export const ruleIn = ({ rule }: Problem, language: Language): string => (typeof rule === 'string' ? rule : rule[language]);

/** “file:line place: rule”, one line. */
export function formatProblem(problem: Problem, language: Language = 'en'): string {
  const { file, line, path, at } = problem;
  const where = line === undefined ? file : `${file}:${line}`;
  const place = at?.[language] ?? path;
  return `${place ? `${where} ${place}` : where}${language === 'zh' ? '：' : ': '}${ruleIn(problem, language)}`;
}

/** Thrown when input is refused; `problems` holds every broken rule found, the message one line each, in English. */
export class InputError extends Error {
  override name = 'InputError';
  constructor(readonly problems: Problem[]) {
    super(problems.map((problem) => formatProblem(problem)).join('\n'));
  }
}

/** A thrown InputError's lines in a language. @throws whatever else was thrown */
export function refusalOf(error: unknown, language: Language): string {
  if (!(error instanceof InputError)) throw error;
  return error.problems.map((problem) => formatProblem(problem, language)).join('\n');
}
