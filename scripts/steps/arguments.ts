import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { systemLanguage } from './language';
import { InputError } from './problem';
import type { Language } from './problem';

type Options = NonNullable<ParseArgsConfig['options']>;
const COMMON = { pack: { type: 'string' }, lang: { type: 'string' } } as const satisfies Options;

/**
 * What a script for packs was called with: `--pack PATH` and `--lang zh|en`, which all of them take, its own options, and the rest.
 * @param rest whether there may be words without an option: where not, one is a path whose `--pack` was lost, say to npm
 * @throws InputError for what the script does not take
 */
export function scriptArguments<const Own extends Options>(own: Own, args: readonly string[] = process.argv.slice(2), rest = false) {
  try {
    return parseArgs({ args: [...args], options: { ...COMMON, ...own }, allowPositionals: rest });
  } catch (error) {
    const said = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new InputError([{ file: args.join(' '), rule: { zh: `参数不对：${said}`, en: said } }]);
  }
}

/** The language to speak: the one asked for by `--lang`, wherever it stands, or the system's. */
export function spokenLanguage(args: readonly string[] = process.argv.slice(2), usual: Language = systemLanguage()): Language {
  const asked = args.flatMap((one, i) => (one === '--lang' ? [args[i + 1]] : one.startsWith('--lang=') ? [one.slice(7)] : [])).at(-1);
  return asked === 'zh' || asked === 'en' ? asked : usual;
}
