/** As many zones as fit side by side. */
export const MOST_ZONES = 4;

/**
 * The zones that an address asks to compare: ?zones=a,b[,c,d]. Total: unknown ids and those beyond the fourth are left out and listed.
 * @param renamed ids of earlier data versions, which are followed
 */
export function parseZones(
  params: URLSearchParams,
  known: ReadonlySet<string>,
  renamed: readonly Readonly<{ from: string; to: string }>[] = []
): { zones: string[]; refused: string[] } {
  const asked = (params.get('zones') ?? '').split(',').map((part) => part.trim());
  const current = [...new Set(asked.filter(Boolean).map((id) => renamed.find(({ from }) => from === id)?.to ?? id))];
  const good = current.filter((id) => known.has(id));
  return { zones: good.slice(0, MOST_ZONES), refused: [...current.filter((id) => !known.has(id)).map((id) => id.slice(0, 60)), ...good.slice(MOST_ZONES)] };
}

/** Query for these zones with the other parameters kept, e.g. "?zones=a,b"; empty for none. */
export function formatZones(params: URLSearchParams, zones: readonly string[]): string {
  const rest = new URLSearchParams(params);
  rest.delete('zones');
  // commas are left as they are: the address stays readable
  return [zones.length > 0 ? `zones=${zones.map(encodeURIComponent).join(',')}` : '', rest.toString()]
    .filter(Boolean)
    .join('&')
    .replace(/^(?=.)/, '?');
}
