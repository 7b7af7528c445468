import type { Atlas } from '#lib/atlas/atlas';
import { statusOn } from '#lib/atlas/status';
import type { Incentive } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import * as m from '#lib/paraglide/messages';
import { formatList, formatNumber, local } from '#lib/design/page/local';
import { amountText } from './target-text';

/** An incentive in one line. */
export type IncentiveLine = Pick<Incentive, 'id' | 'name' | 'document' | 'clause'> &
  Readonly<{
    audience: Text;
    /** the amounts printed, in the reader's words */
    amounts?: string | undefined;
    /** it is meant for one of the sectors asked about */
    concerns: boolean;
  }>;

type Tier = Incentive['tiers'][number];

/** What a tier grants: its cap and what that counts per, its sum, or the rate where neither is printed. */
function tierTerms(atlas: Atlas, { base }: Incentive, { rate, rateOperator, amount, amountOperator, cap, per }: Tier): string {
  const of = per ? local(per) : '';
  const words: string[] = [];
  if (rate !== undefined && !cap) {
    const parts = { base: base ? local(base) : '', rate: formatNumber(rate, { style: 'percent', maximumFractionDigits: 2 }) };
    words.push(rateOperator === '=' ? m.support_rate_plain(parts) : rateOperator === '>=' ? m.support_rate_least(parts) : m.support_rate_most(parts));
  }
  if (amount) {
    const sum = amountText(atlas, amount.value, amount.unit);
    const least = amountOperator === '>=' || amountOperator === '>';
    words.push(m.support_step_printed({ per: of, amount: least ? m.support_range_at_least({ amount: sum }) : sum }).trim());
  }
  if (cap) words.push(m.support_limit_cap({ per: of, cap: amountText(atlas, cap.value, cap.unit) }).trim());
  return words.join(m.citation_separator());
}

/**
 * All amounts that an incentive prints, and rates that have no cap, each with what it counts per: those of its cases, the yearly ceiling, the threshold.
 * Cases on the same terms are named together. Empty where nothing is printed.
 */
export function printedAmounts(atlas: Atlas, incentive: Incentive): string[] {
  const { tiers, annualCap, threshold } = incentive;
  const cases = Map.groupBy(tiers, (tier) => tierTerms(atlas, incentive, tier));
  return [
    ...[...cases].flatMap(([terms, of]) => {
      if (terms === '') return [];
      return cases.size > 1 ? [`${formatList(of.map(({ label }) => local(label)))}${m.colon()}${terms}`] : [terms];
    }),
    ...(annualCap ? [m.support_limit_year({ cap: amountText(atlas, annualCap.value, annualCap.unit), per: local(annualCap.per) })] : []),
    ...(threshold ? [m.support_limit_threshold({ amount: amountText(atlas, threshold.value, threshold.unit) })] : [])
  ];
}

/** @param sectors ids with their families: an incentive for 药品 concerns a zone of 抗体药物 */
export function incentiveLine(atlas: Atlas, incentive: Incentive, sectors: ReadonlySet<string>): IncentiveLine {
  const { id, name, audience, document, clause, sectors: own } = incentive;
  const amounts = printedAmounts(atlas, incentive).join(m.targets_separator());
  return { id, name, document, clause, audience, amounts: amounts || undefined, concerns: own.some((sector) => sectors.has(sector)) };
}

/** Incentives of one document: in lines while it is in force, else only their number, as nobody can claim them. */
export type IncentiveGroup = Readonly<{
  document: string;
  /** adcodes, where only these are covered */
  units: readonly string[];
  whole: boolean;
  count: number;
  lines: readonly IncentiveLine[];
}>;

/**
 * What is for the sectors asked about comes first.
 * @param day on which the document is in force or not, YYYY-MM-DD
 */
export function incentiveGroup(
  atlas: Atlas,
  { document, units, whole, incentives }: Readonly<{ document: string; units: readonly string[]; whole: boolean; incentives: readonly Incentive[] }>,
  sectors: ReadonlySet<string>,
  day: string
): IncentiveGroup {
  const found = atlas.document.get(document);
  const current = found !== undefined && statusOn(found, day) === 'in-force';
  const lines = current ? incentives.map((incentive) => incentiveLine(atlas, incentive, sectors)) : [];
  return { document, units, whole, count: incentives.length, lines: lines.sort((a, b) => Number(b.concerns) - Number(a.concerns)) };
}
