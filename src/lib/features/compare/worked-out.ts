import type { Atlas } from '#lib/atlas/atlas';
import type { Target } from '#lib/schema/atlas';
import * as m from '#lib/paraglide/messages';
import { formatList, local } from '#lib/design/page/local';
import { deadlineInBrief, targetInBrief } from '#lib/facts/target-text';
import { compareZones } from './comparison';

/** A comparison in a few words, in the language of the page: what all the zones name, and of each its goal and what it alone names. */
export type WorkedOut = Readonly<{
  zones: readonly Readonly<{ id: string; goal: string; counts: string; alone: string }>[];
  common: string;
  /** goals of several zones together */
  joint: readonly string[];
}>;

/** Names told one by one; of more, their number. */
const MOST = 4;

const brief = (names: readonly string[]): string =>
  names.length > MOST ? m.compare_and_more({ names: formatList(names.slice(0, MOST)), count: names.length - MOST }) : formatList(names);

/** A ready-made comparison worked out as far as a card shows it. */
export function workOut(atlas: Atlas, ids: readonly string[]): WorkedOut {
  const { columns, sectors, joint } = compareZones(atlas, ids);
  const say = (goal: Target) => `${targetInBrief(atlas, goal)} · ${local(goal.metric)} · ${deadlineInBrief(goal)}`;
  const nameOf = (id: string) => local(atlas.sector.get(id)?.name ?? { zh: id, en: id });
  return {
    zones: columns.map(({ zone, targets }, i) => {
      // a sum says more at a glance than a share
      const goal = targets.find(({ unit }) => unit !== 'share' && unit !== 'percent') ?? targets[0];
      const figures = [
        { count: zone.sectors.length, words: m.compare_count_sectors },
        { count: zone.parks.length, words: m.compare_count_parks },
        { count: zone.platforms.length, words: m.compare_count_platforms }
      ];
      return {
        id: zone.id,
        goal: goal ? say(goal) : '',
        counts: figures.flatMap(({ count, words }) => (count > 0 ? [words({ count })] : [])).join(' · '),
        alone: brief(sectors.filter(({ reach, cells }) => reach === 'only' && (cells[i]?.links.length ?? 0) > 0).map(({ id }) => nameOf(id)))
      };
    }),
    common: brief(sectors.filter(({ reach }) => reach === 'all').map(({ id }) => nameOf(id))),
    joint: joint.map(({ target, of }) => m.compare_example_joint({ of, target: say(target) }))
  };
}
