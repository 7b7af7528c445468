import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkPack } from '../../../../scripts/steps/pack/check-pack';
import { compileAtlas } from '../../../../scripts/steps/pack/compile-atlas';
import { ruleIn } from '../../../../scripts/steps/problem';
import { readPack } from '../../../../scripts/steps/pack/read-pack';
import { brokenPack } from './support';

/** The demo pack with a list of sectors for its plan. */
function withList(rows: string): ReturnType<typeof readPack> {
  const dir = brokenPack('units.yaml', 'kites', 'kites');
  // what is printed is another test's subject
  rmSync(join(dir, 'documents/demo-plan/source.txt'));
  writeFileSync(join(dir, 'documents/demo-plan/sectors.csv'), `clause,sector,asPrinted\n${rows}`);
  return readPack(dir);
}
const complaints = (rows: string) =>
  checkPack(withList(rows)).map((problem) => `${problem.file}${problem.line ? `:${problem.line}` : ''} ${ruleIn(problem, 'en')}`);

it('takes a list that has all that the other files say, and publishes it in the order of the clauses', () => {
  const pack = withList('二,kites,风筝\n二,kite-frames,骨架\n一,kites,风筝产业\n');
  expect(checkPack(pack)).toEqual([]);
  expect(compileAtlas(pack, [], '2026-06-30').namings).toEqual({
    'demo-plan': {
      kites: [
        ['一', '风筝产业'],
        ['二', '风筝']
      ],
      'kite-frames': [['二', '骨架']]
    }
  });
});

it('publishes no list of a document that has none', () => {
  const pack = readPack(brokenPack('units.yaml', 'kites', 'kites'));
  expect(compileAtlas(pack, [], '2026-06-30').namings).toEqual({});
});

it.each([
  [
    'a clause that is not there',
    '九,kites,风筝\n',
    'documents/demo-plan/sectors.csv:5 document "demo-plan" has no clause "九": write one of those in its document.yaml (一, 二, 附), or add it there'
  ],
  ['a sector that is not there', '二,kite,风筝\n', 'documents/demo-plan/sectors.csv:5 unknown sector "kite"; did you mean "kites"?'],
  ['a clause twice for one sector', '二,kites,纸鸢\n', 'documents/demo-plan/sectors.csv:5 二 names "kites" already on line 2']
])('refuses %s', (_, row, complaint) => {
  expect(complaints(`二,kites,风筝\n二,kite-frames,骨架\n一,kites,风筝产业\n${row}`)).toEqual([complaint]);
});

it('refuses a list with a gap', () => {
  expect(complaints('一,kites,风筝\n二,kites,风筝\n')).toEqual([
    'documents/demo-plan/sectors.csv 二 names "kite-frames" in zone "demo-north-wing", but not in this list'
  ]);
});
