import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { digestInputs, MadeFrom, modulesOf } from '../../../../scripts/steps/unchanged';

let dir: string;
const path = (name: string) => join(dir, name);

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'unchanged-'));
  mkdirSync(path('facts'));
  mkdirSync(path('out'));
  writeFileSync(path('facts/a.yaml'), 'a: 1');
  writeFileSync(path('out/a.json'), '1');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('digestInputs', () => {
  const digest = (day = '2026-01-01') => digestInputs([path('facts')], [day]);

  it('tells contents, names and values apart', () => {
    const before = digest();
    expect(digest('2026-01-02')).not.toBe(before);
    writeFileSync(path('facts/a.yaml'), 'a: 2');
    const changed = digest();
    expect(changed).not.toBe(before);
    writeFileSync(path('facts/b.yaml'), '');
    expect(digest()).not.toBe(changed);
  });

  it('takes no notice of dates', () => {
    const before = digest();
    utimesSync(path('facts/a.yaml'), 0, 0);
    expect(digest()).toBe(before);
  });
});

describe('modulesOf', () => {
  const modules = modulesOf('scripts/geodata.ts');

  it('follows imports from scripts into the library, and does not take what they do not use', () => {
    expect(modules).toEqual(expect.arrayContaining(['scripts/geodata.ts', 'scripts/steps/boundaries/label-point.ts', 'src/lib/schema/atlas.ts']));
    expect(modules.filter((module) => /\.svelte$|scripts\/(test|finish)\.ts$/.test(module))).toEqual([]);
  });
});

describe('MadeFrom', () => {
  const made = () => new MadeFrom(path('out'), path('notes'));

  it('knows what a folder was made from', () => {
    expect(made().is('x')).toBe(false);
    made().remember('x');
    expect([made().is('x'), made().is('y')]).toEqual([true, false]);
  });

  it.each([
    ['changed', () => writeFileSync(path('out/a.json'), '2')],
    ['deleted', () => rmSync(path('out/a.json'))],
    ['deleted with its folder', () => rmSync(path('out'), { recursive: true })]
  ])('does not trust a folder with a file %s', (_, touch) => {
    made().remember('x');
    touch();
    expect(made().is('x')).toBe(false);
  });
});
