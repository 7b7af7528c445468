import type { Atlas } from '#lib/atlas/atlas';
import { assessZones } from '#lib/features/match/assess';
import type { Finding } from '#lib/features/match/criteria';
import { EMPTY_PROJECT, GROUP_OF, NEAR_KINDS, wishesOf } from '#lib/atlas/project/project';
import type { Criterion, Project } from '#lib/atlas/project/project';
import type { Citation } from '#lib/schema/common';
import type { PitchState } from './state';
import type { PitchZone } from './zone';

/** What a zone's document, or the map, answers to a need. */
export type Answer = Readonly<{ zone: string; finding: Finding; citations: readonly Citation[] }>;
/** One of the visitor's needs, with an answer for each zone of the pitch. */
export type Need = Readonly<{ wish: string; answers: readonly Answer[] }>;

const ASKED: readonly Criterion[] = ['sector', 'stage', 'land', 'want', 'near'];

/** The visitor's needs one by one, answered as the match does, without its points: each zone's best unit for the need speaks for it. */
export function needsOf(atlas: Atlas, zones: readonly Pick<PitchZone, 'zone' | 'layout'>[], { sectors, wishes }: PitchState, day: string): Need[] {
  if (sectors.length + wishes.length === 0 || zones.length === 0) return [];
  const ofGroup = (group: string) => wishes.filter((id) => atlas.capability.get(id)?.group === group);
  const project: Project = {
    ...EMPTY_PROJECT,
    sectors,
    stage: ofGroup(GROUP_OF.stage),
    land: ofGroup(GROUP_OF.land),
    want: ofGroup(GROUP_OF.want),
    near: NEAR_KINDS.filter((kind) => wishes.includes(kind)),
    layouts: [...new Set(zones.map(({ layout }) => layout.id))]
  };
  const assessed = new Map(assessZones(atlas, project, day).map((one) => [one.zone.id, one]));
  return ASKED.flatMap((criterion) =>
    wishesOf(project, criterion).map((wish) => ({
      wish,
      answers: zones.flatMap(({ zone }) => {
        const found = assessed.get(zone.id)?.facets.flatMap(({ findings }) => findings[criterion]?.filter((finding) => finding.wish === wish) ?? []) ?? [];
        const finding = found.sort((a, b) => b.bounds.score - a.bounds.score)[0];
        return finding ? [{ zone: zone.id, finding, citations: citationsOf(finding) }] : [];
      })
    }))
  );
}

const citationsOf = ({ evidence }: Finding): Citation[] =>
  evidence.flatMap((one) => (one.kind === 'span' ? (one.span.to.kind === 'place' ? one.span.to.place.citations : []) : one.link.citations));
