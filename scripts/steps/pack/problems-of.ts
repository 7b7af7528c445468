import type { Problem, Said } from '../problem';
import { columnInWords, placeInWords } from './words/place';

/** Complain of a place in a file; without a path, of the file. */
export type Complain = (path: PropertyKey[], rule: Said) => void;

/** A file that was read: its data, and the way back from a path in them to a line. */
type Source = Readonly<{ file: string; data?: unknown; lineOf: (path: PropertyKey[]) => number | undefined }>;

/** A problem at a place in a file. */
export const problemAt = ({ file, data, lineOf }: Source, path: PropertyKey[], rule: Said): Problem => ({
  file,
  line: lineOf(path),
  path: path.join('.'),
  at: placeInWords(file, path, data),
  rule
});

/** A problem with a row of a table, or with one of its cells. */
export const problemInRow = (file: string, line: number, column: string | undefined, rule: Said): Problem => ({
  file,
  line,
  ...(column === undefined ? {} : { path: column, at: columnInWords(column) }),
  rule
});

/** A list of problems of one file, and the way to add to it. */
export function problemsOf(source: Source): { problems: Problem[]; complain: Complain } {
  const problems: Problem[] = [];
  return { problems, complain: (path, rule) => problems.push(problemAt(source, path, rule)) };
}
