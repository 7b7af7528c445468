import { describe, expect, it } from 'vitest';
import { checkPack } from '../../../../scripts/steps/pack/check-pack';
import { compileCalls } from '../../../../scripts/steps/pack/compile-calls';
import { readPack } from '../../../../scripts/steps/pack/read-pack';
import { DEMO_PACK, brokenPack, byPath } from './support';

const rules = (file: string, text: string, replacement: string): string =>
  checkPack(readPack(brokenPack(file, text, replacement)))
    .map(byPath)
    .join('\n');

describe('calls for applications', () => {
  it('take title, date, address and basis from the register', () => {
    expect(compileCalls(readPack(DEMO_PACK))).toEqual([
      {
        id: 'demo-call',
        document: 'demo-call-2026',
        year: 2026,
        covers: { zh: '风筝（虚构）', en: 'Kites (made up)' },
        events: { from: '2025-01-01', to: '2025-12-31' },
        apply: { from: '2026-04-01', to: '2026-05-15' },
        title: { zh: '虚构的申报通知', en: 'Made-up call for applications' },
        published: '2026-04-01',
        url: 'https://a.example/call',
        basis: ['demo-plan']
      }
    ]);
  });

  it.each<[string, string, string, string, RegExp]>([
    ['that the register does not hold', 'calls.yaml', 'demo-call-2026', 'demo-call-2027', /^calls\.yaml:\d+ .*unknown document "demo-call-2027"/],
    ['without a date', 'documents.yaml', '    published: 2026-04-01\n', '', /no title or day of publication/],
    [
      'seen only in copies',
      'documents.yaml',
      'sources:\n      - { title: { zh: 页, en: page }, publisher: { zh: 甲, en: A }, url: "https://a.example/call", read: 2026-04-02, states: { zh: 述, en: said } }',
      'seen: { text: { zh: 虚, en: x }, read: 2026-04-02 }',
      /has no address for "demo-call-2026"/
    ],
    ['whose events end before they begin', 'calls.yaml', 'to: "2025-12-31"', 'to: "2024-12-31"', /ends on 2024-12-31, before it begins/],
    [
      'that closes before it is published',
      'calls.yaml',
      '{ from: "2026-04-01", to: "2026-05-15" }',
      '{ to: "2026-03-15" }',
      /applications end on 2026-03-15, before/
    ],
    ['of events to come', 'calls.yaml', '{ from: "2025-01-01", to: "2025-12-31" }', '{ from: "2026-06-01" }', /begin on 2026-06-01, after it was published/],
    ['of another year', 'calls.yaml', 'year: 2026', 'year: 2020', /it is of 2020, but was published on 2026-04-01/]
  ])('refuses one %s', (_, file, text, replacement, rule) => expect(rules(file, text, replacement)).toMatch(rule));

  it('refuses an id twice', () => {
    const again = '- { id: demo-call, document: demo-call-2026, year: 2026, covers: { zh: 虚, en: x } }\n- id: demo-call\n';
    expect(rules('calls.yaml', '- id: demo-call\n', again)).toMatch(/the id is used twice/);
  });
});
