import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atLeast, atMost } from '../tools/row';
import type { Row } from '../tools/row';
import { writeSample } from '../tools/sample';
import type { Context } from './context';

/* The importer alone, in Node, beside parsers that only parse; each run is a process of its own. `npm run bench:import` knows more ways. */
const WAYS = [
  ['own', 'this importer: typed, checked, placed, joined to counties'],
  ['udsv', 'uDSV, typed rows'],
  ['papa', 'Papa Parse, typed rows']
] as const;
const ROWS = 1_000_000;
type Measure = Readonly<{ ms: number; reading: number; kept: number; peak: number; bytes: number }>;

export function measureParse({ runs, say, fail }: Context): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-parse-'));
  const file = join(folder, 'points.csv');
  const rows: Row[] = [];
  try {
    writeSample(file, ROWS);
    for (const [id, about] of WAYS) {
      const measures: Measure[] = [];
      for (let run = 1; run <= runs; run++) {
        try {
          const child = [...process.execArgv, '--expose-gc', 'scripts/bench/import.ts', '--one', id, file];
          const measure = JSON.parse(execFileSync(process.execPath, child, { encoding: 'utf8', maxBuffer: 1 << 20 })) as Measure;
          measures.push(measure);
          say(`parse, run ${run} of ${runs}, ${id}: ${measure.ms.toFixed(0)} ms`);
        } catch (error) {
          fail(`parse, run ${run}, ${id}`, error);
        }
      }
      const row = (what: string, unit: string, pick: (measure: Measure) => number) => ({
        what: `1M-row CSV, ${about}: ${what}`,
        unit,
        samples: { ours: measures.map(pick) }
      });
      const own = id === 'own';
      rows.push(
        { ...row('speed', 'MB/s', ({ bytes, reading }) => bytes / 1e3 / reading), ...(own ? { target: atLeast(50, 'MB/s') } : {}) },
        { ...row('kept', 'MB', ({ kept }) => kept / 1e6), ...(own ? { target: atMost(80, 'MB') } : {}) },
        row('at its peak', 'MB', ({ peak }) => peak / 1e6)
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return Promise.resolve(rows);
}
