import type { Text } from '#lib/schema/common';

/* Units of measure as readers write them, and which of them can be turned into each other. */

/** How many of a kind's plainest unit a unit of the vocabulary holds; only units of one kind can be compared. */
const SCALE: Readonly<Record<string, Readonly<{ kind: string; factor: number }>>> = {
  'yi-yuan': { kind: 'yuan', factor: 1e8 },
  'wan-yuan': { kind: 'yuan', factor: 1e4 },
  yuan: { kind: 'yuan', factor: 1 },
  'wan-m2': { kind: 'm2', factor: 1e4 },
  m2: { kind: 'm2', factor: 1 },
  percent: { kind: 'share', factor: 0.01 },
  share: { kind: 'share', factor: 1 }
};

/** Spellings beyond the names of the vocabulary, folded; what documents do not use, but spreadsheets do. */
const SPELLINGS: Readonly<Record<string, string>> = {
  亿: 'yi-yuan',
  亿元人民币: 'yi-yuan',
  人民币亿元: 'yi-yuan',
  万: 'wan-yuan',
  万元人民币: 'wan-yuan',
  元: 'yuan',
  人民币: 'yuan',
  yuan: 'yuan',
  rmb: 'yuan',
  cny: 'yuan',
  '¥': 'yuan',
  平方米: 'm2',
  m2: 'm2',
  万平方米: 'wan-m2',
  万m2: 'wan-m2',
  '%': 'percent',
  百分比: 'percent',
  percent: 'percent',
  份额: 'share'
};

/** Full-width forms, case and spaces folded away. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

type Measure = Readonly<{ id: string; name: Text }>;

/**
 * A value in a target's unit.
 * @param unit as the reader writes it: an id or a name of the vocabulary, or a common spelling
 * @param wanted id of the target's unit
 * @returns undefined where the unit is another or unknown: 亿元 is never compared with 家
 */
export function convertTo(value: number, unit: string, wanted: string, measures: readonly Measure[]): number | undefined {
  const written = folded(unit);
  if (written === '') return undefined;
  const target = measures.find(({ id }) => id === wanted);
  // one word can name several units (个: items, projects, teams); the target's own comes first
  if (target && [target.id, target.name.zh, target.name.en].some((name) => folded(name) === written)) return value;
  const id = Object.hasOwn(SPELLINGS, written)
    ? SPELLINGS[written]
    : measures.find((measure) => [measure.id, measure.name.zh, measure.name.en].some((name) => folded(name) === written))?.id;
  if (id === undefined) return undefined;
  if (id === wanted) return value;
  const [from, to] = [Object.hasOwn(SCALE, id) ? SCALE[id] : undefined, Object.hasOwn(SCALE, wanted) ? SCALE[wanted] : undefined];
  if (!from || !to || from.kind !== to.kind) return undefined;
  // 15 digits: 3000 wan-yuan are 0.3 yi-yuan, not 0.30000000000000004
  return Number(((value * from.factor) / to.factor).toPrecision(15));
}
