import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { generatePoints, readCountyCentres } from '../../../../scripts/steps/tiles/generate-points';

const dir = mkdtempSync(join(tmpdir(), 'generate-points-'));
afterAll(() => rmSync(dir, { recursive: true }));

test('generated points are the same for the same seed, lie round real counties, and are as many as asked for', async () => {
  const centres = readCountyCentres('33');
  expect(centres.length).toBeGreaterThan(80);
  const make = async (seed: number) => {
    const file = join(dir, `${seed}.csv`);
    await generatePoints(file, 30_000, seed, centres);
    return readFileSync(file, 'utf8');
  };
  const first = await make(1);
  // as a whole: the difference of two such texts takes minutes to print
  expect((await make(1)) === first).toBe(true);
  expect((await make(2)) === first).toBe(false);
  const [header, ...rows] = first.trimEnd().split('\n');
  expect(header).toBe('name,kind,output,lon,lat');
  expect(rows).toHaveLength(30_000);
  const positions = rows.map((row) => row.split(',').slice(3).map(Number));
  expect(positions.every(([lon = 0, lat = 0]) => lon > 117 && lon < 124 && lat > 26 && lat < 32)).toBe(true);
});
