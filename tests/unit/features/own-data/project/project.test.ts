import fc from 'fast-check';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readProject } from '#lib/features/own-data/project/read-project';
import { FORMULA } from '#lib/atlas/spreadsheet-text';
import { region } from '../read/small-region';
import { makeTable } from '../table/make-table';
import { anyProject, made, seen, textColumn, WORDS } from './any-table';

const parts = async (file: Blob) => unzipSync(new Uint8Array(await file.arrayBuffer()));
const onMap = { layers: [{ name: 'test', colour: 2, shown: true, view: { mode: 'points' as const, measure: 'count' as const } }], active: 0 };
const pack = { id: 'test-pack', version: '2026.1.0' };

describe('a project', () => {
  test('comes back as it was, whatever stands in its tables', async () => {
    await fc.assert(
      fc.asyncProperty(anyProject, async (project) => {
        const opened = await readProject(await made(project), region);
        expect(opened.tables.map(seen)).toEqual(project.tables.map(seen));
        expect(opened).toMatchObject({ settings: project.settings, pack: project.pack, moved: 0, saved: '2026-11-29T04:05:06.000Z' });
      }),
      { numRuns: 120 }
    );
  });

  test('is a folder of tables that any spreadsheet opens, none of whose cells is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(anyProject, async (project) => {
        const files = await parts(await made(project));
        const names = Object.keys(files);
        expect(names).toContain('README.txt');
        expect(new Set(names).size).toBe(names.length);
        const tables = names.filter((name) => name.endsWith('.csv') && !name.includes(WORDS.leftOut));
        expect(tables).toHaveLength(project.tables.length);
        for (const name of names) expect(name).toMatch(/^[^\p{Cc}\\/:*?"<>|]{1,80}$/u);
        for (const [i, name] of tables.entries()) {
          const table = project.tables[i];
          const content = new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[name]);
          expect(content.startsWith('\ufeff')).toBe(true);
          const { data, errors } = Papa.parse<string[]>(content.slice(1), { delimiter: ',', newline: '\r\n', skipEmptyLines: 'greedy' });
          expect(errors).toEqual([]);
          expect(data).toHaveLength(1 + (table?.rows ?? -1));
          for (const row of data) {
            expect(row).toHaveLength(6 + (table?.columns.length ?? 0));
            for (const cell of row) expect(FORMULA.test(cell) && Number.isNaN(Number(cell))).toBe(false);
          }
        }
      }),
      { numRuns: 60 }
    );
  });

  test('of rows that are all alike is not taken for an archive that does harm', async () => {
    const rows = 10_000;
    const table = makeTable(Array.from({ length: rows }, () => ({ at: [120.1, 30.2] as const, county: '330106' })));
    const wide = {
      ...table,
      line: new Uint32Array(rows),
      columns: Array.from({ length: 3 }, (_, i) => ({ ...textColumn(`c${i}`, ['长'.repeat(200)]), codes: new Uint8Array(rows) }))
    };
    const file = await made({ tables: [wide], settings: onMap, pack });
    expect((await readProject(file, region)).tables[0]?.rows).toBe(rows);
  });

  test('holds every column that a table can have', async () => {
    const table = makeTable([{ at: [120.1, 30.2], county: '330106' }]);
    const wide = { ...table, columns: Array.from({ length: 257 }, (_, i) => textColumn(`c${i}`, [`${i}`])) };
    const opened = await readProject(await made({ tables: [wide], settings: onMap, pack }), region);
    expect(opened.tables.map(seen)).toEqual([seen({ ...wide, counties: region.counties.adcodes, county: Uint16Array.of(1) })]);
  });
});
