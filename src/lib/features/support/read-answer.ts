import { LARGEST_COUNT, LARGEST_SUM } from './money';

/** Why what was typed is no sum or number. */
export type AnswerProblem = 'number' | 'negative' | 'decimals' | 'whole' | 'large';

type Read = Readonly<{ value: number } | { problem: AnswerProblem }>;

/** As people type numbers: full-width digits, separators and spaces are fine. */
const tidy = (text: string): string => text.normalize('NFKC').replace(/[\s,_]/g, '');

/** A sum in 万元, at most two decimals, or what is wrong with it. Total. */
export function readMoney(text: string): Read {
  const plain = tidy(text);
  if (/^-\d/.test(plain)) return { problem: 'negative' };
  if (!/^\d+(\.\d*)?$/.test(plain)) return { problem: 'number' };
  if (/\.\d{3}/.test(plain)) return { problem: 'decimals' };
  const value = Number(plain);
  return value > LARGEST_SUM ? { problem: 'large' } : { value };
}

/** A whole number, or what is wrong with it. Total. */
export function readCount(text: string): Read {
  const plain = tidy(text);
  if (/^-\d/.test(plain)) return { problem: 'negative' };
  if (/^\d+\.\d+$/.test(plain)) return { problem: 'whole' };
  if (!/^\d+$/.test(plain)) return { problem: 'number' };
  const value = Number(plain);
  return value > LARGEST_COUNT ? { problem: 'large' } : { value };
}
