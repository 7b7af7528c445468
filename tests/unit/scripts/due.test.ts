import { expect, it } from 'vitest';
import { dueFacts } from '../../../scripts/steps/due';
import { compileAtlas } from '../../../scripts/steps/pack/compile-atlas';
import { compileCalls } from '../../../scripts/steps/pack/compile-calls';
import { readPack } from '../../../scripts/steps/pack/read-pack';
import { DEMO_PACK } from './pack/support';

const pack = readPack(DEMO_PACK);
const due = (day: string): Record<string, readonly string[]> =>
  Object.fromEntries(dueFacts(pack, compileAtlas(pack, [], day), compileCalls(pack), day).map(({ head, lines }) => [head, lines]));

it('lists a figure once its period is two years past, not before', () => {
  expect(due('2026-12-31')['Figures older than two years']).toEqual([]);
  expect(due('2027-01-02')['Figures older than two years']).toEqual([expect.stringMatching(/^2024 {2}demo-park-kites-2024 .*320508/)]);
});

it('lists an address once nobody has read it for a year, with the file that has it', () => {
  expect(due('2026-12-31')['Addresses not read for a year']).toEqual([]);
  expect(due('2027-02-03')['Addresses not read for a year']).toEqual(
    expect.arrayContaining([expect.stringMatching(/^2026-02-02 {2}https:\/\/a\.example\/kites {2}published\.yaml$/)])
  );
});

it('lists what ends within 90 days, and nothing that has ended', () => {
  const { 'Ends within 90 days': ends } = due('2026-05-15');
  expect(ends).toEqual([expect.stringMatching(/demo-call: applications-close {2}in 0 days$/)]);
  expect(due('2026-05-16')['Ends within 90 days']).toEqual([]);
});
