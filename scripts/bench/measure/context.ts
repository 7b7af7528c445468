import { Bench } from '../tools/browser';
import type { Row, Subject } from '../tools/row';
import type { Site } from '../tools/serve';

/** What every measurement works with. */
export type Context = Readonly<{
  sites: Readonly<Record<Subject, Site>>;
  runs: number;
  say: (line: string) => void;
  /** a page that failed in one run: noted, and the others go on */
  fail: (what: string, error: unknown) => void;
}>;
export type Measurement = (context: Context) => Promise<readonly Row[]>;

/** The site's map beside its panel on a screen of 1440 × 900: the rivals' maps have its size, CSS px. */
export const MAP = { width: 1020, height: 836 } as const;

/** Address of a page that is a map. */
export const mapPage = ({ sites }: Context, subject: Subject): string =>
  subject === 'ours' || subject === 'static' ? `${sites[subject].origin}/` : `${sites[subject].origin}/?width=${MAP.width}&height=${MAP.height}`;

/**
 * Each page in turn, run after run: what slows the machine down slows all of them.
 * @param still without animated movements @param measure its answer is said aloud
 */
export async function inTurn(
  { runs, say, fail }: Context,
  what: string,
  subjects: readonly Subject[],
  measure: (subject: Subject, bench: Bench) => Promise<string>,
  still = false
): Promise<void> {
  for (let run = 1; run <= runs; run++) {
    for (const subject of subjects) {
      try {
        say(`${what}, run ${run} of ${runs}, ${subject}: ${await Bench.with((bench) => measure(subject, bench), { still })}`);
      } catch (error) {
        fail(`${what}, run ${run}, ${subject}`, error);
      }
    }
  }
}
