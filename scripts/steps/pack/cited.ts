import type { Citation } from '#lib/schema/common';
import type { Cite } from '#lib/schema/pack';
import type { DocumentFolder } from './read-pack';

/** The document that a folder is of. */
export const home = (folder: DocumentFolder): string => folder.document.data.id;

/** Write out citations; a bare clause is one of the folder's own document. */
export function full(cites: readonly Cite[], folder?: DocumentFolder): Citation[] {
  return cites.map((cite) => (typeof cite === 'string' ? { document: folder ? home(folder) : '', clause: cite } : cite));
}
