import { writeFileSync } from 'node:fs';
import { packDir } from './steps/pack/pack-dir';
import { readPack } from './steps/pack/read-pack';
import { InputError } from './steps/problem';
import { readFlags } from './steps/read-flags';
import { readParts } from './steps/worksheet/parts';
import { worksheetSheets } from './steps/worksheet/sheets';
import { toRows } from './steps/worksheet/to-rows';
import { writeBook } from './steps/worksheet/write-book';

/* Write a pack as a workbook for people without YAML: `npm run pack:xlsx -- --pack PATH --out FILE.xlsx`. `pack:from-xlsx` reads it back. */
try {
  const values = readFlags('pack:xlsx', ['pack', 'out'], '用法 / usage: npm run pack:xlsx -- --pack PATH --out FILE.xlsx');
  if (values.pack !== undefined) process.env.GEODATA_PACK = values.pack;
  const dir = packDir();
  const { info } = readPack(dir);
  const out = values.out ?? `${info.data.id}.xlsx`;
  const sheets = worksheetSheets();
  const rows = toRows(readParts(dir), sheets);
  writeFileSync(out, await writeBook(rows, sheets, `${info.data.title.zh} · ${info.data.version}`));
  const count = [...rows.values()].reduce((sum, list) => sum + list.length, 0);
  console.log(`${out}: ${rows.size} 张表，${count} 行 / ${rows.size} sheets with ${count} rows`);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
