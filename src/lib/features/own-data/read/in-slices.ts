/** Rows between looks at the clock: well under a millisecond of work. */
const STEP = 5_000;
/** Milliseconds of work at a time: a frame is 16.7 ms, and the page has more to do in it. By the clock, for machines differ, and so does their load. */
const SLICE_MS = 8;

type Yielding = Readonly<{ scheduler?: Readonly<{ yield?: () => Promise<void> }> }>;

/** Lets the page answer its reader; what waits goes on afterwards. A timer, where the browser knows no better, waits some milliseconds longer. */
export const breath = (): Promise<void> => (globalThis as Yielding).scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));

/**
 * Do work on many rows without holding the page up: some milliseconds at a time.
 * @returns false if `signal` ended it before the last row
 */
export async function inSlices(rows: number, work: (from: number, to: number) => void, signal: AbortSignal): Promise<boolean> {
  let until = performance.now() + SLICE_MS;
  for (let from = 0; from < rows; from += STEP) {
    if (performance.now() > until) {
      await breath();
      until = performance.now() + SLICE_MS;
    }
    if (signal.aborted) return false;
    work(from, Math.min(from + STEP, rows));
  }
  return !signal.aborted;
}
