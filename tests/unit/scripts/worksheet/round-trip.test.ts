import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, write } from '@e965/xlsx';
import { colToLetter, readXlsx } from 'hucre/xlsx';
import { afterAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPack } from '../../../../scripts/steps/pack/read-pack';
import { InputError } from '../../../../scripts/steps/problem';
import { fromRows } from '../../../../scripts/steps/worksheet/from-rows';
import { readParts } from '../../../../scripts/steps/worksheet/parts';
import { readBook } from '../../../../scripts/steps/worksheet/read-book';
import { worksheetSheets } from '../../../../scripts/steps/worksheet/sheets';
import { toRows } from '../../../../scripts/steps/worksheet/to-rows';
import { writeBook } from '../../../../scripts/steps/worksheet/write-book';
import { toYaml, writeFiles } from '../../../../scripts/steps/worksheet/write-files';

const PACKS = ['geodata/packs/zhejiang-biopharma', 'tests/packs/suzhou-demo', 'tests/packs/guangdong-demo'];
const sheets = worksheetSheets();
const dir = mkdtempSync(join(tmpdir(), 'worksheet-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** A pack's contents without the lines that they stand on. */
const contents = (pack: string): unknown =>
  JSON.parse(JSON.stringify({ ...readPack(pack), dir: '' }, (key, value: unknown) => (key === 'line' ? undefined : value)));

async function throughWorkbook(pack: string) {
  const parts = readParts(pack);
  const bytes = await writeBook(toRows(parts, sheets), sheets, 'test');
  const { rows, remarks } = await readBook(bytes, sheets, 'test.xlsx');
  return { parts, remarks, ...fromRows(rows, sheets) };
}

it.each(PACKS)('%s comes back from its workbook as it was', { timeout: 180_000 }, async (pack) => {
  const { files, problems, remarks } = await throughWorkbook(pack);
  expect([...problems, ...remarks]).toEqual([]);
  const out = join(dir, pack);
  const { same, written } = writeFiles(files, out);
  expect(same).toEqual([]);
  expect(written.length).toBeGreaterThan(10);
  expect(contents(out)).toEqual(contents(pack));
});

it('a workbook that another program saved again comes back, too', async () => {
  const parts = readParts('tests/packs/guangdong-demo');
  const bytes = await writeBook(toRows(parts, sheets), sheets, 'test');
  const again = write(read(bytes, { cellStyles: true }), { type: 'array', bookType: 'xlsx' }) as ArrayBuffer;
  const [before, after] = await Promise.all(
    [bytes, new Uint8Array(again)].map(async (book) => fromRows((await readBook(book, sheets, 'test.xlsx')).rows, sheets))
  );
  expect(after).toEqual(before);
});

it('a workbook has lists to choose from, remarks at its headings, and text where text belongs', async () => {
  const bytes = await writeBook(toRows(readParts('tests/packs/suzhou-demo'), sheets), sheets, 'test');
  const book = await readXlsx(bytes, { readStyles: true });
  const zones = book.sheets.find(({ name }) => name === '片区');
  const lists = Object.fromEntries((zones?.dataValidations ?? []).map(({ range, formula1 }) => [range.replace(/\d.*/, ''), formula1]));
  const column = (key: string) => colToLetter(zones?.rows[1]?.indexOf(key) ?? -1);
  expect(lists[column('tier')]).toMatch(/^'选项'!\$[A-Z]+\$1:/);
  expect(lists[column('layout')]).toMatch(/^'布局'!\$B\$3:\$B\$\d+$/);
  expect(lists[column('unitGroup')]).toMatch(/^'区划组'!/);
  expect(book.sheets.find(({ name }) => name === '选项')?.rows.flat()).toContain('核心 core');
  expect(zones?.freezePane).toMatchObject({ rows: 2 });
  const units = zones?.rows[1]?.indexOf('units') ?? -1;
  expect(zones?.cells?.get(`0,${units}`)?.comment?.text).toContain('由哪些区县或市组成');
  // also below what is there: a code keeps its digits
  expect(zones?.cells?.get(`50,${units}`)?.style?.numFmt).toBe('@');
});

it('files that say the same already are left alone, and one that does not is written', async () => {
  const pack = join(dir, 'copy');
  cpSync('tests/packs/suzhou-demo', pack, { recursive: true });
  const targets = join(pack, 'documents/demo-plan/targets.yaml');
  const before = readFileSync(targets, 'utf8');
  const { files } = await throughWorkbook(pack);
  expect(writeFiles(files, pack)).toMatchObject({ written: [], left: [] });
  expect(readFileSync(targets, 'utf8')).toBe(before);

  writeFileSync(targets, before.replace('value: 1000', 'value: 1001'));
  expect(writeFiles(files, pack).written).toEqual(['documents/demo-plan/targets.yaml']);
  expect(parse(readFileSync(targets, 'utf8'))).toEqual(parse(before));
});

it('a table with a broken row is written anew, whatever its other rows say', async () => {
  const pack = join(dir, 'broken');
  cpSync('tests/packs/suzhou-demo', pack, { recursive: true });
  const { files } = await throughWorkbook(pack);
  const places = join(pack, 'documents/demo-plan/places.csv');
  const before = readFileSync(places, 'utf8');
  writeFileSync(places, `${before.trimEnd()}\nx,y\n`);
  expect(writeFiles(files, pack).written).toEqual(['documents/demo-plan/places.csv']);
  expect(readFileSync(places, 'utf8')).not.toContain('x,y');
});

it('a file that no row is for stays and is named', async () => {
  const pack = join(dir, 'left');
  cpSync('tests/packs/suzhou-demo', pack, { recursive: true });
  const { files } = await throughWorkbook(pack);
  const fewer = files.filter((one) => !('file' in one && one.file.name === 'targets.yaml'));
  expect(writeFiles(fewer, pack).left).toEqual(['documents/demo-plan/targets.yaml']);
});

it('an id that would leave open which record is meant is refused', () => {
  const pack = join(dir, 'twice');
  cpSync('tests/packs/suzhou-demo', pack, { recursive: true });
  const zones = join(pack, 'documents/demo-plan/zones.yaml');
  writeFileSync(zones, readFileSync(zones, 'utf8').replace('id: demo-north-wing', 'id: demo-core'));
  expect(() => toRows(readParts(pack), sheets)).toThrow(InputError);
  expect(() => toRows(readParts(pack), sheets)).toThrow(/"demo-core" is used twice/);
});

it('YAML keeps what looks like a number or a day as text', () => {
  const content = [{ id: '320500', day: '2026-01-01', text: { zh: '是', en: 'yes' }, value: 1.5, none: 'null', long: 'a: b # c' }];
  expect(parse(toYaml(content))).toEqual(content);
});
