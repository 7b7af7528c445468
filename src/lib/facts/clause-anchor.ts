import type { Citation } from '#lib/schema/common';

/** Address fragment of a clause on its document's page: “三（一）¶2” → “c-三-一-¶2” without brackets and spaces. */
export function clauseAnchor(clause: string): string {
  return `c-${clause.replace(/[（）()\s]+/g, '-').replace(/^-+|-+$/g, '')}`;
}

/**
 * Path of a clause on its document's page.
 * @param printed words in it to mark, where the document's text is there
 */
export const clausePath = ({ document, clause }: Citation, printed?: string): string =>
  `/documents/${document}/${printed ? `?q=${encodeURIComponent(printed)}` : ''}#${clauseAnchor(clause)}`;
