import { countPlaces } from '#lib/atlas/on-ground';
import * as m from '#lib/paraglide/messages';
import { formatList, local } from '#lib/design/page/local';
import { placeCounts } from '#lib/facts/ground-words';
import { statusText } from '#lib/facts/status-text';
import { standingText } from '#lib/facts/terms';
import type { SaidByOthers } from '../zone';

/** What another document names on a zone's ground: how many there are, and the first names. */
export function othersItem({ document, status, places, told, citations }: SaidByOthers) {
  const names = told.map(({ place, standing }) => local(place.name) + (standing === 'existing' ? '' : m.pitch_in_brackets({ text: standingText(standing) })));
  const rest = places.length - names.length;
  return {
    text: local(document.short) + (status === 'in-force' ? '' : m.pitch_in_brackets({ text: statusText(status) })),
    value: placeCounts(countPlaces([{ places }])),
    detail: rest > 0 ? m.compare_and_more({ names: formatList(names), count: rest }) : formatList(names),
    citations
  };
}
