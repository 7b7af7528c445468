import type { Atlas } from '#lib/atlas/atlas';
import { formatNumber, local } from '#lib/design/page/local';
import { lightToken, lightTokens } from '#lib/design/tokens/light-tokens';
import { badge } from '#lib/map/picture/swatches';
import * as m from '#lib/paraglide/messages';
import type { Layout, Story, Zone } from '#lib/schema/atlas';
import { zonesOf } from '#lib/atlas/atlas';
import { layoutMap } from './card-maps';
import type { Card, MarkedLine } from './card-sheet';
import { cardFoot, cardStanding } from './standing-line';

const SIDE = 34;

/** The marks of a layout's zones in a row or more: the map's names have them, too. */
function markRows(zones: readonly Zone[]): MarkedLine[] {
  const tokens = lightTokens();
  const pitch = SIDE + 8;
  const perRow = 11;
  const rows = Array.from({ length: Math.ceil(zones.length / perRow) }, (_, i) => zones.slice(i * perRow, (i + 1) * perRow));
  return rows.map((row) => ({
    mark: {
      width: row.length * pitch,
      draw: (x, y) =>
        row
          .map((zone, i) =>
            badge(
              { colours: tokens.hue[zone.hue], mark: local(zone.mark), membership: zone.membership === 'primary' ? 'whole' : 'outside' },
              x + i * pitch + SIDE / 2,
              y,
              SIDE,
              lightToken('--paper')
            )
          )
          .join('')
    },
    name: ''
  }));
}

/** A layout, with a mark for each of its parts. */
export function layoutCard(atlas: Atlas, layout: Layout): Card {
  const document = atlas.document.get(layout.document);
  const frame = atlas.unit.get(layout.adcode);
  return {
    kind: frame ? local(frame.name) : m.cards_layout(),
    title: local(layout.name),
    standing: document && cardStanding(document),
    sentence: local(layout.description),
    lines: markRows(zonesOf(atlas, layout)),
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
