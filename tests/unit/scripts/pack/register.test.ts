import { describe, expect, it } from 'vitest';
import { compileAtlas } from '../../../../scripts/steps/pack/compile-atlas';
import { checkPack } from '../../../../scripts/steps/pack/check-pack';
import { compileRegister } from '../../../../scripts/steps/pack/compile-register';
import { readPack } from '../../../../scripts/steps/pack/read-pack';
import { DEMO_PACK, brokenPack, byPath } from './support';

const FILE = 'documents.yaml';
const rules = (text: string, replacement: string, file = FILE) => checkPack(readPack(brokenPack(file, text, replacement))).map(byPath);

describe('the register of documents', () => {
  it('takes title, number and dates of a held document from its own file', () => {
    const [held, other] = compileRegister(readPack(DEMO_PACK)).documents;
    expect(held).toMatchObject({ id: 'demo-plan', held: true, issued: '2026-01-01', title: { en: 'Test pack, contents made up: action plan for kites' } });
    expect(other).toMatchObject({ id: 'demo-next-plan', held: false, number: '虚构〔2026〕9号' });
  });

  it('tells a held document of the later one, and of no relation that is not proved', () => {
    const [plan] = compileAtlas(readPack(DEMO_PACK), [], '2026-06-30').documents;
    expect(plan?.later).toEqual([
      {
        id: 'demo-next-plan',
        held: false,
        title: { zh: '后一份虚构计划', en: 'The made-up plan after it' },
        number: '虚构〔2026〕9号',
        issued: '2026-03-01',
        means: { zh: '虚构含义。', en: 'Made-up meaning.' },
        standing: { zh: '虚构，无效力。', en: 'Made up, no force.' },
        sources: [expect.objectContaining({ url: 'https://a.example/x' })]
      }
    ]);
    const unproved = readPack(brokenPack(FILE, 'kind: follows, to: demo-plan,', 'kind: follows, proved: false, to: demo-plan,'));
    expect(compileAtlas(unproved, [], '2026-06-30').documents[0]).not.toHaveProperty('later');
  });

  it.each([
    ['a relation to nothing known', 'kind: repeals, to: demo-plan', 'kind: repeals, to: demo-plans', /^documents\.yaml:\d+ .*unknown document "demo-plans"/],
    ['an unknown line', 'line: demo-line\n    level: city\n    title', 'line: demo-lime\n    level: city\n    title', /unknown line "demo-lime"/],
    ['a document twice', 'id: demo-next-plan', 'id: demo-plan', /is in the register twice/],
    ['no line on what it means for the earlier one', ', means: { zh: "虚构含义。", en: "Made-up meaning." }', '', /say what it means for them/],
    ['a document that follows itself', 'kind: follows, to: demo-plan,', 'kind: follows, to: demo-next-plan,', /cannot stand in a relation to itself/],
    ['days out of order', 'issued: 2026-03-01', 'issued: 2026-03-01\n    published: 2026-02-01', /published on 2026-02-01, before it was issued/],
    ['an expiry before its start', 'issued: 2026-03-01', 'issued: 2026-03-01\n    expires: 2026-02-01', /expires on 2026-02-01, before it is in force/],
    ['a later document that is older', 'issued: 2026-03-01', 'issued: 2025-03-01', /"demo-next-plan" is older than "demo-plan"/],
    ...['issued: 2026-01-09', 'issued: 2026-01-01', 'title: { zh: 题, en: t }', 'short: { zh: 题, en: t }', 'issuer: { zh: 题, en: t }'].map(
      (line): [string, string, string, RegExp] => [
        `what the held document’s own file says: ${line}`,
        'level: city\n    seen',
        `level: city\n    ${line}\n    seen`,
        /"demo-plan" is held, and its document\.yaml says this/
      ]
    ),
    ['nothing that proves it', 'seen: { text: { zh: "虚构", en: "made up" }, read: 2026-01-02 }\n', 'relations: []\n', /nothing proves "demo-plan"/],
    [
      'a circle',
      'level: city\n    seen',
      'level: city\n    relations: [{ kind: follows, to: demo-next-plan, source: { zh: 虚, en: x } }]\n    seen',
      /"demo-plan" comes after itself/
    ]
  ])('refuses %s', (_, text, replacement, rule) => {
    expect(rules(text, replacement).join('\n')).toMatch(rule);
  });

  it('lacks no policy document that the pack holds', () => {
    expect(rules('  - id: demo-plan\n', '  - id: demo-other\n    title: { zh: 他, en: other }\n').join('\n')).toMatch(/the register lacks "demo-plan"/);
  });

  it('opens pages by http only', () => {
    expect(() => readPack(brokenPack(FILE, 'https://a.example/x', 'javascript:alert(1)'))).toThrow(/an address begins with http/);
  });
});
