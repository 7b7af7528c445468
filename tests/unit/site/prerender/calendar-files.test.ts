import { describe, expect, it } from 'vitest';
import { toAtom } from '#lib/site/prerender/atom';
import type { Calendar } from '#lib/site/prerender/calendar-entry';
import { fold, toIcs } from '#lib/site/prerender/ics';

const calendar: Calendar = {
  id: 'demo',
  title: 'Demo: dates',
  about: 'About; this',
  home: 'https://x.test/en/method/',
  day: '2026-11-29',
  entries: [
    { id: 'old', day: '2025-12-31', told: '2025-10-02', title: 'A, old', text: '', url: 'https://x.test/a' },
    { id: 'end', day: '2026-12-31', told: '2026-10-02', title: '杭州2024—2026年计划：规划期末日'.repeat(4), text: 'One; two,\nthree \\ four', url: '/b' },
    { id: 'later', day: '2030-12-31', told: '2030-10-02', title: 'Later <&>', text: '', url: 'https://x.test/c' }
  ]
};
const ics = toIcs(calendar);

describe('iCalendar', () => {
  it('folds at 75 octets, between characters, so that joining gives the line back', () => {
    const line = `SUMMARY:${'浙江a'.repeat(40)}`;
    const pieces = fold(line).split('\r\n');
    for (const piece of pieces) expect(new TextEncoder().encode(piece).length).toBeLessThanOrEqual(75);
    expect(pieces.slice(1).every((piece) => piece.startsWith(' '))).toBe(true);
    expect(pieces.map((piece, i) => (i === 0 ? piece : piece.slice(1))).join('')).toBe(line);
    expect(fold('x'.repeat(75))).not.toContain('\r\n');
  });

  it('has no line over 75 octets, ends each with CRLF, opens and closes what it opens', () => {
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of ics.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(ics.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(3);
    expect(ics.match(/^END:VEVENT\r$/gm)).toHaveLength(3);
    expect(ics).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
    expect(ics).toMatch(/END:VCALENDAR\r\n$/);
  });

  it('is all-day, escaped, and gives no address that is none', () => {
    const unfolded = ics.replaceAll('\r\n ', '');
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n');
    expect(unfolded).toContain('DESCRIPTION:One\\; two\\,\\nthree \\\\ four\r\n');
    expect(unfolded).toContain('SUMMARY:A\\, old\r\n');
    expect(unfolded).toContain('UID:end@demo\r\n');
    expect(unfolded).toContain('URL:https://x.test/a\r\n');
    expect(unfolded).not.toContain('URL:/b');
  });
});

describe('Atom', () => {
  const xml = toAtom(calendar, 'https://x.test/en/feed.xml', 'en');

  it('has what has come up by the day, the latest first', () => {
    expect([...xml.matchAll(/<id>urn:x-cluster-explorer:demo:([a-z]+)<\/id>/g)].map(([, id]) => id)).toEqual(['en', 'end', 'old']);
    expect(xml).toContain('<updated>2026-10-02T00:00:00+08:00</updated>');
  });

  it('is escaped and names itself', () => {
    const later = toAtom({ ...calendar, day: '2030-12-31' }, 'https://x.test/en/feed.xml', 'en');
    expect(later).toContain('<title>2030-12-31 Later &#60;&#38;&#62;</title>');
    expect(xml).toContain('<link rel="self" type="application/atom+xml" href="https://x.test/en/feed.xml"/>');
  });
});
