import { statusOn } from '#lib/atlas/status';
import type { Column, Support } from './comparison';

/** Whether the same measures reach all the zones, in whole. */
export const sameSupport = (columns: readonly Column[]): boolean =>
  new Set(columns.map(({ support }) => JSON.stringify(support.map(({ document, incentives, parts }) => [document.id, incentives, parts])))).size === 1;

/** Support that can be asked for on the day, and the rest. */
export function bySupportStanding(support: readonly Support[], day: string): { current: Support[]; others: Support[] } {
  const isCurrent = ({ document }: Support) => statusOn(document, day) === 'in-force';
  return { current: support.filter(isCurrent), others: support.filter((one) => !isCurrent(one)) };
}
