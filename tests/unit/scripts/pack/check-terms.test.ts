import { describe, expect, it } from 'vitest';
import { checkTerms, unwantedForms } from '../../../../scripts/steps/pack/check-terms';
import { readPack } from '../../../../scripts/steps/pack/read-pack';
import { brokenPack, byPath, DEMO_PACK } from './support';

const PLAN = 'documents/demo-plan';
const broken = (file: string, text: string, replacement: string) =>
  checkTerms(readPack(brokenPack(file, text, replacement)))
    .map(byPath)
    .join('\n');

describe('the English of a pack', () => {
  it('is in order in the demo pack', () => {
    expect(checkTerms(readPack(DEMO_PACK))).toEqual([]);
  });

  it.each([
    [
      'a form of a term that is not to be used',
      `${PLAN}/notes.yaml`,
      'contents made up.',
      'contents made up: Fictitious.',
      /notes\.yaml:\d+ 0\.text: “fictitious” is not to be used \(write: made up \(MU\)\)/
    ],
    [
      'a wording that is not to be used',
      'capabilities.yaml',
      'for tests only',
      'puts  weight on tests',
      /capabilities\.yaml:4 0\.gloss: “puts weight on” is not to be used \(write: focuses on\)/
    ],
    ['Chinese that was left', `${PLAN}/notes.yaml`, 'Test pack,', 'Test 数据包,', /0\.text: Chinese is left in the English outside brackets \(数据包\)/],
    ['a straight apostrophe', `${PLAN}/notes.yaml`, 'contents made up.', "its kites' contents made up.", /0\.text: a straight apostrophe \(write: ’\)/],
    [
      'Chinese that was left in a table',
      `${PLAN}/places.csv`,
      'made up',
      'made up 园',
      /places\.csv:2 nameEn: Chinese is left in the English outside brackets \(园\)/
    ],
    ['a strict term without its English', `${PLAN}/notes.yaml`, 'contents made up.', 'contents unreal.', /0\.text: 虚构 is “made up \(MU\)” in English/],
    [
      'a term listed twice',
      'terms.yaml',
      'zh: 风筝骨架, en: kite frames',
      'zh: 风筝, en: kite frames',
      /terms\.yaml:4 terms\.2: the term 风筝 is listed twice/
    ],
    ['an accepted form that is not to be used', 'terms.yaml', 'not: [skeletons]', 'not: [kite frames]', /terms\.2: “kite frames” is not to be used/]
  ])('is refused for %s, by file and line', (_, file, text, replacement, complaint) => {
    expect(broken(file, text, replacement)).toMatch(complaint);
  });

  it.each([
    ['a Chinese name in brackets', `${PLAN}/notes.yaml`, 'Test pack,', 'Test pack (数据包), no. 1 (文〔2020〕1号),'],
    ['pinyin with its own apostrophe', `${PLAN}/notes.yaml`, 'Test pack,', "Test pack of Lin'an,"],
    ['the abbreviation of a term', `${PLAN}/notes.yaml`, 'contents made up.', 'contents: MU.'],
    ['a strict term inside a longer one', 'sectors.yaml', 'en: "Kite frames"', 'en: "Frames"'],
    ['a form that is part of a longer word', `${PLAN}/notes.yaml`, 'Test pack,', 'Exoskeletons,']
  ])('may have %s', (_, file, text, replacement) => {
    expect(broken(file, text, replacement)).toBe('');
  });

  it('“…” in a form stands for other words', () => {
    const unwanted = unwantedForms({ terms: [], wording: [{ not: ['floor … in the group'], instead: 'lowest' }] });
    expect(unwanted('Sales floor for a product in the group').map(({ en }) => en)).toEqual([
      '“floor … in the group” is not to be used (write: lowest): “Sales floor for a product in the group”'
    ]);
    expect(unwanted('A floor, and what is in it')).toEqual([]);
  });
});
