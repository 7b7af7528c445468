import { expect, it } from 'vitest';
import { runArea } from '../fuzz/run-area';

/* The first cases of `npm run fuzz`; see tests/fuzz/. */
it.each([
  ['addresses', 1500],
  ['packs', 12],
  ['files', 250]
])('hostile input: %s', { timeout: 120_000 }, async (area, cases) => {
  const { findings, outcomes } = await runArea(area, cases, 1);
  expect(findings).toEqual([]);
  // both ways were taken
  expect(Object.keys(outcomes).length).toBeGreaterThan(1);
});
