import type { IncentiveEntry } from '#lib/schema/pack';
import type { SupportInput } from '#lib/schema/support';
import type { Problem } from '../problem';
import type { Pack } from './read-pack';

type When = IncentiveEntry['when'];

/** Units of money that the estimator can count in; see src/lib/features/support/money.ts. */
const MONEY = new Set(['wan-yuan', 'yi-yuan']);

/** What the estimator asks (support.yaml) and what incentives ask of it must fit together. */
export function checkSupport(pack: Pack): Problem[] {
  const problems: Problem[] = [];
  const { file, data, lineOf } = pack.support;
  const inputs = new Map<string, SupportInput>();
  const used = new Set<string>();
  data.inputs.forEach((input, i) => {
    if (inputs.has(input.id)) problems.push({ file, line: lineOf(['inputs', i]), rule: `the input id "${input.id}" is used twice` });
    inputs.set(input.id, input);
  });

  const homes = new Map(pack.documents.flatMap(({ document, incentives }) => incentives.data.map(({ id }) => [id, document.data])));
  for (const { document, incentives: source } of pack.documents) {
    const complain = (path: PropertyKey[], rule: string) => problems.push({ file: source.file, line: source.lineOf(path), path: path.join('.'), rule });
    const ask = (id: string | undefined, kind: SupportInput['kind'] | undefined, path: PropertyKey[]): SupportInput | undefined => {
      if (id === undefined) return undefined;
      used.add(id);
      const input = inputs.get(id);
      if (!input) complain(path, `support.yaml has no input "${id}"`);
      else if (kind && input.kind !== kind) complain(path, `the input "${id}" is a ${input.kind}; a ${kind} is needed here`);
      return input;
    };
    const choose = (when: When, path: PropertyKey[]) => {
      for (const [id, options] of Object.entries(when ?? {})) {
        const input = ask(id, 'choice', [...path, id]);
        if (input?.kind !== 'choice') continue;
        for (const option of options)
          if (!input.options.some((one) => one.id === option)) complain([...path, id], `the input "${id}" has no option "${option}"`);
      }
    };
    const { kind, standing, issued } = document.data;
    if (source.data.length > 0 && kind === 'outside' && !(standing && issued))
      complain([], 'an outside source with incentives needs a standing and the day of issue in its document.yaml');
    source.data.forEach((incentive, i) => {
      const { annualCap, threshold, tiers, follows } = incentive;
      if (follows && (homes.get(follows)?.issued ?? '9999') >= (issued ?? '')) complain([i, 'follows'], `"${follows}" is of no earlier document`);
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
      if (incentive.kind === 'fund') complain([i], 'capital for a fund is no subsidy to a project: the estimator asks nothing for it');
      for (const sum of [annualCap, threshold, ...tiers.flatMap(({ cap, amount }) => [cap, amount])])
        if (sum && !MONEY.has(sum.unit)) complain([i], `the estimator counts in ${[...MONEY].join(' and ')}, not in "${sum.unit}"`);
    });
    source.data.forEach((incentive, i) => checkReadings(incentive, (path, rule) => complain([i, ...path], rule)));
    source.data.forEach((incentive, i) => {
      const { exclusive, baseInput, countInput } = incentive;
      const first = exclusive === undefined ? undefined : source.data.find((one) => one.exclusive === exclusive);
      // otherwise one is multiplied with the number of products and the other is not, and the wrong one looks better
      if (first && (first.baseInput !== baseInput || first.countInput !== countInput))
        complain([i, 'exclusive'], `"${incentive.id}" and "${first.id}" exclude each other: they must be worked out from the same baseInput and countInput`);
    });
  }

  data.inputs.forEach(({ id }, i) => {
    if (!used.has(id)) problems.push({ file, line: lineOf(['inputs', i]), path: `inputs.${i}`, rule: `no incentive asks for the input "${id}"` });
  });
  data.examples.forEach(({ answers }, i) => {
    for (const [id, answer] of Object.entries(answers)) {
      const path = ['examples', i, 'answers', id];
      const input = inputs.get(id);
      const fits = input?.kind === 'choice' ? input.options.some((option) => option.id === answer) : typeof answer === 'number';
      if (!input || !fits) problems.push({ file, line: lineOf(path), path: path.join('.'), rule: `"${answer}" is no answer to the input "${id}"` });
    }
  });
  return problems;
}

/** A second reading rests on a note that is shown with the incentive, and on a rule that it can change. */
function checkReadings(
  { notes, exclusive, tiers, tiersAdd, readings, countInput }: IncentiveEntry,
  complain: (path: PropertyKey[], rule: string) => void
): void {
  const told = (note: string | undefined, own: readonly string[], path: PropertyKey[]) => {
    if (note !== undefined && !own.includes(note)) complain(path, `the note "${note}" is not among the notes that are shown here`);
  };
  told(readings?.tiersAdd, notes, ['readings', 'tiersAdd']);
  told(readings?.both, notes, ['readings', 'both']);
  if (readings?.tiersAdd !== undefined && (tiersAdd || tiers.length < 2))
    complain(['readings', 'tiersAdd'], 'a second reading needs several tiers that are not added');
  if (readings?.both !== undefined && exclusive === undefined) complain(['readings', 'both'], 'a second reading needs incentives that share “exclusive”');
  tiers.forEach((tier, j) => {
    told(tier.capOnce, [...tier.notes, ...notes], ['tiers', j, 'capOnce']);
    if (tier.capOnce !== undefined && (tier.cap === undefined || (tier.countInput ?? countInput) === undefined))
      complain(['tiers', j, 'capOnce'], 'a second reading of a cap needs a cap, and an input that counts');
  });
}
