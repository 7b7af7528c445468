import type { Atlas } from '#lib/atlas/atlas';
import { formatNumber, local } from '#lib/design/page/local';
import { lightTokens } from '#lib/design/tokens/light-tokens';
import { targetValue } from '#lib/facts/target-text';
import { membershipText } from '#lib/facts/terms';
import * as m from '#lib/paraglide/messages';
import type { Target, Zone, ZoneLink } from '#lib/schema/atlas';
import { layoutMap } from './card-maps';
import type { Card, Figure } from './card-sheet';
import { cardFoot, cardStanding } from './standing-line';

/** A zone: its own target first, then what its document names for it. */
export function zoneCard(atlas: Atlas, zone: Zone): Card {
  const layout = atlas.layout.get(zone.layout);
  const document = atlas.document.get(zone.document);
  const remark = membershipText(zone.membership);
  return {
    kind: layout ? local(layout.name) : m.cards_zone(),
    title: local(zone.name),
    standing: document && cardStanding(document),
    badge: { colours: lightTokens().hue[zone.hue], mark: local(zone.mark) },
    sentence: local(zone.role),
    figures: zoneFigures(atlas, zone).slice(0, 3),
    foot: [...(remark ? [capital(remark)] : []), ...cardFoot(atlas.data.index.statusAsOf, document ? [document] : [])],
    map: layoutMap(atlas, zone.layout, zone)
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function zoneFigures(atlas: Atlas, zone: Zone): Figure[] {
  /** what an outside source adds is not the document's to name */
  const named = (links: readonly ZoneLink[]) => links.filter(({ citations }) => citations.some(({ document }) => document === zone.document)).length;
  const target = ownTarget(atlas, zone);
  const counts = [
    { value: zone.units.length > 1 ? zone.units.length : 0, label: m.cards_members() },
    { value: named(zone.links.sectors), label: m.cards_sectors() },
    { value: named(zone.links.parks), label: m.cards_parks() },
    { value: named(zone.links.platforms), label: m.cards_platforms() }
  ];
  return [
    ...(target ? [targetFigure(atlas, target)] : []),
    ...counts.filter(({ value }) => value > 0).map(({ value, label }) => ({ value: formatNumber(value), label }))
  ];
}

/** The target that says most in one number: money, set for this zone alone. */
function ownTarget(atlas: Atlas, zone: Zone): Target | undefined {
  const own = zone.targets.flatMap((id) => atlas.target.get(id) ?? []).filter(({ scope, year }) => scope.zone === zone.id && year !== undefined);
  return own.find(({ unit }) => unit === 'yi-yuan') ?? own[0];
}

/** In English without the printed figure in brackets, for which there is no room. */
const targetFigure = (atlas: Atlas, target: Target): Figure => ({
  value: targetValue(atlas, target).replace(/ \(.*\)$/, ''),
  label: m.cards_target({ metric: local(target.metric), year: String(target.year) })
});
