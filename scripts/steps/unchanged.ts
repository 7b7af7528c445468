import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { digestFiles } from './write-data';

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/**
 * A name for everything that a result is made from: contents, not dates, of files and of all files below folders.
 * @param paths files and folders; one that does not exist counts as empty
 * @param values whatever else decides: a day, a setting
 * @returns sha256 in hex
 */
export function digestInputs(paths: readonly string[], values: readonly string[] = []): string {
  const content = (path: string) => {
    if (!existsSync(path)) return {};
    return statSync(path).isDirectory() ? digestFiles(path) : createHash('sha256').update(readFileSync(path)).digest('hex');
  };
  return sha256([paths.map((path) => [path, content(path)]), values]);
}

/**
 * The project's modules that a module is made of: itself and what it imports, directly or not. Packages are left to the lock file.
 * @param entry path from the project's root, with slashes
 */
export function modulesOf(entry: string): string[] {
  const found = new Set([entry]);
  // a set goes on to what is added on the way
  for (const file of found) {
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport\(?) ?'((?:\.|#lib\/)[^']*)'/g)) {
      const path = specifier.startsWith('#lib/') ? `src/lib/${specifier.slice(5)}` : posix.join(posix.dirname(file), specifier);
      const module = ['', '.ts', '.d.ts', '.js'].map((extension) => path + extension).find((name) => existsSync(name) && statSync(name).isFile());
      if (!module) throw new Error(`${file} imports ${specifier}, which is not there`);
      found.add(module);
    }
  }
  return [...found].sort();
}

/** Remembers what a folder was made from, in a file outside of it. */
export class MadeFrom {
  readonly #note: string;
  readonly #dir: string;

  constructor(dir: string, notes = '.svelte-kit/made-from') {
    this.#dir = dir;
    this.#note = join(notes, `${sha256(dir)}.json`);
  }

  /** Whether the folder was made from these inputs (see `digestInputs`) and nobody has touched a file in it since. */
  is(inputs: string): boolean {
    return existsSync(this.#note) && readFileSync(this.#note, 'utf8') === this.#state(inputs);
  }

  /** To be called when the folder is complete. */
  remember(inputs: string): void {
    mkdirSync(dirname(this.#note), { recursive: true });
    writeFileSync(this.#note, this.#state(inputs));
  }

  #state(inputs: string): string {
    return JSON.stringify({ inputs, made: sha256(digestFiles(this.#dir)) });
  }
}
