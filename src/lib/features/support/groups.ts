import type { Incentive } from '#lib/schema/atlas';
import type { SupportGroup } from '#lib/schema/terms';

/** Our sorting of the kinds of incentive into what a reader would ask for. */
const GROUP_OF: Readonly<Record<string, SupportGroup>> = {
  'rd-subsidy': 'rd',
  'research-grant': 'rd',
  'clinical-award': 'rd',
  'market-award': 'market',
  'investment-subsidy': 'investment',
  'platform-subsidy': 'platform',
  voucher: 'platform',
  'procurement-award': 'procurement'
};

export const groupOf = ({ kind }: Pick<Incentive, 'kind'>): SupportGroup => GROUP_OF[kind] ?? 'other';

/** Whether the document prints a rate or a sum, so that something can be worked out. */
export const isQuantified = ({ tiers }: Pick<Incentive, 'tiers'>): boolean =>
  tiers.some(({ rate, cap, amount }) => rate !== undefined || cap !== undefined || amount !== undefined);

/** Capital paid into a fund, or taken as equity in a project: it is to be returned or shared, and is nobody's subsidy. */
export const isCapital = ({ kind }: Pick<Incentive, 'kind'>): boolean => kind === 'fund';

/** Whether an estimate counts it: a sum is printed, and it is paid to the project. */
export const isEstimated = (incentive: Pick<Incentive, 'kind' | 'tiers'>): boolean => !isCapital(incentive) && isQuantified(incentive);
