/** Money as a whole number of 100 yuan (0.01 万元): sums are exact. */
export type Money = number;

/** Largest count that can be entered. */
export const LARGEST_COUNT = 999;

const PER_UNIT: Readonly<Record<string, number>> = { 'wan-yuan': 100, 'yi-yuan': 1_000_000 };

/** A sum in a unit of the pack; undefined for a unit that is not money of ours. */
export function moneyOf(value: number, unit: string): Money | undefined {
  const factor = PER_UNIT[unit];
  return factor === undefined ? undefined : Math.round(value * factor);
}

/** In 万元, with at most two decimals. */
export const inWan = (money: Money): number => money / 100;

/** A share of a sum, rounded down to 0.01 万元. Rates are read to a hundredth of a percent. */
export const shareOf = (base: Money, rate: number): Money => Math.floor((base * Math.round(rate * 10_000)) / 10_000);

/** What a rule gives: at most `high`, at least `low`; both and alike where the document prints the sum itself. */
export type Range = Readonly<{ low?: Money | undefined; high?: Money | undefined }>;

type Bound = 'exact' | 'at-most' | 'at-least' | 'between';

export function boundOf({ low, high }: Range): Bound {
  if (high === undefined) return 'at-least';
  if (low === undefined) return 'at-most';
  return low === high ? 'exact' : 'between';
}

const each = (range: Range, change: (money: Money) => Money): Range => ({
  ...(range.low === undefined ? {} : { low: change(range.low) }),
  ...(range.high === undefined ? {} : { high: change(range.high) })
});

export const times = (range: Range, count: number): Range => each(range, (money) => money * count);

/** Held to a ceiling; what had no upper end gets one. */
export const capped = (range: Range, cap: Money): Range => ({ ...each(range, (money) => Math.min(money, cap)), high: Math.min(range.high ?? cap, cap) });

/** Both together. Without an upper end in one there is none in the sum. */
export function plus(a: Range, b: Range): Range {
  const low = a.low === undefined && b.low === undefined ? undefined : (a.low ?? 0) + (b.low ?? 0);
  const high = a.high === undefined || b.high === undefined ? undefined : a.high + b.high;
  return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
}

/** The figure to rank and to show: the upper end, else the lower one. */
export const headOf = ({ low, high }: Range): Money => high ?? low ?? 0;
