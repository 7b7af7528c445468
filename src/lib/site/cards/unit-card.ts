import type { Atlas } from '#lib/atlas/atlas';
import { lineage } from '#lib/atlas/atlas';
import { placesIn, rolesBelow, rolesOf } from '#lib/atlas/related-units';
import type { Membership } from '#lib/atlas/view';
import { formatNumber, local } from '#lib/design/page/local';
import { lightToken, lightTokens } from '#lib/design/tokens/light-tokens';
import { badgeMark } from '#lib/map/picture/swatches';
import * as m from '#lib/paraglide/messages';
import type { AdminUnit } from '#lib/schema/atlas';
import { regionMap } from './card-maps';
import type { Card, Figure, MarkedLine } from './card-sheet';
import { cardFoot } from './standing-line';

/** Zones listed by name. */
const MOST_LISTED = 3;

/** A city or county: its parts in the documents that are in force, or that there are none. */
export function unitCard(atlas: Atlas, unit: AdminUnit): Card {
  const roles = rolesOf(atlas, unit.adcode);
  const below = rolesBelow(atlas, unit.adcode);
  const current = roles.filter(isCurrent);
  const currentBelow = current.length > 0 ? [] : below.filter(isCurrent);
  const shown = current.length > 0 ? current : currentBelow;
  const above = lineage(atlas, unit.adcode).slice(1).reverse();
  const places = placesIn(atlas, unit.adcode).length;
  const documents = [...new Set(shown.map(({ document }) => document))];
  const figures: readonly Readonly<{ value: number; label: string }>[] = [
    { value: current.length, label: m.cards_in_force() },
    { value: currentBelow.length, label: m.cards_in_force_below() },
    { value: roles.length, label: m.cards_in_all() },
    { value: places, label: m.cards_places() }
  ];
  return {
    kind: above.map(({ name }) => local(name)).join(' · ') || m.zones_units_title(),
    title: local(unit.name),
    sentence: shown.length > 0 ? undefined : roles.length > 0 ? m.zones_unit_none_in_force({ all: roles.length }) : m.unit_no_zone(),
    lines: shown.slice(0, MOST_LISTED).map(line),
    figures: figures.filter(({ value }) => value > 0).map(({ value, label }): Figure => ({ value: formatNumber(value), label })),
    foot: cardFoot(atlas.data.index.statusAsOf, documents),
    map: regionMap(atlas, unit.parent ?? unit.adcode, [{ units: [unit.adcode], colour: lightToken('--brand'), opacity: 0.45 }])
  };
}

const isCurrent = ({ document }: Membership): boolean => document.status === 'in-force';

const line = ({ zone, layout }: Membership): MarkedLine => ({
  mark: badgeMark({ colours: lightTokens().hue[zone.hue], mark: local(zone.mark) }, lightToken('--paper'), 1.2),
  name: local(zone.short),
  detail: local(layout.short)
});
