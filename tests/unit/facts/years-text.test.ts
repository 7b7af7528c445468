import { afterEach, describe, expect, it } from 'vitest';
import { withYears } from '#lib/facts/years-text';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import type { PolicyDocument } from '#lib/schema/atlas';

const opinion = (zh: string, en: string): PolicyDocument => ({
  id: 'opinion',
  kind: 'policy',
  title: { zh, en },
  short: { zh, en },
  issuer: { zh: '省', en: 'Province' },
  status: 'in-force',
  issued: '2017-07-04',
  covers: [],
  repeals: [],
  notes: [],
  clauses: []
});

describe('a document’s short name with its years', () => {
  afterEach(() => overwriteGetLocale(() => 'zh'));

  it('says the year once, whether the name has it or not', () => {
    expect(withYears(opinion('意见（2017）', 'Opinions (2017)'))).toBe('意见（2017）');
    expect(withYears(opinion('意见', 'Opinions'))).toBe('意见（2017 年）');
    overwriteGetLocale(() => 'en');
    expect(withYears(opinion('意见（2017）', 'Opinions (2017)'))).toBe('Opinions (2017)');
    expect(withYears(opinion('意见', 'Opinions'))).toBe('Opinions (2017)');
  });
});
