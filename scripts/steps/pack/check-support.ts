import type { IncentiveEntry } from '#lib/schema/pack';
import type { SupportInput } from '#lib/schema/support';
import type { Problem, Said } from '../problem';
import { problemAt } from './problems-of';
import type { Pack } from './read-pack';
import { SUPPORT } from './words/support';

type When = IncentiveEntry['when'];

/** Units of money that the estimator can count in; see src/lib/features/support/money.ts. */
const MONEY = new Set(['wan-yuan', 'yi-yuan']);

/** What the estimator asks (support.yaml) and what incentives ask of it must fit together. */
export function checkSupport(pack: Pack): Problem[] {
  const problems: Problem[] = [];
  const { data } = pack.support;
  const own = (path: PropertyKey[], rule: Said) => problems.push(problemAt(pack.support, path, rule));
  const inputs = new Map<string, SupportInput>();
  const used = new Set<string>();
  data.inputs.forEach((input, i) => {
    if (inputs.has(input.id)) own(['inputs', i], SUPPORT.inputTwice(input.id));
    inputs.set(input.id, input);
  });

  const homes = new Map(pack.documents.flatMap(({ document, incentives }) => incentives.data.map(({ id }) => [id, document.data])));
  for (const { document, incentives: source } of pack.documents) {
    const complain = (path: PropertyKey[], rule: Said) => problems.push(problemAt(source, path, rule));
    const ask = (id: string | undefined, kind: SupportInput['kind'] | undefined, path: PropertyKey[]): SupportInput | undefined => {
      if (id === undefined) return undefined;
      used.add(id);
      const input = inputs.get(id);
      if (!input) complain(path, SUPPORT.noInput(id));
      else if (kind && input.kind !== kind) complain(path, SUPPORT.otherKind(id, input.kind, kind));
      return input;
    };
    const choose = (when: When, path: PropertyKey[]) => {
      for (const [id, options] of Object.entries(when ?? {})) {
        const input = ask(id, 'choice', [...path, id]);
        if (input?.kind !== 'choice') continue;
        const known = input.options.map((one) => one.id);
        for (const option of options) if (!known.includes(option)) complain([...path, id], SUPPORT.noOption(id, option, known));
      }
    };
    const { kind, standing, issued } = document.data;
    if (source.data.length > 0 && kind === 'outside' && !(standing && issued)) complain([], SUPPORT.outside());
    source.data.forEach((incentive, i) => {
      const { annualCap, threshold, tiers, follows } = incentive;
      if (follows && (homes.get(follows)?.issued ?? '9999') >= (issued ?? '')) complain([i, 'follows'], SUPPORT.notEarlier(follows));
      choose(incentive.when, [i, 'when']);
      ask(incentive.baseInput, 'money', [i, 'baseInput']);
      ask(incentive.countInput, 'count', [i, 'countInput']);
      incentive.conditions.forEach(({ by }, j) => by?.forEach((id, k) => ask(id, undefined, [i, 'conditions', j, 'by', k])));
      tiers.forEach((tier, j) => {
        choose(tier.when, [i, 'tiers', j, 'when']);
        ask(tier.countInput, 'count', [i, 'tiers', j, 'countInput']);
      });
      const estimated = incentive.baseInput ?? incentive.countInput ?? incentive.when ?? tiers.find((tier) => tier.when ?? tier.countInput);
      if (!estimated) return;
      if (incentive.kind === 'fund') complain([i], SUPPORT.fund());
      for (const sum of [annualCap, threshold, ...tiers.flatMap(({ cap, amount }) => [cap, amount])])
        if (sum && !MONEY.has(sum.unit)) complain([i], SUPPORT.money([...MONEY], sum.unit));
    });
    source.data.forEach((incentive, i) => checkReadings(incentive, (path, rule) => complain([i, ...path], rule)));
    source.data.forEach((incentive, i) => {
      const { exclusive, baseInput, countInput } = incentive;
      const first = exclusive === undefined ? undefined : source.data.find((one) => one.exclusive === exclusive);
      // otherwise one is multiplied with the number of products and the other is not, and the wrong one looks better
      if (first && (first.baseInput !== baseInput || first.countInput !== countInput)) complain([i, 'exclusive'], SUPPORT.exclusive(incentive.id, first.id));
    });
  }

  data.inputs.forEach(({ id }, i) => {
    if (!used.has(id)) own(['inputs', i], SUPPORT.idle(id));
  });
  data.examples.forEach(({ answers }, i) => {
    for (const [id, answer] of Object.entries(answers)) {
      const input = inputs.get(id);
      const fits = input?.kind === 'choice' ? input.options.some((option) => option.id === answer) : typeof answer === 'number';
      if (!input || !fits) own(['examples', i, 'answers', id], SUPPORT.noAnswer(String(answer), id));
    }
  });
  return problems;
}

/** A second reading rests on a note that is shown with the incentive, and on a rule that it can change. */
function checkReadings({ notes, exclusive, tiers, tiersAdd, readings, countInput }: IncentiveEntry, complain: (path: PropertyKey[], rule: Said) => void): void {
  const told = (note: string | undefined, own: readonly string[], path: PropertyKey[]) => {
    if (note !== undefined && !own.includes(note)) complain(path, SUPPORT.untold(note));
  };
  told(readings?.tiersAdd, notes, ['readings', 'tiersAdd']);
  told(readings?.both, notes, ['readings', 'both']);
  if (readings?.tiersAdd !== undefined && (tiersAdd || tiers.length < 2)) complain(['readings', 'tiersAdd'], SUPPORT.tiersAdd());
  if (readings?.both !== undefined && exclusive === undefined) complain(['readings', 'both'], SUPPORT.both());
  tiers.forEach((tier, j) => {
    told(tier.capOnce, [...tier.notes, ...notes], ['tiers', j, 'capOnce']);
    if (tier.capOnce !== undefined && (tier.cap === undefined || (tier.countInput ?? countInput) === undefined))
      complain(['tiers', j, 'capOnce'], SUPPORT.capOnce());
  });
}
