import { daysAfter, deadlinesOf } from '#lib/atlas/deadlines';
import type { Deadline } from '#lib/atlas/deadlines';
import { daysBetween } from '#lib/atlas/status';
import type { AtlasData } from '#lib/schema/atlas';
import type { Call } from '#lib/schema/calls';
import { compilePublished } from './pack/compile-published';
import type { Pack } from './pack/read-pack';

/** Ages from which a fact is due: a figure after two years, an address after one, an end 90 days before. */
const FIGURE_DAYS = 730;
const PAGE_DAYS = 365;
const NOTICE_DAYS = 90;

/** What has aged, line by line, under heads. */
export type Due = Readonly<{ head: string; lines: readonly string[] }>;

/** Last day of a moment given as a year, a month or a day. */
function lastDay(moment: string): string {
  if (moment.length === 10) return moment;
  const [year = 0, month = 12] = moment.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/**
 * What the keepers of a pack should look at again by a day: figures older than two years, addresses not read for a year, and what ends within
 * 90 days.
 */
export function dueFacts(pack: Pack, data: Pick<AtlasData, 'documents' | 'targets'>, calls: readonly Call[], day: string): Due[] {
  const { figures } = compilePublished(pack);
  const old = figures
    .filter(({ to }) => daysBetween(lastDay(to), day) > FIGURE_DAYS)
    .sort((a, b) => a.to.localeCompare(b.to))
    .map(({ id, metric, to, adcode }) => `${to}  ${id}  ${metric.en} (${adcode})`);
  const unread = addressesOf(pack)
    .filter(({ read }) => daysBetween(read, day) > PAGE_DAYS)
    .map(({ read, url, file }) => `${read}  ${url}  ${file}`);
  const ends = deadlinesOf(data, calls)
    .filter(({ day: end }) => end >= day && end <= daysAfter(day, NOTICE_DAYS))
    .map((deadline) => `${deadline.day}  ${aboutOf(deadline)}  in ${daysBetween(day, deadline.day)} days`);
  return [
    { head: 'Figures older than two years', lines: old },
    { head: 'Addresses not read for a year', lines: [...new Set(unread)].sort() },
    { head: 'Ends within 90 days', lines: ends }
  ];
}

const aboutOf = (deadline: Deadline): string =>
  'call' in deadline
    ? `${deadline.call}: ${deadline.kind}`
    : `${deadline.document}: ${deadline.kind}${deadline.kind === 'targets' ? ` (${deadline.count})` : ''}`;

type Read = Readonly<{ url: string; read: string; file: string }>;

/** Every page that a pack's files name with the day on which it was read. */
function addressesOf(pack: Pack): Read[] {
  const files = [pack.published, pack.register, pack.support, ...pack.documents.flatMap(({ document, incentives }) => [document, incentives])];
  return files.flatMap((source) => (source ? pagesIn(source.data).map((page) => ({ ...page, file: source.file })) : []));
}

function pagesIn(value: unknown): Omit<Read, 'file'>[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('url' in value && 'read' in value && typeof value.url === 'string' && typeof value.read === 'string') return [{ url: value.url, read: value.read }];
  return Object.values(value).flatMap(pagesIn);
}
