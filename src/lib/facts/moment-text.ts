import type { PublishedFigure } from '#lib/schema/published';
import * as m from '#lib/paraglide/messages';
import { getLocale } from '#lib/paraglide/runtime';
import { formatDay, local } from '#lib/design/page/local';

/** A year, month or day, as exactly as it is known: “2022”, “August 2021”, “31 December 2020”. */
export function momentText(moment: string): string {
  const [year = '', month, day] = moment.split('-');
  if (day) return formatDay(moment);
  const chinese = getLocale() === 'zh';
  if (!month) return chinese ? `${year}年` : year;
  return chinese
    ? `${year}年${Number(month)}月`
    : new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(moment));
}

/** What a figure is about: a moment, a span of time, all until a moment, or the page's own words where these say more. */
export function periodText({ from, to, period }: Pick<PublishedFigure, 'from' | 'to' | 'period'>): string {
  if (period) return local(period);
  if (from === undefined) return m.published_until({ moment: momentText(to) });
  if (from === to) return momentText(to);
  // a span within one year names the year once
  const once = from.slice(0, 4) === to.slice(0, 4);
  const [first, last] = [momentText(from), momentText(to)];
  if (getLocale() === 'zh') return m.published_span({ from: first, to: once ? last.replace(/^\d+年/, '') : last });
  return m.published_span({ from: once ? first.replace(/ \d{4}$/, '') : first, to: last });
}
