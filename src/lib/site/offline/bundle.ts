/*
 * What a browser must keep of a build to show the site with the network off, in one file. Pages repeat each other (outlines, texts, both
 * languages), so long quoted strings are written once and named by number: a third of the bytes, on hosts that compress and on those that don't.
 */

/** One build's offline copy. Paths are below the site's root, without a slash before them. */
export type OfflinePack = Readonly<{
  /** files that never change under their name, to be fetched one by one: a later build keeps those that stay */
  files: readonly string[];
  /** HTTP headers of pages, by path: a page out of the copy must be as safe as one from the host */
  headers: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** pieces of text, and the texts as lists of them */
  pieces: readonly string[];
  texts: Readonly<Record<string, readonly number[]>>;
}>;

const LONG_STRING = /("(?:[^"\\\n]|\\.){24,}")/;

/** Write each text as a list of shared pieces. */
export function sharePieces(texts: ReadonlyMap<string, string>): Pick<OfflinePack, 'pieces' | 'texts'> {
  const numbers = new Map<string, number>();
  const number = (piece: string): number => {
    const known = numbers.get(piece) ?? numbers.size;
    numbers.set(piece, known);
    return known;
  };
  const lists = [...texts].map(([path, text]) => [path, text.split(LONG_STRING).filter(Boolean).map(number)] as const);
  return { pieces: [...numbers.keys()], texts: Object.fromEntries(lists) };
}

/** A text of the pack, joined again. @returns undefined if the pack has no such path */
export const textOf = ({ pieces, texts }: Pick<OfflinePack, 'pieces' | 'texts'>, path: string): string | undefined =>
  texts[path]?.map((number) => pieces[number] ?? '').join('');

/** The address path that serves a file of the build: index.html stands for its folder. @param base the site's root, without a slash at the end */
export const servedAt = (base: string, file: string): string => `${base}/${file.replace(/(^|\/)index\.html$/, '$1')}`;
