import { writeFileSync } from 'node:fs';
import { scriptArguments, spokenLanguage } from './steps/arguments';
import { packDir } from './steps/pack/pack-dir';
import { readPack } from './steps/pack/read-pack';
import { refusalOf } from './steps/problem';
import { readParts } from './steps/worksheet/parts';
import { worksheetSheets } from './steps/worksheet/sheets';
import { toRows } from './steps/worksheet/to-rows';
import { writeBook } from './steps/worksheet/write-book';

/* Write a pack as a workbook for people without YAML: `npm run pack:xlsx -- --pack PATH --out FILE.xlsx`. `pack:from-xlsx` reads it back. */
const language = spokenLanguage();

try {
  const { values } = scriptArguments({ out: { type: 'string' } });
  const dir = packDir(values.pack);
  const { info } = readPack(dir);
  const out = values.out ?? `${info.data.id}.xlsx`;
  const sheets = worksheetSheets();
  const rows = toRows(readParts(dir), sheets);
  writeFileSync(out, await writeBook(rows, sheets, `${info.data.title.zh} · ${info.data.version}`));
  const count = [...rows.values()].reduce((sum, list) => sum + list.length, 0);
  console.log(language === 'zh' ? `${out}：${rows.size} 张表，${count} 行` : `${out}: ${rows.size} sheets with ${count} rows`);
} catch (error) {
  console.error(refusalOf(error, language));
  process.exitCode = 1;
}
