/** A part of an address that could not be read; the reader is told and the rest is kept. */
export type Problem = Readonly<{ parameter: string; value: string }>;

/** Takes a value, as it is meant, or undefined where it cannot be used. */
type Accept<T> = (value: string) => T | undefined;

/** Reads one choice after the other from search parameters. Total: what cannot be used is left out and listed, shortened, in `problems`. */
export function readChoices(params: URLSearchParams): { one: <T>(parameter: string, accept: Accept<T>) => T | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const one = <T>(parameter: string, accept: Accept<T>): T | undefined => {
    const value = params.get(parameter);
    if (value === null || value === '') return undefined;
    const accepted = accept(value);
    if (accepted === undefined) problems.push({ parameter, value: value.slice(0, 60) });
    return accepted;
  };
  return { one, problems };
}

/** An id that the facts have. */
export const among =
  (ids: ReadonlySet<string>): Accept<string> =>
  (value) =>
    ids.has(value) ? value : undefined;

/** A word of a closed list. */
export const oneOf =
  <T extends string>(list: readonly T[]): Accept<T> =>
  (value) =>
    list.find((entry) => entry === value);

/** What a table is ordered by; with a minus, from the end. */
export const orderBy =
  <T extends string>(keys: readonly T[]): Accept<{ sort: T; descending: boolean }> =>
  (value) => {
    const sort = oneOf(keys)(value.replace(/^-/, ''));
    return sort && { sort, descending: value.startsWith('-') };
  };
