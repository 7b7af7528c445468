import type { Atlas } from '#lib/atlas/atlas';
import { formatNumber, local } from '#lib/design/page/local';
import { lightTokens } from '#lib/design/tokens/light-tokens';
import type { BadgePaint } from '#lib/map/picture/swatches';
import * as m from '#lib/paraglide/messages';
import type { Layout, Story, Zone } from '#lib/schema/atlas';
import { zonesOf } from '#lib/atlas/atlas';
import { layoutMap } from './card-maps';
import type { Card } from './card-sheet';
import { cardFoot, cardStanding } from './standing-line';

const markOf = ({ hue, mark }: Zone): BadgePaint => ({ colours: lightTokens().hue[hue], mark: local(mark) });

/** A layout, with a mark for each of its parts. */
export function layoutCard(atlas: Atlas, layout: Layout): Card {
  const document = atlas.document.get(layout.document);
  const frame = atlas.unit.get(layout.adcode);
  return {
    kind: frame ? local(frame.name) : m.cards_layout(),
    title: local(layout.name),
    standing: document && cardStanding(document),
    sentence: local(layout.description),
    marks: zonesOf(atlas, layout).map(markOf),
    figures: [],
    foot: cardFoot(atlas.data.index.statusAsOf, document ? [document] : []),
    map: layoutMap(atlas, layout.id)
  };
}

/** A story, with the map that most of its steps look at. */
export function storyCard(atlas: Atlas, story: Story): Card {
  const looks = Map.groupBy(story.steps, ({ focus }) => focus.layout);
  const [main] = [...looks].sort(([, a], [, b]) => b.length - a.length);
  const layout = atlas.layout.get(main?.[0] ?? '') ?? atlas.layout.get(atlas.data.index.defaultLayout);
  const document = layout && atlas.document.get(layout.document);
  return {
    kind: m.cards_story({ count: story.steps.length }),
    title: local(story.title),
    standing: document && cardStanding(document),
    sentence: local(story.lead),
    figures: [],
    foot: cardFoot(atlas.data.index.statusAsOf, document ? [document] : []),
    map: layoutMap(atlas, layout?.id ?? atlas.data.index.defaultLayout)
  };
}

/** The site itself, for pages that are about no one thing. */
export function siteCard(atlas: Atlas): Card {
  const { data } = atlas;
  const policies = data.documents.filter(({ kind }) => kind === 'policy');
  const figures = [
    { value: policies.length, label: m.documents_policy() },
    { value: data.zones.length, label: m.cards_zones() },
    { value: data.targets.length, label: m.cards_targets() },
    { value: data.incentives.length, label: m.cards_measures() }
  ];
  return {
    kind: m.cards_site(),
    title: local(data.index.title),
    sentence: local(data.index.description),
    figures: figures.filter(({ value }) => value > 0).map(({ value, label }) => ({ value: formatNumber(value), label })),
    foot: cardFoot(data.index.statusAsOf, []),
    map: layoutMap(atlas, data.index.defaultLayout)
  };
}
