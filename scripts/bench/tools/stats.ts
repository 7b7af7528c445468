/** Middle, least and most of some runs. */
export type Spread = Readonly<{ median: number; least: number; most: number; runs: number }>;

/** The value that a share of the values does not exceed; 0.5 is the median. NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** @returns undefined of nothing */
export function spread(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  return { median: quantile(values, 0.5), least: Math.min(...values), most: Math.max(...values), runs: values.length };
}

/** A figure with as many digits as it deserves: 12 345, 123, 12.3, 1.23. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d)(?<!\.\d*))/g, ' ');
}
