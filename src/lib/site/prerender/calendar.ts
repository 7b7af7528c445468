import { resolve } from '$app/paths';
import { daysAfter, deadlinesOf } from '#lib/atlas/deadlines';
import type { Deadline } from '#lib/atlas/deadlines';
import * as m from '#lib/paraglide/messages';
import { localizeHref } from '#lib/paraglide/runtime';
import { formatDay, formatNumber, local } from '#lib/design/page/local';
import { siteAddress } from '#lib/design/page/site-address';
import type { Call } from '#lib/schema/calls';
import type { Calendar, CalendarEntry } from './calendar-entry';
import { readAtlas, readCalls } from './read-data';

/** Days before something ends on which the feed tells of it. */
const NOTICE = 90;

/** The calendar of the pack in the language of the page that is made: what it is called, and its entries, oldest first. */
export function calendar(): Calendar {
  const data = readAtlas();
  const calls = new Map(readCalls().map((call) => [call.id, call]));
  const documents = new Map(data.documents.map((document) => [document.id, local(document.short)]));
  const address = (path: string) => siteAddress(localizeHref(resolve(path as '/')));
  const entry = (deadline: Deadline): CalendarEntry[] => {
    if ('call' in deadline) {
      const call = calls.get(deadline.call);
      return call ? [{ ...common(deadline), title: callTitle(deadline.kind, call), text: callText(call), url: call.url }] : [];
    }
    const title = documentTitle(deadline, documents.get(deadline.document) ?? deadline.document);
    return [{ ...common(deadline), title, text: '', url: address(`/documents/${deadline.document}/`) }];
  };
  return {
    id: data.index.pack,
    title: m.calendar_title({ title: local(data.index.title) }),
    about: m.calendar_about(),
    home: address('/method/'),
    day: data.index.statusAsOf,
    entries: deadlinesOf(data, [...calls.values()]).flatMap(entry)
  };
}

/** An end is told of beforehand; what was published, on its day. */
const common = ({ id, day, kind }: Deadline) => ({ id, day, told: kind === 'call' || kind === 'applications-open' ? day : daysAfter(day, -NOTICE) });

function documentTitle(deadline: Exclude<Deadline, { call: string }>, document: string): string {
  switch (deadline.kind) {
    case 'validity':
      return m.calendar_validity({ document });
    case 'period':
      return m.calendar_period({ document });
    case 'targets':
      return m.calendar_targets({ document, count: formatNumber(deadline.count) });
  }
}

function callTitle(kind: Extract<Deadline, { call: string }>['kind'], { title }: Call): string {
  const call = local(title);
  switch (kind) {
    case 'call':
      return m.calendar_call({ call });
    case 'applications-open':
      return m.calendar_open({ call });
    case 'applications-close':
      return m.calendar_close({ call });
  }
}

function callText({ covers, apply }: Call): string {
  const days = apply?.from && apply.to ? m.calendar_days({ from: formatDay(apply.from), to: formatDay(apply.to) }) : m.calendar_days_unseen();
  return m.calendar_call_text({ covers: local(covers), days });
}
