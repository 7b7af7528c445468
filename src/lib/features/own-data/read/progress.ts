/** `done` of `total` bytes of the file are read; `rows` so far. */
export type ImportProgress = Readonly<{ done: number; total: number; rows: number }>;

/** Milliseconds between two words of progress: each of them is painted, which takes from the reading on a machine of few cores. */
const PROGRESS_EVERY = 120;

/** Pass progress on, but only now and then. */
export function nowAndThen(tell: (progress: ImportProgress) => void): (progress: ImportProgress) => void {
  let told = -Infinity;
  return (progress) => {
    if (performance.now() - told < PROGRESS_EVERY) return;
    told = performance.now();
    tell(progress);
  };
}
