/** Longest line on a project that a pitch takes, in characters. */
const LONGEST = 200;

/**
 * Path of a pitch of some zones for a project, as other pages begin one: ids, and nothing that a maker writes (features/pitch/address.ts
 * reads it). It is all in the fragment, which browsers keep to themselves.
 * @param project one line
 * @param wishes what else is asked for: ids of capabilities, kinds of places to be near
 */
export function pitchPath(zones: readonly string[], project = '', sectors: readonly string[] = [], wishes: readonly string[] = []): string {
  const line = [...project].slice(0, LONGEST).join('');
  const parts = [
    ['z', zones.join(',')],
    ['p', encodeURIComponent(line)],
    ['s', sectors.slice(0, 6).join(',')],
    ['w', wishes.slice(0, 10).join(',')]
  ] as const;
  return `/pitch/#${parts.flatMap(([key, value]) => (value ? [`${key}=${value}`] : [])).join('&')}`;
}
