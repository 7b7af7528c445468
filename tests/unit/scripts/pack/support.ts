import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export const DEMO_PACK = resolve('tests/packs/suzhou-demo');

/** An empty folder that goes when the test ends. */
export function temporaryDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'pack-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A copy of the demo pack with one replacement in one file; the text replaced must be there. */
export function brokenPack(file: string, text: string, replacement: string): string {
  const dir = join(temporaryDir(), 'pack');
  cpSync(DEMO_PACK, dir, { recursive: true });
  const path = join(dir, file);
  const before = readFileSync(path, 'utf8');
  if (!before.includes(text)) throw new Error(`${file} of the demo pack has no “${text}” to replace`);
  writeFileSync(path, before.replace(text, replacement));
  return dir;
}
