import type { Calendar } from './calendar-entry';
import { escapeXml } from './escape-xml';

/**
 * A calendar as Atom (RFC 4287): what has come up by the day of the build, the latest first; the same facts give the same file.
 * @param self address of the feed
 */
export function toAtom({ id, title, about, home, day, entries }: Calendar, self: string, language: string): string {
  const stamp = (on: string) => `${on}T00:00:00+08:00`;
  const told = entries.filter((entry) => entry.told <= day).sort((a, b) => b.told.localeCompare(a.told) || a.id.localeCompare(b.id));
  const urn = `urn:x-cluster-explorer:${id}`;
  const entry = (one: Calendar['entries'][number]) => `  <entry>
    <id>${escapeXml(`${urn}:${one.id}`)}</id>
    <title>${escapeXml(`${one.day} ${one.title}`)}</title>
    <updated>${stamp(one.told)}</updated>
    <link rel="alternate" href="${escapeXml(one.url)}"/>
    <content type="text">${escapeXml(one.text || one.title)}</content>
  </entry>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${escapeXml(`${urn}:${language}`)}</id>
  <title>${escapeXml(title)}</title>
  <subtitle>${escapeXml(about)}</subtitle>
  <updated>${stamp(told[0]?.told ?? day)}</updated>
  <author><name>${escapeXml(title)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(home)}"/>
${told.map(entry).join('\n')}
</feed>
`;
}
