import { describe, expect, it } from 'vitest';
import { checkSupport } from '../../../../scripts/steps/pack/check-support';
import { readPack } from '../../../../scripts/steps/pack/read-pack';
import { brokenPack, byPath, DEMO_PACK } from './support';

const INCENTIVES = 'documents/demo-plan/incentives.yaml';
const broken = (file: string, text: string, replacement: string) => checkSupport(readPack(brokenPack(file, text, replacement))).map(byPath);

describe('what the estimator asks', () => {
  it('fits what the incentives of the demo pack need', () => {
    expect(checkSupport(readPack(DEMO_PACK))).toEqual([]);
  });

  it.each([
    [
      'an input that is not there',
      INCENTIVES,
      'baseInput: demo-spending',
      'baseInput: demo-spendings',
      /incentives.yaml:\d+ 0\.baseInput: support.yaml has no input "demo-spendings"$/
    ],
    [
      'a choice where a sum is needed',
      INCENTIVES,
      'baseInput: demo-spending',
      'baseInput: demo-size',
      /0\.baseInput: the input "demo-size" is a choice; a money is needed here/
    ],
    [
      'an option that is not there',
      INCENTIVES,
      'when: { demo-size: [large] }',
      'when: { demo-size: [huge] }',
      /0\.when\.demo-size: the input "demo-size" has no option "huge"/
    ],
    ['a condition answered by nothing', INCENTIVES, 'by: [demo-size]', 'by: [demo-sizes]', /0\.conditions\.0\.by\.0: support.yaml has no input/],
    ['a sum that it cannot count', INCENTIVES, 'unit: wan-yuan', 'unit: units', /the estimator counts in wan-yuan and yi-yuan, not in "units"/],
    ['sums for a project out of capital for a fund', INCENTIVES, 'kind: other', 'kind: fund', /capital for a fund is no subsidy to a project/],
    [
      'alternatives that are not counted alike',
      INCENTIVES,
      '- id: demo-award\n',
      `- id: demo-other
  clause: "一"
  name: { zh: "一", en: "one" }
  kind: other
  audience: { zh: "一", en: "one" }
  countInput: demo-count
  exclusive: demo
- id: demo-award
  exclusive: demo
`,
      /1\.exclusive: "demo-award" and "demo-other" exclude each other: they must be worked out from the same baseInput and countInput/
    ],
    [
      'a second reading that rests on no note shown',
      INCENTIVES,
      '- id: demo-award\n',
      '- id: demo-award\n  readings: { both: demo-note }\n  exclusive: demo\n',
      /0\.readings\.both: the note "demo-note" is not among the notes that are shown here/
    ],
    [
      'a second reading of what cannot be read otherwise',
      INCENTIVES,
      '- id: demo-award\n',
      '- id: demo-award\n  readings: { tiersAdd: demo-note, both: demo-note }\n',
      /0\.readings\.tiersAdd: a second reading needs several tiers[\s\S]*0\.readings\.both: a second reading needs incentives that share/
    ],
    [
      'one cap for all where nothing is counted',
      INCENTIVES,
      'cap: { value: 5, unit: wan-yuan }',
      'cap: { value: 5, unit: wan-yuan }\n      capOnce: demo-note',
      /0\.tiers\.0\.capOnce: a second reading of a cap needs a cap, and an input that counts/
    ],
    [
      'a match in no earlier document',
      INCENTIVES,
      '- id: demo-award\n',
      '- id: demo-award\n  follows: demo-award\n',
      /0\.follows: "demo-award" is of no earlier document/
    ],
    [
      'rules of an outside source without what is proved of their force',
      'documents/demo-plan/document.yaml',
      'kind: policy',
      'kind: outside',
      /incentives.yaml:.*an outside source with incentives needs a standing and the day of issue/
    ],
    [
      'an example with an answer that is none',
      'support.yaml',
      'demo-size: large',
      'demo-size: huge',
      /support.yaml:\d+ examples\.0\.answers\.demo-size: "huge" is no answer/
    ]
  ])('refuses %s, by file and line', (_, file, text, replacement, complaint) => {
    expect(broken(file, text, replacement).join('\n')).toMatch(new RegExp(complaint.source, 'm'));
  });

  it('refuses an input that nothing asks for', () => {
    expect(broken('support.yaml', 'inputs:\n', 'inputs:\n  - { id: idle, kind: count, label: { zh: "一", en: "one" } }\n')).toEqual([
      expect.stringMatching(/support.yaml:\d+ inputs\.0: no incentive asks for the input "idle"/)
    ]);
  });

  it('refuses an id that the page’s address needs', () => {
    expect(() => readPack(brokenPack('support.yaml', 'id: demo-spending', 'id: day'))).toThrow(/taken by the page/);
  });
});
