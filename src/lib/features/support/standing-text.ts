import type { Standing } from './standing';
import { lastDayOf } from '#lib/atlas/status';
import type { PolicyDocument } from '#lib/schema/atlas';
import * as m from '#lib/paraglide/messages';
import { formatDay, local } from '#lib/design/page/local';

/** Why a document's sums stand as they do, with the dates that decide it. */
export function standingReason(document: PolicyDocument, standing: Standing, day: string): string {
  const on = formatDay(day);
  const start = document.validFrom ?? document.issued;
  const begins = start ? formatDay(start) : '';
  const end = document.validTo && formatDay(document.validTo);
  const last = lastDayOf(document);
  const over = last === undefined ? '' : formatDay(last);
  switch (standing) {
    case 'open':
      return last === undefined ? m.support_why_open({ on }) : m.support_why_open_until({ on, end: formatDay(last) });
    case 'then':
      return end ? m.support_why_then({ on, end }) : m.support_why_then_plan({ on, end: over });
    case 'ahead':
      return m.support_why_ahead({ start: begins });
    case 'back':
      return m.support_why_back({ start: begins, from: document.retroactiveFrom ? formatDay(document.retroactiveFrom) : '' });
    case 'past':
      return end ? m.support_why_past({ end, on }) : m.support_why_past_plan({ on, end: over });
    case 'early':
      return m.support_why_early({ start: begins, on });
    case 'draft':
      return m.support_why_draft();
    case 'unproved':
      return document.standing ? local(document.standing) : m.support_standing_unproved();
  }
}
