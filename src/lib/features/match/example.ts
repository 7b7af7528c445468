import { indexAtlas } from '#lib/atlas/atlas';
import type { AtlasData, Zone } from '#lib/schema/atlas';
import type { ExampleProject } from '#lib/schema/examples';
import * as m from '#lib/paraglide/messages';
import { formatDay, local } from '#lib/design/page/local';
import { knownWishes } from '#lib/atlas/project/address';
import { assessZones } from './assess';
import type { Bounds } from './criteria';
import type { MatchOptions } from './options';
import { offeredPresets } from './presets';
import { askedCriteria } from '#lib/atlas/project/project';
import { matchZones } from './rank';
import { criterionText, projectLine, namesIn } from '#lib/facts/project-text';
import { pointsText, rangeOf } from './text';

/** A made-up project's real answer, as far as an empty page shows it, in the language of the page. */
export type MatchExample = Readonly<{
  /** id of the preset that opens it */
  preset: string;
  name: string;
  asked: string;
  /** day of the documents' standing */
  day: string;
  zones: readonly Readonly<
    Pick<Zone, 'id' | 'mark' | 'hue' | 'membership'> & {
      name: string;
      layout: string;
      rank: string;
      points: string;
      range: string;
      bounds: Bounds;
      /** “sectors 100 · stage 60” */
      scores: string;
    }
  >[];
}>;

/** Results shown. */
const SHOWN = 3;

/** The first of the pack's made-up projects whose words the pack knows, matched as it stands; undefined where there is none, or nothing suits it. */
export function matchExample(data: AtlasData, options: MatchOptions, projects: readonly ExampleProject[]): MatchExample | undefined {
  const [preset] = offeredPresets(knownWishes(options), projects);
  if (!preset) return undefined;
  const atlas = indexAtlas(data);
  const day = data.index.statusAsOf;
  const { project } = preset;
  const { listed } = matchZones(assessZones(atlas, project, day), project);
  if (listed.length === 0) return undefined;
  return {
    preset: preset.id,
    name: preset.name,
    asked: projectLine(project, namesIn(atlas)),
    day: formatDay(day),
    zones: listed.slice(0, SHOWN).map(({ assessed: { zone, layout }, best, points, rank, tied }) => {
      const range = rangeOf(points);
      return {
        id: zone.id,
        mark: zone.mark,
        hue: zone.hue,
        membership: zone.membership,
        name: local(zone.name),
        layout: local(layout.short),
        rank: tied ? m.match_rank_tied({ rank }) : m.match_rank({ rank }),
        points: m.match_points({ points: pointsText(points.score) }),
        range: range ? m.match_range(range) : m.match_range_none(),
        bounds: points,
        scores: askedCriteria(project)
          .flatMap((criterion) => {
            const bounds = best.bounds[criterion];
            return bounds ? [`${criterionText(criterion)} ${pointsText(100 * bounds.score)}`] : [];
          })
          .join(' · ')
      };
    })
  };
}
