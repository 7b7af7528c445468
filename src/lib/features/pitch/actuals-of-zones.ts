import type { Atlas } from '#lib/atlas/atlas';
import { actualsBesideTargets } from '#lib/features/own-data/table/actuals';
import type { Actual, ActualLine } from '#lib/features/own-data/table/actuals';
import type { Audience } from './state';
import type { PitchZone } from './zone';

/**
 * Values that the maker's office reports, for targets of the pitch's zones and for the wholes that these are parts of.
 * They are never facts of the documents: they stand in `Pitch.actuals` alone, apart from everything that has a citation,
 * and no link or state holds them.
 */
export function actualsOfZones(atlas: Atlas, zones: readonly Pick<PitchZone, 'targets'>[], actuals: readonly Actual[]): ActualLine[] {
  if (actuals.length === 0) return [];
  const shown = new Set<string>();
  for (const { targets } of zones) {
    for (const { target } of targets) {
      for (let id: string | undefined = target.id; id !== undefined && !shown.has(id); id = atlas.target.get(id)?.partOf) shown.add(id);
    }
  }
  return actualsBesideTargets(atlas, actuals).filter(({ target }) => shown.has(target.id));
}

/**
 * The values as this audience may read them: what the office remarks on them is for colleagues only, unless its maker chose to show it.
 * @param shown the maker shows the remarks to the investor
 */
export const actualsFor = (audience: Audience, actuals: readonly Actual[], shown: boolean): readonly Actual[] =>
  shown || audience === 'internal' ? actuals : actuals.map((actual) => ({ ...actual, note: undefined }));

/** Of these values those for one zone's own targets. */
export function actualsOfZone(actuals: readonly ActualLine[], { targets }: Pick<PitchZone, 'targets'>): ActualLine[] {
  const own = new Set(targets.map(({ target }) => target.id));
  return actuals.filter(({ target }) => own.has(target.id));
}
