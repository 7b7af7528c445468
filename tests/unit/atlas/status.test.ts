import { describe, expect, it } from 'vitest';
import { daysBetween, lastDayOf, statusOn, todayInHangzhou } from '#lib/atlas/status';

const policy = { kind: 'policy' as const };

describe('status of a document on a day', () => {
  it.each([
    ['an expiry date counts from the day after', { ...policy, validTo: '2025-12-31' }, '2025-12-31', 'in-force'],
    ['an expiry date counts from the day after', { ...policy, validTo: '2025-12-31' }, '2026-01-01', 'expired'],
    ['a plan without expiry ends with its period', { ...policy, periodEnd: '2024-12-31' }, '2026-11-22', 'period-ended'],
    ['expiry is said before the end of the period', { ...policy, validTo: '2025-12-31', periodEnd: '2024-12-31' }, '2026-11-22', 'expired'],
    ['a later start is not yet in force', { ...policy, issued: '2021-07-23', validFrom: '2021-08-23' }, '2021-08-01', 'not-yet'],
    ['a draft stays a draft', { ...policy, draft: true, periodEnd: '2022-12-31' }, '2026-11-22', 'draft'],
    ['an outside source is a reference', { kind: 'outside' as const }, '2026-11-22', 'reference'],
    ['no dates at all: taken as in force', policy, '2026-11-22', 'in-force']
  ] as const)('%s', (_, document, day, status) => {
    expect(statusOn(document, day)).toBe(status);
  });

  it.each([
    [{ validTo: '2027-06-30', periodEnd: '2026-12-31' }, '2026-12-31'],
    [{ validTo: '2025-12-31', horizon: 2030 }, '2025-12-31'],
    [{ horizon: 2020, outlook: 2025 }, '2025-12-31']
  ] as const)('is in force until the last day and no longer: %j', (dates, last) => {
    expect(lastDayOf(dates)).toBe(last);
    const after = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
    expect(statusOn({ ...policy, ...dates }, last)).toBe('in-force');
    expect(statusOn({ ...policy, ...dates }, after)).not.toBe('in-force');
  });

  it('has no last day where the document names none, and counts the days to one', () => {
    expect(lastDayOf({})).toBeUndefined();
    expect(daysBetween('2026-11-28', '2026-12-31')).toBe(33);
    expect(daysBetween('2026-12-31', '2026-12-31')).toBe(0);
  });

  it('takes the day from Hangzhou, not from the server’s clock zone', () => {
    expect(todayInHangzhou(new Date('2025-12-31T16:30:00Z'))).toBe('2026-01-01');
    expect(todayInHangzhou(new Date('2025-12-31T15:30:00Z'))).toBe('2025-12-31');
  });
});
