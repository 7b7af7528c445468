/** A part of an address that could not be read; the reader is told. */
type Problem = Readonly<{ parameter: string; value: string }>;

/** Step of a story that an address asks for, 1 … count; none, and a problem, for anything that is not one. Total. */
export function parseStep(text: string | null, count: number): { step: number | undefined; problems: Problem[] } {
  if (text === null || text === '') return { step: undefined, problems: [] };
  const step = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : undefined;
  return step !== undefined && step <= count ? { step, problems: [] } : { step: undefined, problems: [{ parameter: 'step', value: text.slice(0, 60) }] };
}

/** Search parameters that show a step, the others kept; without a step the reading page. */
export function withStep(params: URLSearchParams, step: number | undefined): URLSearchParams {
  const next = new URLSearchParams(params);
  if (step === undefined) next.delete('step');
  else next.set('step', String(step));
  return next;
}
