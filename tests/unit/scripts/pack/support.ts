import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { ruleIn } from '../../../../scripts/steps/problem';
import type { Problem } from '../../../../scripts/steps/problem';

export const DEMO_PACK = resolve('tests/packs/suzhou-demo');

/** “file:line path: rule” of a problem, the path as a program counts. */
export const byPath = (problem: Problem): string =>
  `${problem.file}${problem.line === undefined ? '' : `:${problem.line}`} ${problem.path ?? ''}: ${ruleIn(problem, 'en')}`;

/** An empty folder that goes when the test ends. */
export function temporaryDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'pack-test-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A copy of the demo pack. */
export function packCopy(): string {
  const dir = join(temporaryDir(), 'pack');
  cpSync(DEMO_PACK, dir, { recursive: true });
  return dir;
}

/** A copy of the demo pack with one replacement in one file; the text replaced must be there. */
export function brokenPack(file: string, text: string, replacement: string): string {
  const dir = packCopy();
  const path = join(dir, file);
  const before = readFileSync(path, 'utf8');
  if (!before.includes(text)) throw new Error(`${file} of the demo pack has no “${text}” to replace`);
  writeFileSync(path, before.replace(text, replacement));
  return dir;
}
