/** A part of an address that could not be read; the reader is told. */
type Problem = Readonly<{ parameter: string; value: string }>;

/**
 * The step (document id) that an address asks for: ?step=, or the fragment #step-… of the page without JavaScript.
 * Total: anything unknown is no step, and in ?step= a problem.
 * @param renamed ids of earlier data versions
 */
export function parseStep(
  url: Pick<URL, 'searchParams' | 'hash'>,
  known: readonly string[],
  renamed: readonly Readonly<{ from: string; to: string }>[] = []
): { step: string | undefined; problems: Problem[] } {
  const fragment = /^#step-([a-z0-9-]+)$/.exec(url.hash)?.[1];
  const written = url.searchParams.get('step');
  const asked = written ?? fragment;
  const current = renamed.find(({ from }) => from === asked)?.to ?? asked;
  const step = known.find((id) => id === current);
  return { step, problems: written && step === undefined ? [{ parameter: 'step', value: written.slice(0, 60) }] : [] };
}

/** Search parameters for a step, the others kept; the default step is left out. */
export function formatStep(params: URLSearchParams, step: string, home: string): URLSearchParams {
  const next = new URLSearchParams(params);
  if (step === home) next.delete('step');
  else next.set('step', step);
  return next;
}
