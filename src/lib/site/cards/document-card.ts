import type { Atlas } from '#lib/atlas/atlas';
import { formatNumber, local } from '#lib/design/page/local';
import { lightToken } from '#lib/design/tokens/light-tokens';
import { yearsText } from '#lib/facts/years-text';
import * as m from '#lib/paraglide/messages';
import type { PolicyDocument } from '#lib/schema/atlas';
import { layoutMap, regionMap } from './card-maps';
import type { Card } from './card-sheet';
import { cardFoot, cardStanding } from './standing-line';

/** A document: by its short name, with its full title, and the layout that it sets out or the area that it covers. */
export function documentCard(atlas: Atlas, document: PolicyDocument): Card {
  const { data } = atlas;
  const count = (facts: readonly Readonly<{ document: string }>[]) => facts.filter((fact) => fact.document === document.id).length;
  const layouts = data.layouts.filter((layout) => layout.document === document.id);
  const layout = layouts.find(({ kind }) => kind === 'spatial') ?? layouts[0];
  const figures = [
    { value: count(data.zones), label: m.cards_zones() },
    { value: count(data.targets), label: m.cards_targets() },
    { value: count(data.incentives), label: m.cards_measures() }
  ];
  const covered = { units: document.covers.filter((code) => code !== data.index.province), colour: lightToken('--brand'), opacity: 0.45 };
  return {
    kind: [local(document.issuer), yearsText(document)].join(' · '),
    title: local(document.short),
    standing: cardStanding(document),
    sentence: local(document.title),
    figures: figures.filter(({ value }) => value > 0).map(({ value, label }) => ({ value: formatNumber(value), label })),
    foot: cardFoot(data.index.statusAsOf, []),
    map: layout ? layoutMap(atlas, layout.id) : regionMap(atlas, data.index.province, [covered])
  };
}
