import type { Ground } from '../fetch-ground';
import type { LayerContent, MapSettings } from '../layer';
import { locateRows } from '../locate-rows';
import { breath } from '../read/in-slices';
import type { ImportProgress } from '../read/progress';
import { openProject } from './open-project';

/** What is to be said of a project that is open: `moved` rows are in another district than when it was `saved` (ISO 8601). */
export type Restored = Readonly<{ moved: number; saved: string }>;

/** Read a project into layers. @throws ImportRefused; the signal's reason */
export async function restoreProject(
  file: File,
  { atlas, context }: Ground,
  signal: AbortSignal,
  onProgress: (progress: ImportProgress) => void
): Promise<Readonly<{ contents: readonly LayerContent[]; settings: MapSettings; restored: Restored }>> {
  const { tables, settings, moved, saved } = await openProject(file, context, signal, onProgress);
  const contents: LayerContent[] = [];
  for (const table of tables) {
    const whereabouts = await locateRows(table, signal);
    signal.throwIfAborted();
    if (whereabouts) contents.push({ table, whereabouts });
  }
  // the last of the counting and the first drawing of the page would be one long task
  await breath();
  signal.throwIfAborted();
  const known = settings.layout !== undefined && atlas.layout.has(settings.layout);
  return { contents, settings: { ...settings, layout: known ? settings.layout : undefined }, restored: { moved, saved } };
}
