/** Largest sum that can be entered, 万元 (1000 亿元): products with rates and counts stay whole numbers. */
export const LARGEST_SUM = 10_000_000;

/** Why what was typed is no sum. */
export type SumProblem = 'number' | 'negative' | 'decimals' | 'large';

/** As people type numbers: full-width digits, separators and spaces are fine. */
export const tidyNumber = (text: string): string => text.normalize('NFKC').replace(/[\s,_]/g, '');

/**
 * A sum in 万元, exact to 100 yuan (0.01 万元), or what is wrong with it. Total.
 * @param unit 万元 in one of what is typed: 1, or 100 where millions are typed
 */
export function readSum(text: string, unit: 1 | 100 = 1): Readonly<{ value: number } | { problem: SumProblem }> {
  const plain = tidyNumber(text);
  if (/^-\d/.test(plain)) return { problem: 'negative' };
  if (!/^\d+(\.\d*)?$/.test(plain)) return { problem: 'number' };
  const decimals = unit === 1 ? 2 : 4;
  if ((plain.split('.')[1]?.length ?? 0) > decimals) return { problem: 'decimals' };
  const value = Math.round(Number(plain) * unit * 100) / 100;
  return value > LARGEST_SUM ? { problem: 'large' } : { value };
}
