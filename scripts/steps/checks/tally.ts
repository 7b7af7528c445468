import { z } from 'zod';

/** What one runner found. */
export type Tally = Readonly<{ name: string; passed: number; failed: number; skipped: number }>;

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }))
});
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown())
});

/** Read vitest's JSON report. A file that could not be loaded holds no failed test, and counts as one. */
export function tallyVitest(report: unknown): Omit<Tally, 'name'> {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = VitestReport.parse(report);
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'));
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length, skipped: numPendingTests };
}

/** Read Playwright's JSON report. A test that passed at its second try has passed, and Playwright's own report names it; an error outside of any test is a failure. */
export function tallyPlaywright(report: unknown): Omit<Tally, 'name'> {
  const { stats, errors } = PlaywrightReport.parse(report);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped };
}

/**
 * A runner's own word goes last: one that ended badly without naming a failed test, or that ran no test at all, has failed once.
 * @param counts undefined where the runner left no report
 */
export function judge(name: string, endedWell: boolean, counts: Omit<Tally, 'name'> | undefined): Tally {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 };
  const ran = passed + failed > 0;
  return { name, passed, failed: failed === 0 && !(endedWell && ran) ? 1 : failed, skipped };
}

/** The last line of a test run, and whether all is well. */
export function summarize(tallies: readonly Tally[]): { line: string; ok: boolean } {
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  return { line: `${passed} passed, ${failed} failed`, ok: failed === 0 && passed > 0 };
}
