import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { growPack, stepFiles, stepNumbers } from '../../../../scripts/steps/guide/steps';
import { GUIDES, writeGuides } from '../../../../scripts/steps/guide/write-guide';
import { checkPack } from '../../../../scripts/steps/pack/check-pack';
import { checkRegion } from '../../../../scripts/steps/pack/check-region';
import { readPack } from '../../../../scripts/steps/pack/read-pack';

const dir = mkdtempSync(join(tmpdir(), 'guide-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('the pack of the guide', () => {
  it.each(stepNumbers())('passes the check after step %s', (step) => {
    const grown = join(dir, step);
    growPack(step, grown);
    const pack = readPack(grown);
    expect([...checkRegion(pack), ...checkPack(pack)]).toEqual([]);
    expect(pack.info.data.title).toEqual({ zh: expect.stringContaining('虚构') as string, en: expect.stringContaining('made up') as string });
  });

  it('begins small', () => {
    const lines = stepFiles('1').map(({ text }) => text.trimEnd().split('\n').length);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBeLessThanOrEqual(10);
    expect(Math.max(...lines)).toBeLessThanOrEqual(25);
  });
});

describe('the guides', () => {
  const guides = writeGuides();

  it.each(['zh', 'en'] as const)('%s is as its sources make it (`npm run guide` writes it anew)', (language) => {
    expect(readFileSync(GUIDES[language], 'utf8')).toBe(guides[language]);
  });

  it('print every step, and nothing that was to be filled in', () => {
    for (const text of Object.values(guides)) {
      expect(text).not.toMatch(/\{\{|undefined/);
      for (const step of stepNumbers()) for (const { text: file } of stepFiles(step)) expect(text).toContain(file.trimEnd());
    }
  });
});
