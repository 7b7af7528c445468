import mapshaper from 'mapshaper';

/**
 * Runs one mapshaper command line on in-memory files and parses every JSON output.
 * `inputs` are objects by file name; the caller names the type of the outputs.
 * Throws an Error that starts with `what` when mapshaper rejects the commands or an expected output is missing.
 */
export async function runMapshaper<Outputs extends object>(
  what: string,
  inputs: Readonly<Record<string, unknown>>,
  commands: readonly string[],
  outputs: readonly (keyof Outputs & string)[]
): Promise<Outputs> {
  let files: Record<string, Uint8Array | string>;
  try {
    // mapshaper consumes the objects it is given, so it gets text of its own
    const own = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, JSON.stringify(value)]));
    files = await mapshaper.applyCommands(['-quiet', ...commands].join(' '), own);
  } catch (cause) {
    throw new Error(`${what}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  const parsed: Record<string, unknown> = {};
  for (const name of outputs) {
    const file = files[name];
    if (file === undefined) throw new Error(`${what}: mapshaper wrote no ${name}`);
    parsed[name] = JSON.parse(typeof file === 'string' ? file : new TextDecoder().decode(file));
  }
  return parsed as Outputs;
}
