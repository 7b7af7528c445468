import { countPlaces } from '#lib/atlas/on-ground';
import * as m from '#lib/paraglide/messages';
import { formatList, local } from '#lib/design/page/local';
import { placeCounts } from '#lib/facts/ground-words';
import { statusText } from '#lib/facts/status-text';
import { standingText } from '#lib/facts/terms';
import type { SaidByOthers } from '../zone';

/** Names of places by other documents, of each document. */
const MOST = 3;

/** What another document names on a zone's ground: a sheet has room for how many there are, and for the first names. */
export function othersItem({ document, status, places, citations }: SaidByOthers) {
  const names = places
    .slice(0, MOST)
    .map(({ place, standing }) => local(place.name) + (standing === 'existing' ? '' : m.pitch_in_brackets({ text: standingText(standing) })));
  const rest = places.length - names.length;
  return {
    text: local(document.short) + (status === 'in-force' ? '' : m.pitch_in_brackets({ text: statusText(status) })),
    value: placeCounts(countPlaces([{ places }])),
    detail: rest > 0 ? m.compare_and_more({ names: formatList(names), count: rest }) : formatList(names),
    citations
  };
}
