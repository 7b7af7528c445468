import { ImportRefused } from './read/refusal';

/** What went wrong with a file, or with the facts that its rows are joined to. */
export type Trouble = Readonly<{ kind: 'refused'; refusal: ImportRefused; name: string } | { kind: 'facts' } | { kind: 'unknown'; name: string }>;

/** @param name of the file @returns undefined where the reader stopped it */
export function troubleOf(error: unknown, name: string): Trouble | undefined {
  if (error instanceof DOMException && error.name === 'AbortError') return undefined;
  return error instanceof ImportRefused ? { kind: 'refused', refusal: error, name } : { kind: 'unknown', name };
}
