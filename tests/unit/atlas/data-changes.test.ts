import { describe, expect, it } from 'vitest';
import { changesSince, compareVersions } from '#lib/atlas/data-changes';

const change = (version: string) => ({ version, day: '2026-11-22', text: { zh: version, en: version } });
const index = { version: '2027.1.0', changes: ['2027.1.0', '2026.11.10', '2026.11.2', '2026.11.0'].map(change) };
const since = (version: string | undefined) => changesSince(index, version).map((one) => one.version);

describe('changes since a link was made', () => {
  it('compares versions by number, not by letter', () => {
    expect(compareVersions('2026.11.10', '2026.11.2')).toBeGreaterThan(0);
    expect(compareVersions('2026.9.1', '2026.11.0')).toBeLessThan(0);
    expect(compareVersions('2026.11.0', '2026.11.0')).toBe(0);
  });

  it('lists what came after the link, and nothing for a present or unreadable version', () => {
    expect(since('2026.11.2')).toEqual(['2027.1.0', '2026.11.10']);
    expect(since('2027.1.0')).toEqual([]);
    expect(since(undefined)).toEqual([]);
    expect(since('<script>')).toEqual([]);
  });
});
