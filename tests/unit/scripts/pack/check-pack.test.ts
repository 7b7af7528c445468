import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { watchPack } from '../../../../scripts/steps/pack/watch-pack';
import { brokenPack, DEMO_PACK, packCopy } from './support';

/** What `npm run check:pack` says of a pack, in one language. */
function checkPackOf(dir: string, language: string): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/check-pack.ts', '--pack', dir, '--lang', language], {
    env: { ...process.env, GEODATA_PACK: 'nowhere' },
    encoding: 'utf8'
  });
  return { status, said: `${stdout}${stderr}` };
}

it('the check by itself makes every check that a build makes: not of references alone', () => {
  const fine = checkPackOf(DEMO_PACK, 'en');
  expect(fine.status, fine.said).toBe(0);
  expect(fine.said).toContain('suzhou-demo 2026.1.0: 1 document, 1 place, no problems');
  // every reference leads somewhere, and yet two parts have one mark
  const { status, said } = checkPackOf(brokenPack('documents/demo-plan/zones.yaml', 'mark: { zh: "湖"', 'mark: { zh: "北"'), 'zh');
  expect(status, said).toBe(1);
  expect(said).toContain('第 3 个片区（demo-lake-wing） → mark → zh：标记“北”在同一布局里已是“demo-north-wing”的');
  expect(said).toContain('1 个问题');
}, 180_000);

it('a watched pack is checked at once and after a save, never twice at a time', async () => {
  const dir = packCopy();
  let running = 0;
  let done = 0;
  const act = vi.fn(async () => {
    running += 1;
    expect(running).toBe(1);
    await Promise.resolve();
    running -= 1;
    done += 1;
  });
  const end = watchPack(dir, act);
  await vi.waitFor(() => expect(done).toBe(1));
  writeFileSync(join(dir, 'documents/demo-plan/notes.yaml'), '[]');
  await vi.waitFor(() => expect(done).toBeGreaterThan(1), { timeout: 20_000 });
  end();
});
