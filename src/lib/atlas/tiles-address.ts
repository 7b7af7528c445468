/** Where a layer of very many points comes from: one file read in ranges, or a server of vector tiles (MVT). */
export type TilesAddress = Readonly<{ kind: 'archive' | 'server'; url: string }>;

const LONGEST = 300;

/**
 * Read the address of a tiled layer: a path that ends in `.pmtiles`, or one that holds {z}, {x} and {y}.
 * Total: undefined for anything else.
 * @param anywhere also allow another https host, as whoever builds the site may name one; readers' links may not
 */
export function parseTilesAddress(text: string, { anywhere = false } = {}): TilesAddress | undefined {
  const isPath = /^\/(?![/\\])/.test(text);
  const isHost = anywhere && /^https:\/\/[a-z0-9.-]+(:\d+)?\//i.test(text);
  if (text.length > LONGEST || !(isPath || isHost)) return undefined;
  // nothing that a browser would read as something else than it looks
  if (/[\s\p{Cc}\\<>"'`#?]|(^|\/)\.\.?(\/|$)|%(?![0-9a-fA-F]{2})/u.test(text)) return undefined;
  if (['{z}', '{x}', '{y}'].every((part) => text.split(part).length === 2)) return { kind: 'server', url: text };
  return /^[^{}]+\.pmtiles$/.test(text) ? { kind: 'archive', url: text } : undefined;
}
