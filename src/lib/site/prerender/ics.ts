import { daysAfter } from '#lib/atlas/deadlines';
import type { Calendar, CalendarEntry } from './calendar-entry';

/** Octets that a line may have, without its break (RFC 5545, 3.1). */
const LONGEST = 75;
const encoder = new TextEncoder();

/** TEXT of RFC 5545, 3.3.11: backslash, semicolon, comma and line breaks are escaped. */
const escapeText = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n');

/** A content line in pieces of at most 75 octets, each further one after a space; no character is cut in two. */
export function fold(line: string): string {
  const lines: string[] = [];
  let piece = '';
  let octets = 0;
  for (const sign of line) {
    const more = encoder.encode(sign).length;
    if (octets + more > LONGEST) {
      lines.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += sign;
    octets += more;
  }
  return [...lines, piece].join('\r\n');
}

const date = (day: string): string => day.replaceAll('-', '');

/** A calendar as iCalendar (RFC 5545): an all-day entry for each day, which takes nobody’s time. The same facts give the same file. */
export function toIcs({ id, title, about, day, entries }: Calendar): string {
  const event = (entry: CalendarEntry): string[] => [
    'BEGIN:VEVENT',
    `UID:${entry.id}@${id}`,
    `DTSTAMP:${date(day)}T000000Z`,
    `DTSTART;VALUE=DATE:${date(entry.day)}`,
    `DTEND;VALUE=DATE:${date(daysAfter(entry.day, 1))}`,
    `SUMMARY:${escapeText(entry.title)}`,
    ...(entry.text ? [`DESCRIPTION:${escapeText(entry.text)}`] : []),
    // relative where the site does not know its own address: no URI, and left out
    ...(URL.canParse(entry.url) ? [`URL:${entry.url}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT'
  ];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${escapeText(id)}//calendar//ZH`,
    'METHOD:PUBLISH',
    `NAME:${escapeText(title)}`,
    `X-WR-CALNAME:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(about)}`,
    ...entries.flatMap(event),
    'END:VCALENDAR'
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
