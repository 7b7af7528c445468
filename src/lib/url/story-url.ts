/** Step of a story that an address asks for, 1 … count; undefined for none and for anything that is not one. Never throws. */
export function parseStep(text: string | null, count: number): number | undefined {
  if (text === null || !/^[1-9]\d{0,2}$/.test(text)) return undefined;
  const step = Number(text);
  return step <= count ? step : undefined;
}

/** Search parameters that show a step, the others kept; without a step the reading page. */
export function withStep(params: URLSearchParams, step: number | undefined): URLSearchParams {
  const next = new URLSearchParams(params);
  if (step === undefined) next.delete('step');
  else next.set('step', String(step));
  return next;
}
