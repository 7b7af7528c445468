import type { Atlas } from '#lib/atlas/atlas';
import { isNaming, sectorHistory } from '#lib/atlas/sector-namings';
import { namingsOf, unitsNamed } from '#lib/atlas/sectors-named';
import { formatNumber, local } from '#lib/design/page/local';
import { lightToken } from '#lib/design/tokens/light-tokens';
import { toneOf } from '#lib/facts/tone';
import type { UnitFill } from '#lib/map/picture/unit-map';
import { tag } from '#lib/map/picture/xml';
import * as m from '#lib/paraglide/messages';
import type { Sector } from '#lib/schema/atlas';
import { regionMap } from './card-maps';
import type { Card, MarkedLine } from './card-sheet';
import { cardFoot } from './standing-line';

/** By how current the documents are that name a place: as the sector's page paints it. */
const LOOKS = [
  { tone: 'draft', colour: '--ink-3', opacity: 0.18, dashed: true, text: m.sectors_legend_draft },
  { tone: 'past', colour: '--warn', opacity: 0.24, dashed: false, text: m.sectors_legend_past },
  { tone: 'in-force', colour: '--brand', opacity: 0.5, dashed: false, text: m.sectors_legend_in_force }
] as const;

/** A sector: who names it, and where. */
export function sectorCard(atlas: Atlas, sector: Sector): Card {
  const namings = namingsOf(atlas, { kind: 'sectors', id: sector.id }).filter(({ outside }) => !outside);
  const units = unitsNamed(namings);
  const naming = sectorHistory(atlas, sector.id).filter(isNaming);
  const parent = sector.parent ? atlas.sector.get(sector.parent) : undefined;
  const looks = LOOKS.map((look) => ({
    ...look,
    // a county over the city that it is in
    units: units
      .filter(({ namings: of }) => toneOf(of.map(({ document }) => document.status)) === look.tone)
      .flatMap(({ adcode }) => atlas.unit.get(adcode) ?? [])
      // what its city is painted as anyway
      .filter(({ parent }, _, all) => !all.some(({ adcode }) => adcode === parent))
      .sort((a, b) => b.areaKm2 - a.areaKm2)
  })).filter((look) => look.units.length > 0);
  const figures = [
    { value: naming.length, label: m.cards_documents() },
    { value: new Set(namings.map(({ zone }) => zone.id)).size, label: m.cards_zones() },
    { value: units.length, label: m.cards_units() }
  ];
  return {
    kind: [m.nav_sectors(), ...(parent ? [local(parent.name)] : [])].join(' · '),
    title: local(sector.name),
    sentence: local(sector.gloss),
    lines: looks.toReversed().map(legendLine),
    figures: figures.filter(({ value }) => value > 0).map(({ value, label }) => ({ value: formatNumber(value), label })),
    foot: cardFoot(
      atlas.data.index.statusAsOf,
      naming.flatMap(({ document }) => atlas.document.get(document) ?? [])
    ),
    map: regionMap(
      atlas,
      atlas.data.index.province,
      looks.map(({ units: of, colour, opacity, dashed }): UnitFill => ({ units: of.map(({ adcode }) => adcode), colour: lightToken(colour), opacity, dashed }))
    )
  };
}

const legendLine = ({ colour, opacity, dashed, text }: (typeof LOOKS)[number]): MarkedLine => ({
  mark: {
    width: 30,
    draw: (x, y) =>
      tag('rect', {
        x: x + 1,
        y: y - 10,
        width: 28,
        height: 20,
        rx: 4,
        fill: lightToken(colour),
        'fill-opacity': opacity,
        stroke: lightToken(colour),
        'stroke-width': 2,
        'stroke-dasharray': dashed ? '5 4' : undefined
      })
  },
  name: text(),
  quiet: true
});
