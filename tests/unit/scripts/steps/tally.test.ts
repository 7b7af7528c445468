import { describe, expect, it } from 'vitest';
import { judge, summarize, tallyPlaywright, tallyVitest } from '../../../../scripts/steps/checks/tally';

const vitest = (passed: number, failed: number, files: { status: string; assertionResults: { status: string }[] }[] = []) => ({
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
    expect(tallyVitest(vitest(5, 1, [{ status: 'failed', assertionResults: [{ status: 'failed' }] }]))).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });
  it('counts a file that cannot be loaded as failed', () => {
    expect(tallyVitest(vitest(5, 0, [{ status: 'failed', assertionResults: [] }]))).toMatchObject({ failed: 1 });
  });
  it('refuses what is no report', () => {
    expect(() => tallyVitest({ success: true })).toThrow();
  });
});

describe('tallyPlaywright', () => {
  it('counts a test that passed at its second try as passed', () => {
    expect(tallyPlaywright(playwright({ expected: 3, flaky: 1, skipped: 2 }))).toEqual({ passed: 4, failed: 0, skipped: 2 });
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
