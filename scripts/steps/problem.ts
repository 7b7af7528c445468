/** One broken rule in an input file, said so that its author can mend it. */
export type Problem = { file: string; line?: number; path?: string; rule: string };

/** “file:line path: rule”, one line. */
export function formatProblem({ file, line, path, rule }: Problem): string {
  const where = line === undefined ? file : `${file}:${line}`;
  return path ? `${where} ${path}: ${rule}` : `${where}: ${rule}`;
}

/** Thrown when input is refused; `problems` holds every broken rule found, the message one line each. */
export class InputError extends Error {
  override name = 'InputError';
  constructor(readonly problems: Problem[]) {
    super(problems.map(formatProblem).join('\n'));
  }
}
