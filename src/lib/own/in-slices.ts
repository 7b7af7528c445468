/** Rows taken at once: some milliseconds of work. */
const SLICE = 100_000;

/** Lets the page answer its reader; what waits goes on afterwards. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Do work on many rows without holding the page up: a stretch of rows at a time.
 * @returns false if `signal` ended it before the last row
 */
export async function inSlices(rows: number, work: (from: number, to: number) => void, signal: AbortSignal): Promise<boolean> {
  for (let from = 0; from < rows; from += SLICE) {
    if (from > 0) await breath();
    if (signal.aborted) return false;
    work(from, Math.min(from + SLICE, rows));
  }
  return !signal.aborted;
}
