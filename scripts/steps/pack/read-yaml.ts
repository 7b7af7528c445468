import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../problem';
import { describeIssues } from './describe/issues';
import { allFields } from './describe/schema-at';
import { swallowedFields, syntaxFault } from './describe/yaml-faults';
import { problemAt } from './problems-of';
import { readText } from './read-text';
import { READING } from './words/reading';

type Path = PropertyKey[];

/** A file that was parsed, with the way back from a path in its data to a line. */
export type Located<T> = { data: T; file: string; lineOf: (path: Path) => number | undefined };

function lineFinder(document: Document, lines: LineCounter) {
  return (path: Path): number | undefined => {
    // the deepest node of the path that exists in the file
    for (let depth = path.length; depth >= 0; depth--) {
      const node: unknown = document.getIn(path.slice(0, depth), true);
      const range = (node as { range?: [number, number, number] } | undefined)?.range;
      if (range) return lines.linePos(range[0]).line;
    }
    return undefined;
  };
}

/**
 * Read a YAML file and hold it against a schema.
 * Problems (syntax or schema, with line and place) go to `problems`, one for each mistake; then the answer is undefined.
 */
export function readYaml<S extends z.ZodType>(path: string, file: string, schema: S, problems: Problem[]): Located<z.output<S>> | undefined {
  const lines = new LineCounter();
  const text = readText(path, file, problems);
  if (text === undefined) return undefined;
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const fields = allFields(schema);
  // what follows the first syntax error is mostly its echo
  const [error] = document.errors;
  const faults = error ? [syntaxFault(text, error, lines, fields)] : swallowedFields(document, lines, fields);
  if (faults.length > 0) {
    problems.push(...faults.map((fault) => ({ file, ...fault })));
    return undefined;
  }
  const lineOf = lineFinder(document, lines);
  let content: unknown;
  try {
    content = document.toJS();
  } catch (thrown) {
    // aliases (*name) that name nothing, or that multiply without end
    const said = thrown instanceof Error ? thrown.message : String(thrown);
    problems.push({ file, rule: READING.syntax(said, said) });
    return undefined;
  }
  const result = schema.safeParse(content);
  if (result.success) return { data: result.data, file, lineOf };
  const found = describeIssues(schema, content, result.error.issues);
  problems.push(...found.map((fault) => problemAt({ file, data: content, lineOf }, fault.path, fault.rule)));
  return undefined;
}
