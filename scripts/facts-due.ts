import { todayInHangzhou } from '#lib/atlas/status';
import { parseDay } from '#lib/schema/day';
import { dueFacts } from './steps/due';
import { compileAtlas } from './steps/pack/compile-atlas';
import { compileCalls } from './steps/pack/compile-calls';
import { packDir } from './steps/pack/pack-dir';
import { readPack } from './steps/pack/read-pack';
import { scriptArguments, spokenLanguage } from './steps/arguments';
import { InputError, refusalOf } from './steps/problem';

/* List what has aged in a pack and should be looked at again: `npm run facts:due`, or `npm run facts:due -- 2027-06-30` for another day; `--pack PATH` for another pack. */
try {
  const { values, positionals } = scriptArguments({}, process.argv.slice(2), true);
  const [asked] = positionals;
  const day = asked === undefined ? todayInHangzhou() : parseDay(asked);
  if (!day) throw new InputError([{ file: String(asked), rule: { zh: '日期写成“年-月-日”，如 2026-03-01', en: 'a day is written YYYY-MM-DD' } }]);
  const pack = readPack(packDir(values.pack));
  for (const { head, lines } of dueFacts(pack, compileAtlas(pack, [], day), compileCalls(pack), day))
    console.log([`${head}: ${lines.length}`, ...lines.map((line) => `  ${line}`)].join('\n'));
} catch (error) {
  console.error(refusalOf(error, spokenLanguage()));
  process.exitCode = 1;
}
