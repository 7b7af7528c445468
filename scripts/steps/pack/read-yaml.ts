import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../problem';
import { readText } from './read-text';

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
 * Problems (syntax or schema, with line and path) go to `problems`; then the answer is undefined.
 */
export function readYaml<S extends z.ZodType>(path: string, file: string, schema: S, problems: Problem[]): Located<z.output<S>> | undefined {
  const lines = new LineCounter();
  const text = readText(path, file, problems);
  if (text === undefined) return undefined;
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  // what follows the first syntax error is mostly its echo
  const [error] = document.errors;
  if (error) {
    problems.push({ file, line: lines.linePos(error.pos[0]).line, rule: `YAML syntax: ${error.message.split('\n')[0] ?? ''}` });
    return undefined;
  }
  const lineOf = lineFinder(document, lines);
  let content: unknown;
  try {
    content = document.toJS();
  } catch (thrown) {
    // aliases (*name) that name nothing, or that multiply without end
    problems.push({ file, rule: `YAML: ${thrown instanceof Error ? thrown.message : String(thrown)}` });
    return undefined;
  }
  const result = schema.safeParse(content);
  if (!result.success) {
    for (const issue of result.error.issues) {
      problems.push({ file, line: lineOf(issue.path), path: issue.path.join('.'), rule: describeIssue(issue) });
    }
    return undefined;
  }
  return { data: result.data, file, lineOf };
}

/** zod's words, with the sub-messages of a union where none of its forms fits. */
function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().map((e) => (e.path.length ? `${e.path.join('.')}: ${e.message}` : e.message));
    return [...new Set(inner)].join(' or ') || issue.message;
  }
  return issue.message;
}
