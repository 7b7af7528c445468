import type { ZoneLink } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';

const clauses = (citations: readonly Citation[]): string => citations.map(({ document, clause }) => `${document} ${clause}`).join();

/** The clauses that most of some facts rest on: cited once, beside their heading. None where no two facts rest on the same. */
export function usualCitations(links: readonly ZoneLink[]): readonly Citation[] {
  const groups = [...Map.groupBy(links, ({ citations }) => clauses(citations)).values()].sort((a, b) => b.length - a.length);
  const [most] = groups;
  return most && (most.length > 1 || links.length === 1) ? (most[0]?.citations ?? []) : [];
}

/** A fact's own clauses, where they are not those beside the heading. */
export const ownCitations = ({ citations }: ZoneLink, usual: readonly Citation[]): readonly Citation[] =>
  clauses(citations) === clauses(usual) ? [] : citations;
