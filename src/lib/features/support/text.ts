import { boundOf, inWan } from './money';
import type { Money, Range } from './money';
import type { AnswerProblem } from './read-answer';
import { LARGEST_COUNT } from './money';
import type { Standing } from './standing';
import type { SupportGroup } from '#lib/schema/terms';
import type { SupportInput } from '#lib/schema/support';
import { LARGEST_SUM } from '#lib/atlas/read-sum';
import { sumText } from '#lib/facts/money-text';
import * as m from '#lib/paraglide/messages';
import { getLocale } from '#lib/paraglide/runtime';
import { formatNumber, local } from '#lib/design/page/local';

/** A sum that is worked out, in full. Unlike amountText of target-text.ts it repeats no printed figure. */
export const moneyText = (money: Money): string => sumText(inWan(money));

/** “最高 1,200 万元”, “不少于 …”, “4 亿元 至 5 亿元”, or the sum alone where it is printed as such. */
export function rangeText(range: Range): string {
  const low = moneyText(range.low ?? 0);
  const high = moneyText(range.high ?? 0);
  switch (boundOf(range)) {
    case 'exact':
      return m.support_range_exact({ amount: high });
    case 'at-most':
      return m.support_range_at_most({ amount: high });
    case 'at-least':
      return m.support_range_at_least({ amount: low });
    case 'between':
      return m.support_range_between({ low, high });
  }
}

type Total = Readonly<{ ceiling?: Money; exact: boolean; floor?: Money; span?: Readonly<{ least: Money; most: Money }> }>;

/**
 * A document's sum: its ceiling, by all readings that the text leaves, and apart from it what is printed as a minimum only. None is given where
 * only zeros were entered.
 */
export function totalText({ ceiling, exact, floor, span }: Total): string | undefined {
  const top = !ceiling
    ? undefined
    : span
      ? m.support_range_readings({ low: moneyText(span.least), high: moneyText(span.most) })
      : rangeText({ high: ceiling, ...(exact ? { low: ceiling } : {}) });
  const least = !floor ? undefined : rangeText({ low: floor });
  if (top !== undefined && least !== undefined) return `${top}${m.support_and()}${least}`;
  return top ?? least;
}

export const rateText = (rate: number): string => formatNumber(rate, { style: 'percent', maximumFractionDigits: 2 });

export function groupText(group: SupportGroup): string {
  switch (group) {
    case 'rd':
      return m.support_group_rd();
    case 'market':
      return m.support_group_market();
    case 'investment':
      return m.support_group_investment();
    case 'platform':
      return m.support_group_platform();
    case 'procurement':
      return m.support_group_procurement();
    case 'other':
      return m.support_group_other();
  }
}

/** What the sums of a document are worth, in a few words. */
export function standingText(standing: Standing): string {
  switch (standing) {
    case 'open':
      return m.support_standing_open();
    case 'then':
      return m.support_standing_then();
    case 'ahead':
      return m.support_standing_ahead();
    case 'back':
      return m.support_standing_back();
    case 'past':
      return m.support_standing_past();
    case 'early':
      return m.support_standing_early();
    case 'draft':
      return m.support_standing_draft();
    case 'unproved':
      return m.support_standing_unproved();
  }
}

export function problemText(problem: AnswerProblem, kind: SupportInput['kind']): string {
  switch (problem) {
    case 'number':
      return kind === 'count' ? m.support_wrong_whole() : m.support_wrong_number();
    case 'whole':
      return m.support_wrong_whole();
    case 'negative':
      return m.support_wrong_negative();
    case 'decimals':
      return m.support_wrong_decimals();
    case 'large':
      return kind === 'count'
        ? m.support_wrong_large_count({ most: formatNumber(LARGEST_COUNT) })
        : m.support_wrong_large_money({ most: getLocale() === 'en' ? moneyText(LARGEST_SUM * 100) : formatNumber(LARGEST_SUM) });
  }
}

/** An answer in words: an option's name, a sum, or a number. */
export function answerText(input: SupportInput, answer: string | number): string {
  if (input.kind === 'choice') {
    const option = input.options.find(({ id }) => id === answer);
    return option ? local(option.label) : String(answer);
  }
  return input.kind === 'money' ? moneyText(Math.round(Number(answer) * 100)) : formatNumber(Number(answer));
}
