import type { Atlas } from '#lib/atlas/atlas';
import type { Target, Zone } from '#lib/schema/atlas';
import * as m from '#lib/paraglide/messages';
import { formatNumber, local } from '#lib/design/page/local';
import { nestRows, nestTargets } from './nest';
import { targetInBrief } from './target-text';

/** One figure about a zone, in the reader's words; `share`: as a part of a larger target, which the note names. */
export type ZoneFigure = Readonly<{ id: string; value: string; label: string; note?: string | undefined; share?: number | undefined }>;

/** As many of a zone's targets as stand in its head: the others are with the targets. */
const MOST_TARGETS = 2;

/** A target's share of the one around it, only where both are for the same year and the figures bear a share at all. */
function shareOf(atlas: Atlas, target: Target): { ratio: number; of: Target } | undefined {
  const row = nestTargets(atlas.data.targets)
    .flatMap((nest) => nestRows(nest))
    .find(({ nested }) => nested.target.id === target.id);
  const share = row?.nested.share;
  return share && share.of.year === target.year ? share : undefined;
}

/** The targets that a zone has alone, amounts before shares, as figures. What it shares with other zones would read as its own: that is told with the targets. */
export function targetFigures(atlas: Atlas, zone: Pick<Zone, 'targets'>): ZoneFigure[] {
  const isShare = ({ counting }: Target) => Number(counting === 'share');
  return zone.targets
    .flatMap((id) => atlas.target.get(id) ?? [])
    .filter(({ scope }) => !scope.zones)
    .sort((a, b) => isShare(a) - isShare(b))
    .slice(0, MOST_TARGETS)
    .map((target) => figureOf(atlas, target));
}

function figureOf(atlas: Atlas, target: Target): ZoneFigure {
  const share = shareOf(atlas, target);
  const notes = [
    target.year === undefined ? m.target_no_year() : m.zones_figure_target({ year: String(target.year) }),
    // a share that the document prints is the value itself
    share && target.counting !== 'share'
      ? m.zones_figure_share({
          whole: `${local(share.of.metric)} ${targetInBrief(atlas, share.of)}`,
          share: formatNumber(share.ratio, { style: 'percent' })
        })
      : ''
  ];
  return {
    id: `target-${target.id}`,
    value: targetInBrief(atlas, target),
    label: local(target.metric),
    note: notes.filter(Boolean).join(m.citation_separator()),
    share: target.counting === 'share' ? undefined : share?.ratio
  };
}

/** How many sectors, parks and platforms a document names for a zone; what is not there is left out. Members are named where it is said what it is. */
export function countFigures(zone: Pick<Zone, 'sectors' | 'parks' | 'platforms'>): ZoneFigure[] {
  const counts: [id: string, count: number, label: string][] = [
    ['sectors', zone.sectors.length, m.zones_figure_sectors({ count: zone.sectors.length })],
    ['parks', zone.parks.length, m.zones_figure_parks({ count: zone.parks.length })],
    ['platforms', zone.platforms.length, m.zones_figure_platforms({ count: zone.platforms.length })]
  ];
  return counts.flatMap(([id, count, label]) => (count > 0 ? [{ id, value: formatNumber(count), label }] : []));
}
