import type { Text } from '#lib/schema/common';
import type { Atlas } from '#lib/atlas/atlas';
import { policyInOrder, yearsOf } from '#lib/atlas/document-time';
import { changesBetween, countyStates, documentBefore, rolesComparable, rolesIn } from './roles';
import type { Years } from '#lib/atlas/document-time';
import type { Change, UnitState } from './roles';
import { sectorDifference } from '#lib/atlas/sector-namings';
import type { SectorDifference } from '#lib/atlas/sector-namings';
import { placeDifference, sectorMatrix } from './tables';
import type { PlaceDifference } from './tables';

/** One document in the order of time, against the one of the same level before it. */
export type TimelineStep = Readonly<{
  document: string;
  years: Years | undefined;
  /** adcode of the area that the document covers */
  level: string;
  previous: string | undefined;
  /** the earlier document lists members, so that there is something to compare */
  comparable: boolean;
  /** the tiers of both documents are their own words, so that roles can be compared, too */
  rolesCompared: boolean;
  layouts: readonly Readonly<{ id: string; name: Text }>[];
  changes: readonly Change[];
  states: Readonly<Record<UnitState, readonly string[]>>;
  sectors: SectorDifference;
  places: PlaceDifference;
  targets: number;
}>;

/** All policy documents as steps, oldest first. */
export function timelineSteps(atlas: Atlas): TimelineStep[] {
  const { data } = atlas;
  const documents = policyInOrder(data.documents);
  const ids = documents.map(({ id }) => id);
  const matrix = sectorMatrix(atlas, ids);
  return documents.map((document, index) => {
    const previous = documentBefore(documents, document);
    const before = previous && rolesIn(atlas, previous.id);
    const after = rolesIn(atlas, document.id);
    const rolesCompared = previous !== undefined && rolesComparable(atlas, previous.id, document.id);
    return {
      document: document.id,
      years: yearsOf(document),
      level: document.covers[0] ?? data.index.province,
      previous: previous?.id,
      comparable: (before?.size ?? 0) > 0,
      rolesCompared,
      layouts: data.layouts
        .filter(({ document: id, kind }) => id === document.id && kind !== 'assignment' && kind !== 'pairs')
        .map(({ id, name }) => ({ id, name })),
      changes: changesBetween(atlas, before, after, rolesCompared),
      states: countyStates(atlas, before, after, rolesCompared),
      sectors: sectorDifference(matrix, index, previous && ids.indexOf(previous.id)),
      places: placeDifference(atlas, document.id, previous?.id),
      targets: data.targets.filter((target) => target.document === document.id).length
    };
  });
}
