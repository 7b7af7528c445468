import { parseArgs } from 'node:util';
import { InputError } from './problem';

/**
 * The values of a command's flags, `--name value`.
 * @param usage how the command is to be called, for who calls it otherwise
 * @throws InputError with the usage for a flag that it does not have, or one without value
 */
export function readFlags<Name extends string>(
  command: string,
  names: readonly Name[],
  usage: string,
  args?: readonly string[]
): Partial<Record<Name, string>> {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    return parseArgs({ options, ...(args && { args: [...args] }) }).values as Partial<Record<Name, string>>;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new InputError([{ file: command, rule: `${error.message} ${usage}` }]);
  }
}
