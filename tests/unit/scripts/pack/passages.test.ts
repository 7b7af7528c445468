import { describe, expect, it } from 'vitest';
import { checkPrinted } from '../../../../scripts/steps/pack/check-printed';
import { cutPassages } from '../../../../scripts/steps/pack/passages';
import { readPack } from '../../../../scripts/steps/pack/read-pack';
import { DEMO_PACK, brokenPack, byPath } from './support';

const clauses = (...ids: string[]) => ids.map((id) => ({ id }));
const cut = (text: string, ...ids: string[]) =>
  Object.fromEntries(cutPassages(text, clauses(...ids)).passages.map(({ clause, text: passage }) => [clause, passage]));

describe('the passages of a printed text', () => {
  it('begin at the clause numbers and end at the next one', () => {
    const text =
      '通知\n为做好工作，制定本办法。\n一、总则\n（一）目标。甲。\n（二）原则。\n乙一。\n乙二。（责任单位：丙）\n二、任务\n（一）丁。\n1. 戊。\n2．己。\n本办法自发布之日起施行。';
    expect(cut(text, '前言', '一（一）', '一（二）¶1', '一（二）¶2', '二（一）', '二（一）1', '二（一）2', '末段')).toEqual({
      前言: '通知\n为做好工作，制定本办法。',
      '一（一）': '（一）目标。甲。',
      '一（二）¶1': '（二）原则。\n乙一。',
      '一（二）¶2': '乙二。（责任单位：丙）',
      '二（一）': '（一）丁。',
      '二（一）1': '1. 戊。',
      '二（一）2': '2．己。',
      末段: '本办法自发布之日起施行。'
    });
  });

  it('are found where an extract lost its lines, and go on over its page breaks', () => {
    expect(cut('一、总则（一）目标。甲到\n\n2026年。（二）原则。乙，见（一）。', '一（一）', '一（二）')).toEqual({
      '一（一）': '（一）目标。甲到\n\n2026年。',
      '一（二）': '（二）原则。乙，见（一）。'
    });
    expect(cut('（一）条件\n\n一段的前半\n\n和后半。\n\n另一段。', '（一）¶1', '（一）¶2')['（一）¶2']).toBe('另一段。');
  });

  it('begin at the words given where numbers do not show the place; what is not found is named', () => {
    const { passages, missing } = cutPassages('散乱的乙文。（一）甲文。', [{ id: '（一）' }, { id: '（二）', starts: '散乱的 乙文' }, { id: '（三）' }]);
    expect(passages.map(({ clause, text }) => [clause, text])).toEqual([
      ['（一）', '（一）甲文。'],
      ['（二）', '散乱的乙文。']
    ]);
    expect(missing).toEqual(['（三）']);
  });
});

describe('what a pack gives as printed', () => {
  const said = (...[file, text, replacement]: Parameters<typeof brokenPack>) => {
    const { problems, differences } = checkPrinted(readPack(brokenPack(file, text, replacement)));
    return { problems: problems.map(byPath), differences: differences.map(byPath) };
  };
  const PLAN = 'documents/demo-plan';

  it('stands in the text, but for spaces and the width of punctuation, which are listed', () => {
    const { problems, differences } = checkPrinted(readPack(DEMO_PACK));
    expect(problems).toEqual([]);
    expect(differences.map(byPath)).toEqual([`${PLAN}/mentions.csv:2 namedAs: “风筝园” differs from the text in spaces or punctuation`]);
  });

  it.each([
    [
      'a wording that is not printed',
      `${PLAN}/targets.yaml`,
      'wording: "达到"',
      'wording: "不少于"',
      /targets\.yaml:\d+ 0\.wording: “不少于” is not printed in documents/
    ],
    ['parts in another order', `${PLAN}/targets.yaml`, '力争达到 … 左右', '左右 … 力争达到', /1\.wording: “左右 … 力争达到” is not printed in documents/],
    ['words of another clause', `${PLAN}/mentions.csv`, ',二,', ',一,', /mentions\.csv:2 namedAs: “风筝园” is not printed in clause 一/],
    ['a clause without a place', `${PLAN}/source.txt`, '附：', '另：', /document\.yaml:\d+ clauses\.2: clause "附" was not found in .*source\.txt/]
  ])('%s is refused', (_, file, text, replacement, rule) => {
    expect(said(file, text, replacement).problems.join('\n')).toMatch(rule);
  });
});
