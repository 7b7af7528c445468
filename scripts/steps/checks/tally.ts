import { z } from 'zod';

/** What one runner found; `why`: lines on what failed, or passed at its second try only. */
export type Tally = Readonly<{ name: string; passed: number; failed: number; skipped: number; why?: readonly string[] }>;

/** Lines said of one stage at the end. */
const MOST_LINES = 20;

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({
      status: z.string(),
      name: z.string().default(''),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string().default('') }))
    })
  )
});
const PlaywrightSuite = z.object({
  specs: z.array(
    z.object({ title: z.string(), file: z.string(), line: z.number(), tests: z.array(z.object({ status: z.string(), projectName: z.string() })) })
  ),
  get suites() {
    return z.array(PlaywrightSuite).default([]);
  }
});
const PlaywrightReport = z.object({
  suites: z.array(PlaywrightSuite).default([]),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown())
});

/** Read vitest's JSON report. A file that could not be loaded holds no failed test, and counts as one. */
export function tallyVitest(report: unknown): Omit<Tally, 'name'> {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = VitestReport.parse(report);
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'));
  const why = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => `${name}: ${fullName}`)
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length, skipped: numPendingTests, why: [...why, ...unloaded.map(({ name }) => name)] };
}

/** Read Playwright's JSON report. A test that passed at its second try has passed, and Playwright's own report names it; an error outside of any test is a failure. */
export function tallyPlaywright(report: unknown): Omit<Tally, 'name'> {
  const { stats, errors, suites } = PlaywrightReport.parse(report);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped, why: suites.flatMap(remarkable) };
}

/** A line on each test that failed, or passed at its second try. */
function remarkable({ specs, suites }: z.infer<typeof PlaywrightSuite>): string[] {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, projectName }) => `${file}:${line} [${projectName}] ${title}${status === 'flaky' ? ' (passed at its second try)' : ''}`)
  );
  return [...own, ...suites.flatMap(remarkable)];
}

/**
 * A runner's own word goes last: one that ended badly without naming a failed test, or that ran no test at all, has failed once.
 * @param counts undefined where the runner left no report
 */
export function judge(name: string, endedWell: boolean, counts: Omit<Tally, 'name'> | undefined): Tally {
  const { passed, failed, skipped, why = [] } = counts ?? { passed: 0, failed: 0, skipped: 0 };
  const ran = passed + failed > 0;
  return { name, passed, failed: failed === 0 && !(endedWell && ran) ? 1 : failed, skipped, why };
}

/** What is said of failures once more at the end of a run, of whose output often no more than the end is at hand. */
export function reasons(tallies: readonly Tally[]): string[] {
  return tallies.flatMap(({ name, why = [] }) => (why.length > 0 ? [`${name}:`, ...why.slice(-MOST_LINES).map((line) => `  ${line}`)] : []));
}

/** The last line of a test run, and whether all is well. */
export function summarize(tallies: readonly Tally[]): { line: string; ok: boolean } {
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  return { line: `${passed} passed, ${failed} failed`, ok: failed === 0 && passed > 0 };
}
