/**
 * The step (document id) that an address asks for: ?step=, or the fragment #step-… of the page without JavaScript.
 * Total: anything unknown is no step.
 * @param renamed ids of earlier data versions
 */
export function parseStep(
  url: Pick<URL, 'searchParams' | 'hash'>,
  known: readonly string[],
  renamed: readonly Readonly<{ from: string; to: string }>[] = []
): string | undefined {
  const fragment = /^#step-([a-z0-9-]+)$/.exec(url.hash)?.[1];
  const asked = url.searchParams.get('step') ?? fragment;
  const current = renamed.find(({ from }) => from === asked)?.to ?? asked;
  return known.find((id) => id === current);
}

/** Search parameters for a step, the others kept; the default step is left out. */
export function formatStep(params: URLSearchParams, step: string, home: string): URLSearchParams {
  const next = new URLSearchParams(params);
  if (step === home) next.delete('step');
  else next.set('step', step);
  return next;
}
