import { existsSync, readFileSync } from 'node:fs';
import { scriptArguments, spokenLanguage } from './steps/arguments';
import { checkPack } from './steps/pack/check-pack';
import { readPack } from './steps/pack/read-pack';
import { formatProblem, InputError, refusalOf } from './steps/problem';
import { fromRows } from './steps/worksheet/from-rows';
import { readBook } from './steps/worksheet/read-book';
import { worksheetSheets } from './steps/worksheet/sheets';
import { writeFiles } from './steps/worksheet/write-files';

/*
 * Read a worksheet back into a pack: `npm run pack:from-xlsx -- --in FILE.xlsx --out PATH`. Nothing is written while a cell is wrong; files that say the
 * same already are left alone. What the checker finds in the pack without the map is printed, too.
 */
const language = spokenLanguage();
const refuse = (file: string, zh: string, en: string) => new InputError([{ file, rule: { zh, en } }]);
const USAGE = 'npm run pack:from-xlsx -- --in FILE.xlsx --out PATH';

try {
  const { values } = scriptArguments({ in: { type: 'string' }, out: { type: 'string' } });
  const { in: file, out: dir } = values;
  if (file === undefined || dir === undefined) throw refuse('pack:from-xlsx', `用法：${USAGE}`, `call it so: ${USAGE}`);
  if (!existsSync(file)) throw refuse(file, '没有这个文件', 'there is no such file');
  const sheets = worksheetSheets();
  const { rows, remarks } = await readBook(readFileSync(file), sheets, file);
  const { files, problems } = fromRows(rows, sheets);
  if (problems.length > 0) throw new InputError(problems);
  const { written, same, left } = writeFiles(files, dir);
  const gone = left.map((name) => ({
    file: name,
    rule: { zh: '工作簿里没有它的内容，文件留着；不要了就自己删掉', en: 'no row is for it; delete it if it is to go' }
  }));
  for (const remark of [...remarks, ...gone]) console.warn(formatProblem(remark, language));
  for (const name of written) console.log(name);
  console.log(language === 'zh' ? `写了 ${written.length} 个文件，${same.length} 个没变` : `files written: ${written.length}; unchanged: ${same.length}`);
  const faults = checkPack(readPack(dir));
  for (const fault of faults) console.error(formatProblem(fault, language));
  if (faults.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(refusalOf(error, language));
  process.exitCode = 1;
}
