import type { TargetsView } from './rows';
import { COMMITMENTS, DEFAULT_VIEW, SCOPE_LEVELS, SORT_KEYS, TARGET_STATES } from './rows';

/** A part of an address that could not be read; the reader is told and the rest is kept. */
type Problem = Readonly<{ parameter: string; value: string }>;

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
  const problems: Problem[] = [];
  const one = <T>(parameter: string, accept: (value: string) => T | undefined): T | undefined => {
    const value = params.get(parameter);
    if (value === null || value === '') return undefined;
    const accepted = accept(value);
    if (accepted === undefined) problems.push({ parameter, value: value.slice(0, 60) });
    return accepted;
  };
  const among = (ids: ReadonlySet<string>) => (value: string) => (ids.has(value) ? value : undefined);
  const oneOf =
    <T extends string>(list: readonly T[]) =>
    (value: string) =>
      list.find((entry) => entry === value);
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
  const order = one('sort', (value) => {
    const sort = oneOf(SORT_KEYS)(value.replace(/^-/, ''));
    return sort && { sort, descending: value.startsWith('-') };
  });
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
