import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/* The pack that the guide grows step by step: geodata/guide/steps/<n>/ holds the files that step n adds or writes anew. */

const DIR = 'geodata/guide/steps';

/** Numbers of the steps, in order. */
export const stepNumbers = (): string[] => readdirSync(DIR).sort((a, b) => Number(a) - Number(b));

/** Files of one step: names within the pack, and their texts. */
export function stepFiles(step: string): { name: string; text: string }[] {
  const names = readdirSync(join(DIR, step), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = names.map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/').slice(`${DIR}/${step}/`.length));
  // what is about the whole pack comes first
  const depth = (name: string) => name.split('/').length;
  return files.sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1)).map((name) => ({ name, text: readFileSync(join(DIR, step, name), 'utf8') }));
}

/** Make the pack as it is after a step. */
export function growPack(upTo: string, dir: string): void {
  for (const step of stepNumbers()) if (Number(step) <= Number(upTo)) cpSync(join(DIR, step), dir, { recursive: true });
}
