import type { SearchEntry } from './entries';
import { clauseAnchor } from '#lib/facts/clause-anchor';

/** The page that a found entry leads to, as a path from the site's root. */
export function resultPath({ kind, id, adcode, document = '', clause, onMap }: SearchEntry): string {
  const atClause = clause ? `#${clauseAnchor(clause)}` : '';
  switch (kind) {
    case 'unit':
      // the province itself has no page: its parts are listed
      return adcode === undefined ? '/units/' : `/units/${id}/`;
    case 'sector':
      return `/sectors/${id}/`;
    case 'zone':
      return `/zones/${id}/`;
    case 'place':
      return onMap ? `/?place=${encodeURIComponent(id)}` : `/places/${id}/`;
    case 'layout':
      return `/layouts/${id}/`;
    case 'document':
      return `/documents/${id}/`;
    case 'incentive':
    case 'clause':
      return `/documents/${document}/${atClause}`;
    case 'target':
      return `/targets/#target-${id}`;
    case 'figure':
      // without an id: the page of them all
      return `/targets/published/${id && `#published-${id}`}`;
    case 'capability':
      return '/';
  }
}
