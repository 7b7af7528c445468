import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkAll } from '../../../../scripts/steps/pack/check-all';
import { formatProblem } from '../../../../scripts/steps/problem';
import { MISTAKES } from './mistakes';
import { DEMO_PACK, packCopy } from './support';

describe('a mistake of an author gives one line, in either language, that says where it is and what to write', () => {
  it('and a pack without any gives none', async () => {
    expect((await checkAll(DEMO_PACK)).problems).toEqual([]);
  });

  it.each(MISTAKES)('$what', async ({ file, edit, bytes, zh, en }) => {
    const dir = packCopy();
    const path = join(dir, file);
    const text = edit(readFileSync(path, 'utf8'));
    writeFileSync(path, bytes ? bytes(text) : text);
    const { problems } = await checkAll(dir);
    expect(problems.map((problem) => formatProblem(problem, 'zh'))).toEqual([zh]);
    expect(problems.map((problem) => formatProblem(problem, 'en'))).toEqual([en]);
  });
});
