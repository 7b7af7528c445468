import type { Target } from '#lib/schema/atlas';
import type { Atlas } from '#lib/atlas/atlas';
import * as m from '#lib/paraglide/messages';
import { getLocale } from '#lib/paraglide/runtime';
import { formatNumber, local } from '#lib/design/page/local';

/** Money and area units that English readers do not count in, as a multiple of a plain one. */
const PLAIN: Readonly<Record<string, { factor: number; style: (value: string) => string }>> = {
  'yi-yuan': { factor: 1e8, style: (value) => `¥${value}` },
  'wan-yuan': { factor: 1e4, style: (value) => `¥${value}` },
  'wan-m2': { factor: 1e4, style: (value) => `${value} m²` }
};

const SIGNS: Readonly<Record<Target['operator'], string>> = { '>=': '≥', '<=': '≤', '=': '', '~': '≈', '>': '>' };

/** An amount in the reader's own units alone: “6,000 亿元”, “¥600 billion”. @param digits significant ones, where they matter */
function shortAmount(value: number, unit: string, upper?: number, digits?: number): string | undefined {
  const plain = PLAIN[unit];
  if (getLocale() !== 'en' || !plain) return undefined;
  const say = (n: number) => formatNumber(n * plain.factor, { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: digits });
  return plain.style(upper === undefined ? say(value) : `${say(value)}–${say(upper)}`);
}

/**
 * An amount in words: “6,000 亿元”, or in English “¥600 billion (6,000 × ¥100 million)”, so that the printed figure stays recognisable.
 * @param upper upper end of a printed range
 */
export function amountText(atlas: Atlas, value: number, unit: string, upper?: number): string {
  const name = atlas.measure.get(unit);
  const printed = upper === undefined ? formatNumber(value) : `${formatNumber(value)}–${formatNumber(upper)}`;
  const short = shortAmount(value, unit, upper);
  if (short !== undefined) return `${short} (${printed} × ${name ? local(name) : unit})`;
  if (unit === 'percent') return `${printed}%`;
  // a share is printed as a fraction; the document's own words stand beside it
  if (unit === 'share') return formatNumber(value, { style: 'percent' });
  return `${printed} ${name ? local(name) : unit}`;
}

/** “≥ 500 亿元”; a printed fraction as it is, “≥ 1/3”; a rank as “top 3”. */
export function targetValue(atlas: Atlas, target: Target): string {
  if (target.fraction) return `${SIGNS[target.operator]} ${target.fraction}`.trim();
  if (target.unit === 'rank') return m.target_rank({ rank: formatNumber(target.value) });
  return `${SIGNS[target.operator]} ${amountText(atlas, target.value, target.unit, target.upper)}`.trim();
}

/** As `targetValue`, in the reader's units alone, for where there is little room: “≥ ¥50 billion”. */
export function targetInBrief(atlas: Atlas, target: Target): string {
  const short = target.fraction || target.unit === 'rank' ? undefined : shortAmount(target.value, target.unit, target.upper);
  return short === undefined ? targetValue(atlas, target) : `${SIGNS[target.operator]} ${short}`.trim();
}

type Figure = Pick<Target, 'operator' | 'value' | 'unit'>;

/** A figure published elsewhere, as a target's value is told: “> 500 亿元”. */
export const figureValue = (atlas: Atlas, { operator, value, unit }: Figure): string => `${SIGNS[operator]} ${amountText(atlas, value, unit)}`.trim();

/** As `figureValue`, in the reader's units alone, as exactly as figures are printed. */
export const figureInBrief = (atlas: Atlas, { operator, value, unit }: Figure): string =>
  `${SIGNS[operator]} ${shortAmount(value, unit, undefined, 4) ?? amountText(atlas, value, unit)}`.trim();

/** “到 2026 年” / “by 2026”, “每年” / “each year”, or that no year is stated. */
export function targetDeadline(target: Target): string {
  if (target.year === undefined) return m.target_no_year();
  const by = m.target_by_year({ year: String(target.year) });
  return target.yearInherited ? `${by}${m.target_year_inherited()}` : by;
}

/** How the value counts: a level reached, new ones only, per year … */
export function countingText(counting: Target['counting']): string {
  switch (counting) {
    case 'level':
      return m.counting_level();
    case 'cumulative':
      return m.counting_cumulative();
    case 'new':
      return m.counting_new();
    case 'per-year':
      return m.counting_per_year();
    case 'average-per-year':
      return m.counting_average();
    case 'share':
      return m.counting_share();
    case 'threshold':
      return m.counting_threshold();
  }
}

export const commitmentText = ({ commitment }: Pick<Target, 'commitment'>): string => (commitment === 'strive' ? m.commitment_strive() : m.commitment_stated());

/** That several zones share a target; undefined where one has it alone. */
export const jointText = ({ scope }: Pick<Target, 'scope'>): string | undefined => scope.zones && m.target_joint({ count: scope.zones.length });

/** As `targetDeadline`, for a line whose mark says where the year is from (`yearRemark`). */
export const deadlineInBrief = ({ year }: Pick<Target, 'year'>): string => (year === undefined ? m.target_no_year() : m.target_by_year({ year: String(year) }));

/** Where the year is not in the target's own words. */
export const yearRemark = ({ year, yearInherited }: Pick<Target, 'year' | 'yearInherited'>): string | undefined =>
  year !== undefined && yearInherited ? m.target_year_remark() : undefined;
