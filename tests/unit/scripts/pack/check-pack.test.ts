import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { brokenPack, DEMO_PACK } from './support';

/** What `npm run check:pack` says of a pack. */
function checkPackOf(dir: string): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/check-pack.ts'], {
    env: { ...process.env, GEODATA_PACK: dir },
    encoding: 'utf8'
  });
  return { status, said: `${stdout}${stderr}` };
}

it('the check by itself makes every check that a build makes: not of references alone', () => {
  expect(checkPackOf(DEMO_PACK)).toMatchObject({ status: 0 });
  // every reference leads somewhere, and yet two parts have one mark
  const { status, said } = checkPackOf(brokenPack('documents/demo-plan/zones.yaml', 'mark: { zh: "湖"', 'mark: { zh: "北"'));
  expect(status, said).toBe(1);
  expect(said).toContain('in the same layout already');
}, 60_000);
