import { readSum, tidyNumber } from '#lib/atlas/read-sum';
import type { SumProblem } from '#lib/atlas/read-sum';
import { LARGEST_COUNT } from './money';

/** Why what was typed is no sum or number. */
export type AnswerProblem = SumProblem | 'whole';

type Read = Readonly<{ value: number } | { problem: AnswerProblem }>;

/** A sum of an address in 万元, at most two decimals, or what is wrong with it. Total. */
export const readMoney = (text: string): Read => readSum(text);

/** A whole number, or what is wrong with it. Total. */
export function readCount(text: string): Read {
  const plain = tidyNumber(text);
  if (/^-\d/.test(plain)) return { problem: 'negative' };
  if (/^\d+\.\d+$/.test(plain)) return { problem: 'whole' };
  if (!/^\d+$/.test(plain)) return { problem: 'number' };
  const value = Number(plain);
  return value > LARGEST_COUNT ? { problem: 'large' } : { value };
}
