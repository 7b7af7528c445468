import { readFileSync } from 'node:fs';
import { indexAtlas } from '#lib/atlas/atlas';
import { estimate } from '#lib/features/support/estimate';
import type { DocumentEstimate, Result } from '#lib/features/support/estimate';
import { inWan } from '#lib/features/support/money';
import type { Answers, Project } from '#lib/features/support/question';
import { AtlasData } from '#lib/schema/atlas';
import { SupportFile } from '#lib/schema/support';
import { SUPPORT_GROUPS } from '#lib/schema/terms';

/* Estimates on the real data, for worked examples. */

const read = (name: string): unknown => JSON.parse(readFileSync(`static/data/v1/${name}.json`, 'utf8'));
export const data = AtlasData.parse(Object.fromEntries(Object.keys(AtlasData.shape).map((name) => [name, read(name)])));
export const support = SupportFile.parse(read('support'));
export const atlas = indexAtlas(data);

export const TODAY = '2026-11-22';
export const IN_FORCE = '2024-06-30';
export const CITY = 'hz-2021-39';
export const DRAFT = 'zj-life-health-draft';

export function work(answers: Answers, rest: Partial<Project> = {}, today = TODAY): (id: string) => DocumentEstimate {
  const { documents } = estimate(atlas, { groups: SUPPORT_GROUPS, answers, draft: true, ...rest }, today);
  return (id) => {
    const found = documents.find(({ document }) => document.id === id);
    if (!found) throw new Error(`no estimate for ${id}`);
    return found;
  };
}
export const of = (document: DocumentEstimate, id: string): Result => {
  const found = document.results.find(({ incentive }) => incentive.id === id);
  if (!found) throw new Error(`no result for ${id}`);
  return found;
};
/** [low, high] of an outcome in 万元 */
export const range = ({ outcome }: Result): (number | undefined)[] => {
  if (outcome.state !== 'amount') throw new Error(`${outcome.state}, not an amount`);
  const { low, high } = outcome.range;
  return [low, high].map((money) => (money === undefined ? undefined : inWan(money)));
};
export const ceiling = ({ ceiling: money }: DocumentEstimate): number | undefined => (money === undefined ? undefined : inWan(money));
