/** Address fragment of a clause on its document's page: “三（一）¶2” → “c-三-一-¶2” without brackets and spaces. */
export function clauseAnchor(clause: string): string {
  return `c-${clause.replace(/[（）()\s]+/g, '-').replace(/^-+|-+$/g, '')}`;
}
