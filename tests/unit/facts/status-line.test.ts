import { afterEach, describe, expect, it } from 'vitest';
import { statusLine } from '#lib/facts/status-line';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import type { PolicyDocument } from '#lib/schema/atlas';

const plan = (dates: Partial<PolicyDocument>): PolicyDocument => ({
  id: 'plan',
  kind: 'policy',
  title: { zh: '计划', en: 'Plan' },
  short: { zh: '计划', en: 'Plan' },
  issuer: { zh: '市', en: 'City' },
  status: 'in-force',
  covers: [],
  repeals: [],
  notes: [],
  clauses: [],
  ...dates
});

describe('a document’s standing with its end', () => {
  afterEach(() => overwriteGetLocale(() => 'zh'));
  const period = plan({ periodEnd: '2026-12-31' });

  it('counts the days that are left, the last one included', () => {
    overwriteGetLocale(() => 'en');
    expect(statusLine(period, '2026-11-28')).toBe('in force until 31 December 2026 (33 days left)');
    expect(statusLine(period, '2026-12-30')).toBe('in force until 31 December 2026 (1 day left)');
    expect(statusLine(period, '2027-01-01')).toBe('plan period ended on 31 December 2026');
    overwriteGetLocale(() => 'zh');
    expect(statusLine(period, '2026-12-31')).toBe('现行，至 2026年12月31日（还有 0 天）');
  });

  it('tells validity from a plan’s period, and says where no end is stated', () => {
    overwriteGetLocale(() => 'en');
    expect(statusLine(plan({ validTo: '2025-12-31' }), '2026-01-01')).toBe('expired on 31 December 2025');
    expect(statusLine(plan({}), '2026-01-01')).toBe('in force, no end stated');
    expect(statusLine(plan({ status: 'draft', periodEnd: '2026-12-31' }), '2026-01-01')).toBe('Draft for comment');
  });
});
