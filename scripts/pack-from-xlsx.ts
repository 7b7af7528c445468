import { existsSync, readFileSync } from 'node:fs';
import { checkPack } from './steps/pack/check-pack';
import { readPack } from './steps/pack/read-pack';
import { formatProblem, InputError } from './steps/problem';
import { readFlags } from './steps/read-flags';
import { fromRows } from './steps/worksheet/from-rows';
import { readBook } from './steps/worksheet/read-book';
import { worksheetSheets } from './steps/worksheet/sheets';
import { writeFiles } from './steps/worksheet/write-files';

/*
 * Read a worksheet back into a pack: `npm run pack:from-xlsx -- --in FILE.xlsx --out PATH`. Nothing is written while a cell is wrong; files that say the
 * same already are left alone. What the checker finds in the pack is printed, too.
 */
const USAGE = '用法 / usage: npm run pack:from-xlsx -- --in FILE.xlsx --out PATH';

try {
  const { in: file, out: dir } = readFlags('pack:from-xlsx', ['in', 'out'], USAGE);
  if (file === undefined || dir === undefined) throw new InputError([{ file: 'pack:from-xlsx', rule: USAGE }]);
  if (!existsSync(file)) throw new InputError([{ file, rule: '没有这个文件 / there is no such file' }]);
  const sheets = worksheetSheets();
  const { rows, remarks } = await readBook(readFileSync(file), sheets, file);
  for (const remark of remarks) console.warn(`note: ${formatProblem(remark)}`);
  const { files, problems } = fromRows(rows, sheets);
  if (problems.length > 0) throw new InputError(problems);
  const { written, same, left } = writeFiles(files, dir);
  console.log(`${dir}: 写了 ${written.length} 个文件，${same.length} 个没变 / ${written.length} files written, ${same.length} unchanged`);
  for (const name of written) console.log(`  ${name}`);
  for (const name of left) console.warn(`note: ${name}: 工作簿里没有它的内容，文件留着；不要了就自己删掉 / no row is for it; delete it if it is to go`);
  const faults = checkPack(readPack(dir));
  for (const fault of faults) console.error(formatProblem(fault));
  if (faults.length > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
