import { afterEach, describe, expect, it } from 'vitest';
import { silentText } from '#lib/features/zones/summary';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import type { ZoneLink } from '#lib/schema/atlas';

const one: ZoneLink = { id: 'x', citations: [], notes: [] };
const full = { links: { sectors: [one], parks: [one], platforms: [one], capabilities: [one] }, targets: ['t'] };

describe('what a document leaves blank', () => {
  afterEach(() => overwriteGetLocale(() => 'zh'));

  it('is one sentence, of what is blank alone', () => {
    overwriteGetLocale(() => 'en');
    expect(silentText(full)).toBeUndefined();
    expect(silentText({ ...full, targets: [] })).toBe('The document names no targets here.');
    expect(silentText({ links: { ...full.links, parks: [], platforms: [] }, targets: [] })).toBe('The document names no parks, platforms or targets here.');
    overwriteGetLocale(() => 'zh');
    expect(silentText({ links: { ...full.links, parks: [], platforms: [] }, targets: [] })).toBe('这份文件没有写明本片区的园区、平台或目标。');
  });

  it('does not say of a park that no park is named in it', () => {
    expect(silentText({ links: { ...full.links, parks: [] }, targets: ['t'], place: 'itself' })).toBeUndefined();
  });
});
