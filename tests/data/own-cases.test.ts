import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OwnTable } from '#lib/features/own-data/table/table';
import { OUTCOMES } from './case-outcomes';
import { caseFile, districtsOf, importAll } from './own-region';

const sumsOf = (table: OwnTable) =>
  Object.fromEntries(
    table.columns.flatMap((column) =>
      column.kind === 'number' ? [[column.name, Math.round(column.values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0) * 1e6) / 1e6]] : []
    )
  );

describe('files that people had trouble with, as they are dropped, with the real region', () => {
  it.each(OUTCOMES)('$file', async ({ file, districts, rejected = {}, sums }) => {
    const { table } = await importAll(caseFile(file));
    expect(districtsOf(table)).toEqual(districts);
    expect(table.rejectedBy).toEqual(rejected);
    if (sums) expect(sumsOf(table)).toEqual(sums);
    // a point in another district than its row names would be told
    expect(table.remarks.filter(({ code }) => code === 'district-mismatch')).toEqual([]);
  });

  it('all have an outcome, but those of names that have a table of their own', () => {
    const kept = readdirSync(new URL('../files/cases', import.meta.url)).filter((name) => !name.startsWith('names-'));
    expect(OUTCOMES.map(({ file }) => file).sort()).toEqual(kept.sort());
  });
});
