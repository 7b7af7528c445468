import type { ImportProgress } from '../read/progress';
import { ImportRefused } from '../read/refusal';
import { readDirectory } from '../read/zip';
import type { ImportContext } from '../table/import-context';
import type { ProjectReply, ProjectRequest } from './project-worker';
import type { Opened } from './read-project';
import { manifestText } from './manifest-text';

/* Projects among files, and what is in them, for the page. */

/** Whether a file is a project that this site has saved, whatever its name says; one that is damaged is, too. */
export async function isProject(file: Blob): Promise<boolean> {
  const entries = await readDirectory(file).catch(() => []);
  // of what cannot be unpacked the reader says why
  return manifestText(file, entries).then(
    (text) => text !== undefined,
    () => true
  );
}

/**
 * Read a project in a worker.
 * @throws ImportRefused; the signal's reason
 */
export function openProject(file: Blob, context: ImportContext, signal: AbortSignal, onProgress: (progress: ImportProgress) => void): Promise<Opened> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = new Worker(new URL('./project-worker.ts', import.meta.url), { type: 'module', name: 'project' });
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', stop);
      worker.terminate();
      settle();
    };
    const stop = () => end(() => reject(signal.reason as Error));
    signal.addEventListener('abort', stop);
    worker.onerror = () => end(() => reject(new Error('worker')));
    worker.onmessage = ({ data }: MessageEvent<ProjectReply>) => {
      if (data.kind === 'progress') onProgress(data.progress);
      else if (data.kind === 'opened') end(() => resolve(data.opened));
      else end(() => reject(data.kind === 'refused' ? new ImportRefused(data.reason, data.detail) : new Error('project')));
    };
    worker.postMessage({ file, context } satisfies ProjectRequest);
  });
}
