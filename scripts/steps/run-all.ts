import { scriptArguments, spokenLanguage } from './arguments';
import { runTool } from './checks/run-tool';
import { packDir } from './pack/pack-dir';
import { refusalOf } from './problem';

/** A tool with what it is called with. */
export type Step = readonly [tool: string, ...args: string[]];

/**
 * Run tools one after the other, for the pack that `--pack PATH` names, until one fails; the process ends as the last one did.
 * @param steps gets the arguments that are not for packs
 */
export async function runForPack(steps: (rest: readonly string[]) => readonly Step[], args: readonly string[] = process.argv.slice(2)): Promise<void> {
  const at = args.findIndex((one) => one === '--pack' || one.startsWith('--pack='));
  const own = at < 0 ? [] : args.slice(at, args[at] === '--pack' ? at + 2 : at + 1);
  try {
    const env = own.length > 0 ? { GEODATA_PACK: packDir(scriptArguments({}, own).values.pack) } : ({} as Record<string, string>);
    for (const [tool, ...rest] of steps(args.filter((one) => !own.includes(one))))
      if (!(await runTool(tool, rest, { env }))) {
        process.exitCode = 1;
        return;
      }
  } catch (error) {
    console.error(refusalOf(error, spokenLanguage(args)));
    process.exitCode = 1;
  }
}
