import type { Problem } from '../problem';

/** Complain of a place in a file; without a path, of the file. */
export type Complain = (path: PropertyKey[], rule: string) => void;

/** A list of problems of one file, and the way to add to it. */
export function problemsOf({ file, lineOf }: { file: string; lineOf: (path: PropertyKey[]) => number | undefined }): {
  problems: Problem[];
  complain: Complain;
} {
  const problems: Problem[] = [];
  return { problems, complain: (path, rule) => problems.push({ file, line: lineOf(path), path: path.join('.'), rule }) };
}
