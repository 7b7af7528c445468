import { watch } from 'node:fs';

/** Editors write a file in several steps; what comes within so many milliseconds is one save. */
const ONE_SAVE = 200;

/**
 * Do something now, and again after each save in a folder, one after the other.
 * @returns a function that ends it
 */
export function watchPack(dir: string, act: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let again = false;
  const run = async (): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    do {
      again = false;
      await act();
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set while waiting
    } while (again);
    busy = false;
  };
  const watcher = watch(dir, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), ONE_SAVE);
  });
  void run();
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
