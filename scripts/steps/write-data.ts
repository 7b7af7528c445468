import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Write a JSON value below `dir`, making folders as needed. */
export function writeJson(dir: string, name: string, value: unknown): void {
  const path = join(dir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value)}\n`);
}

/** All files below a folder, as paths relative to it, sorted. */
export function listFiles(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(dir, name)).isFile())
    .map((name) => relative(dir, join(dir, name)))
    .sort();
}

/** sha256 (hex) and size in bytes of every file below a folder. */
export function digestFiles(dir: string): Record<string, { sha256: string; bytes: number }> {
  return Object.fromEntries(
    listFiles(dir).map((name) => {
      const content = readFileSync(join(dir, name));
      return [name.replaceAll('\\', '/'), { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length }];
    })
  );
}

/** Start from nothing, so that a file dropped from the build is not left behind. */
export function emptyDir(dir: string): void {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
}
