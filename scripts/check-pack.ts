import { scriptArguments, spokenLanguage } from './steps/arguments';
import { checkAll } from './steps/pack/check-all';
import { packDir } from './steps/pack/pack-dir';
import { watchPack } from './steps/pack/watch-pack';
import { CHECKING } from './steps/pack/words/checking';
import { formatProblem, refusalOf } from './steps/problem';

/*
 * Check a pack without building anything, a line for each mistake: `npm run check:pack -- --pack PATH`.
 * `--watch` checks again after each save; `--lang zh` or `en` speaks another language than the system.
 */
const language = spokenLanguage();

/** @returns whether all is well */
async function check(dir: string): Promise<boolean> {
  const { pack, problems, remarks } = await checkAll(dir, () => console.warn(CHECKING.outlines()[language]));
  for (const problem of problems) console.error(formatProblem(problem, language));
  for (const remark of remarks) console.warn(`${CHECKING.remark()[language]}${formatProblem(remark, language)}`);
  if (pack && problems.length === 0)
    console.log(CHECKING.fine(`${pack.info.data.id} ${pack.info.data.version}`, pack.documents.length, pack.places.length)[language]);
  else console.error(CHECKING.wrong(problems.length)[language]);
  return problems.length === 0;
}

try {
  const { values } = scriptArguments({ watch: { type: 'boolean', default: false } });
  const dir = packDir(values.pack);
  if (values.watch)
    watchPack(dir, async () => {
      console.log('');
      // a file in the middle of being written may break what no rule foresees
      await check(dir).catch((error: unknown) => console.error(error instanceof Error ? error.message : String(error)));
      console.log(CHECKING.watching(new Date().toLocaleTimeString('en-GB'))[language]);
    });
  else if (!(await check(dir))) process.exitCode = 1;
} catch (error) {
  console.error(refusalOf(error, language));
  process.exitCode = 1;
}
