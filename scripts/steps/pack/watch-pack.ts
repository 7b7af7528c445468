import { watch } from 'node:fs';

/** Editors write a file in several steps; what comes within so many milliseconds is one save. */
const ONE_SAVE = 200;

/**
 * Do something now, and again after each save in a folder, one after the other.
 * @returns a function that ends it
 */
export function watchPack(dir: string, act: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let waiting = false;
  let last = Promise.resolve();
  const run = (): void => {
    if (waiting) return;
    waiting = true;
    last = last.then(() => {
      waiting = false;
      return act();
    });
  };
  const watcher = watch(dir, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(run, ONE_SAVE);
  });
  run();
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
