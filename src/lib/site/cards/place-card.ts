import type { Atlas } from '#lib/atlas/atlas';
import { lineage } from '#lib/atlas/atlas';
import { byCurrency } from '#lib/atlas/document-time';
import { zonesNaming } from '#lib/atlas/related-places';
import { formatNumber, local } from '#lib/design/page/local';
import { lightToken, lightTokens } from '#lib/design/tokens/light-tokens';
import { kindText, precisionText } from '#lib/facts/place-text';
import { groupOf, isSharp } from '#lib/map/layers/places';
import { badgeMark } from '#lib/map/picture/swatches';
import * as m from '#lib/paraglide/messages';
import type { Place, PolicyDocument } from '#lib/schema/atlas';
import { isStandIn } from '#lib/schema/terms';
import { regionMap } from './card-maps';
import type { Card, CardStanding, Figure, MarkedLine } from './card-sheet';
import { cardFoot, cardStanding } from './standing-line';

/** Zones listed by name. */
const MOST_LISTED = 3;
/** Of the ground that it stands on; the mark stands out from it. */
const GROUND = 0.16;

/** The standing is the document's, not the place's: the line names both. */
function spoken(document: PolicyDocument): CardStanding {
  const { text, tone } = cardStanding(document);
  return { text: `${m.places_named_in({ document: local(document.short) })} · ${text}`, tone };
}

/** A place: what it is and where, which documents name it and the zones that they name it for. */
export function placeCard(atlas: Atlas, place: Place): Card {
  const { data } = atlas;
  const order = byCurrency(data.index.statusAsOf);
  const documents = [...new Set(place.mentions.map(({ document }) => document))].flatMap((id) => atlas.document.get(id) ?? []).sort(order);
  const [latest] = documents;
  const naming = zonesNaming(atlas, place.id);
  const current = naming.filter(({ zone }) => atlas.document.get(zone.document)?.status === 'in-force');
  const above = lineage(atlas, place.adcode).filter(({ level }) => level !== 'province');
  const figures = [
    { value: documents.length, label: m.cards_documents() },
    { value: naming.length, label: m.places_col_zones() }
  ];
  const { lon, lat, precision } = place;
  const located = lon !== null && lat !== null && !isStandIn(precision) && precision !== 'unlocated';
  const inside = above.length > 0;
  return {
    kind: [kindText(place.kind), ...above.map(({ name }) => local(name)).reverse()].join(' · '),
    title: local(place.name),
    standing: latest && spoken(latest),
    sentence: documents.length === 0 ? m.places_named_nowhere() : undefined,
    lines: current.slice(0, MOST_LISTED).map(({ zone }): MarkedLine => ({
      mark: badgeMark({ colours: lightTokens().hue[zone.hue], mark: local(zone.mark) }, lightToken('--paper'), 1.2),
      name: local(zone.short),
      detail: local(atlas.layout.get(zone.layout)?.short ?? zone.name)
    })),
    figures: figures.filter(({ value }) => value > 0).map(({ value, label }): Figure => ({ value: formatNumber(value), label })),
    foot: [`${m.place_precision()}${m.colon()}${precisionText(precision)}`, ...cardFoot(data.index.statusAsOf, documents.slice(0, 2))],
    map: regionMap(
      atlas,
      data.index.province,
      inside ? [{ units: [place.adcode], colour: lightToken('--brand'), opacity: GROUND }] : [],
      located ? { lon, lat, group: groupOf(place.kind), solid: isSharp(precision) } : undefined
    )
  };
}
