import { among, oneOf, orderBy, readChoices } from '#lib/design/page/read-choices';
import type { Problem } from '#lib/design/page/read-choices';
import type { TargetsView } from './rows';
import { COMMITMENTS, DEFAULT_VIEW, SCOPE_LEVELS, SORT_KEYS, TARGET_STATES } from './rows';

/** What can be asked for: taken from the facts. */
export type KnownTargets = Readonly<{
  documents: ReadonlySet<string>;
  units: ReadonlySet<string>;
  families: ReadonlySet<string>;
  years: ReadonlySet<number>;
  renamed: readonly Readonly<{ from: string; to: string }>[];
}>;

/** Longest search that is read, in characters. */
export const LONGEST_QUERY = 100;

/** Read filters and order from search parameters. Total: what cannot be used is left out and listed. */
export function parseTargets(params: URLSearchParams, known: KnownTargets): { view: TargetsView; problems: Problem[] } {
  const { one, problems } = readChoices(params);
  const renamed = new Map(known.renamed.map(({ from, to }) => [from, to]));

  const words = [...(params.get('q') ?? '')];
  if (words.length > LONGEST_QUERY) problems.push({ parameter: 'q', value: words.slice(0, 60).join('') });
  const doc = one('doc', (value) => among(known.documents)(renamed.get(value) ?? value));
  const level = one('level', oneOf(SCOPE_LEVELS));
  const unit = one('unit', among(known.units));
  const family = one('family', among(known.families));
  const year = one('year', (value) => (value === 'none' ? value : /^\d{4}$/.test(value) && known.years.has(Number(value)) ? Number(value) : undefined));
  // links made while a plain goal was called binding
  const commitment = one('commitment', (value) => oneOf(COMMITMENTS)(value === 'binding' ? 'stated' : value));
  const due = one('due', oneOf(TARGET_STATES));
  const order = one('sort', orderBy(SORT_KEYS));
  return {
    view: {
      ...DEFAULT_VIEW,
      q: words.slice(0, LONGEST_QUERY).join(''),
      ...(doc === undefined ? {} : { doc }),
      ...(level === undefined ? {} : { level }),
      ...(unit === undefined ? {} : { unit }),
      ...(family === undefined ? {} : { family }),
      ...(year === undefined ? {} : { year }),
      ...(commitment === undefined ? {} : { commitment }),
      ...(due === undefined ? {} : { due }),
      ...order
    },
    problems
  };
}

/** Write filters and order as search parameters; defaults are left out, the order is fixed. */
export function formatTargets(view: TargetsView): URLSearchParams {
  const params = new URLSearchParams();
  if (view.q) params.set('q', view.q);
  for (const key of ['doc', 'level', 'unit', 'family', 'year', 'commitment', 'due'] as const) {
    const value = view[key];
    if (value !== undefined) params.set(key, String(value));
  }
  if (view.sort !== DEFAULT_VIEW.sort || view.descending) params.set('sort', `${view.descending ? '-' : ''}${view.sort}`);
  return params;
}
