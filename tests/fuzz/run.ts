import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { writeReport } from './report';
import { runArea } from './run-area';
import type { AreaResult } from './run-area';

/*
 * Hostile input at length: `npm run fuzz`, after `npm run geodata`. `-- --seed 2` makes other cases, `--addresses 100 --packs 10 --files 10`
 * other numbers, `--from 860 --packs 1` one case again. A run with the full numbers rewrites tests/fuzz/REPORT.md.
 */
const FULL = { addresses: 10_000, packs: 1000, files: 1000 };
const { values } = parseArgs({
  options: { seed: { type: 'string' }, from: { type: 'string' }, addresses: { type: 'string' }, packs: { type: 'string' }, files: { type: 'string' } }
});
const [seed, from] = [Number(values.seed ?? 1), Number(values.from ?? 0)];
const chosen = values.addresses ?? values.packs ?? values.files;
const wanted = Object.entries(FULL).map(([area, full]) => [area, chosen === undefined ? full : Number(values[area as keyof typeof FULL] ?? 0)] as const);

const results: Record<string, AreaResult> = {};
for (const [area, cases] of wanted) {
  if (cases === 0) continue;
  const result = await runArea(area, cases, seed, from, (done) => {
    if (done % Math.ceil(cases / 10) === 0) console.log(`${area}: ${done} of ${cases}`);
  });
  for (const { index, what, input } of result.findings) console.error(`${area} ${index}: ${what}\n  ${input}`);
  results[area] = result;
}
const report = writeReport(results, seed);
console.log(report);
if (chosen === undefined && from === 0) writeFileSync('tests/fuzz/REPORT.md', await format(report, { parser: 'markdown' }));
if (Object.values(results).some(({ findings }) => findings.length > 0)) process.exitCode = 1;
