import { describe, expect, it } from 'vitest';
import { judge, reasons, summarize, tallyPlaywright, tallyVitest } from '../../../../scripts/steps/checks/tally';

const vitest = (
  passed: number,
  failed: number,
  files: { status: string; name?: string; assertionResults: { status: string; fullName?: string }[] }[] = []
) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
  testResults: files
});
const playwright = (stats: Partial<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>, errors: unknown[] = []) => ({
  stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats },
  errors
});

describe('tallyVitest', () => {
  it('counts tests', () => {
    const results = [{ status: 'passed' }, { status: 'failed', fullName: 'adds' }];
    expect(tallyVitest(vitest(5, 1, [{ status: 'failed', name: 'a.test.ts', assertionResults: results }]))).toEqual({
      passed: 5,
      failed: 1,
      skipped: 0,
      why: ['a.test.ts: adds']
    });
  });
  it('counts a file that cannot be loaded as failed', () => {
    expect(tallyVitest(vitest(5, 0, [{ status: 'failed', name: 'a.test.ts', assertionResults: [] }]))).toMatchObject({ failed: 1, why: ['a.test.ts'] });
  });
  it('refuses what is no report', () => {
    expect(() => tallyVitest({ success: true })).toThrow();
  });
});

describe('tallyPlaywright', () => {
  it('counts a test that passed at its second try as passed', () => {
    expect(tallyPlaywright(playwright({ expected: 3, flaky: 1, skipped: 2 }))).toEqual({ passed: 4, failed: 0, skipped: 2, why: [] });
  });
  it('names what failed or needed its second try, in groups too', () => {
    const test = (title: string, status: string) => ({ title, file: 'a.spec.ts', line: 7, tests: [{ status, projectName: 'phone' }] });
    const suites = [{ specs: [test('opens', 'expected')], suites: [{ specs: [test('closes', 'unexpected'), test('waits', 'flaky')] }] }];
    expect(tallyPlaywright({ ...playwright({ expected: 1, flaky: 1, unexpected: 1 }), suites }).why).toEqual([
      'a.spec.ts:7 [phone] closes',
      'a.spec.ts:7 [phone] waits (passed at its second try)'
    ]);
  });
  it('counts errors outside of tests', () => {
    expect(tallyPlaywright(playwright({ expected: 3 }, [{ message: 'the server did not start' }]))).toMatchObject({ failed: 1 });
  });
});

describe('judge', () => {
  const none = { passed: 0, failed: 0, skipped: 0 };
  it.each([
    ['a good run', true, { ...none, passed: 2 }, 0],
    ['failed tests', false, { ...none, passed: 2, failed: 3 }, 3],
    ['no report', false, undefined, 1],
    ['no report though it ended well', true, undefined, 1],
    ['no test ran', true, none, 1],
    ['only skipped tests', true, { ...none, skipped: 4 }, 1],
    ['ended badly though no test failed', false, { ...none, passed: 2 }, 1]
  ])('%s', (_, endedWell, counts, failed) => {
    expect(judge('x', endedWell, counts).failed).toBe(failed);
  });
});

it('says at the end which stage failed why, and of a long list its end', () => {
  const stage = (name: string, why: string[]) => ({ name, passed: 0, failed: why.length, skipped: 0, why });
  const lines = Array.from({ length: 30 }, (_, i) => `line ${i}`);
  expect(reasons([stage('lint', []), stage('site', ['too heavy']), { name: 'x', passed: 1, failed: 0, skipped: 0 }])).toEqual(['site:', '  too heavy']);
  expect(reasons([stage('site', lines)]).at(-1)).toBe('  line 29');
  expect(reasons([stage('site', lines)])).toHaveLength(21);
});

describe('summarize', () => {
  const tally = (passed: number, failed: number) => ({ name: 'x', passed, failed, skipped: 0 });
  it('sums over the runners', () => {
    expect(summarize([tally(1, 0), tally(40, 2), tally(9, 0)])).toEqual({ line: '50 passed, 2 failed', ok: false });
    expect(summarize([tally(1, 0), tally(40, 0)])).toEqual({ line: '41 passed, 0 failed', ok: true });
  });
  it('fails where nothing ran', () => {
    expect(summarize([])).toEqual({ line: '0 passed, 0 failed', ok: false });
  });
});
