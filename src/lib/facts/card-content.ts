import type { Note } from '#lib/schema/atlas';
import type { Source } from '#lib/design/page/footnotes.svelte';

/** How a mark's card was opened: pointing and focus (by their selectors) only show it; a tap or key keeps it open. */
export type Opening = ':hover' | ':focus-visible' | 'tap' | 'key';

/** A fact by its stable id, in the reader's words for citation and report; and how it was read, where its words do not tell. */
export type NamedFact = Readonly<{ id: string; title: string; remark?: string | undefined }>;

/** What a mark's card tells. */
export type CardContent =
  | Readonly<{
      kind: 'sources';
      sources: readonly Source[];
      /** what the document prints for the fact, for a source */
      words: (source: Source) => string | undefined;
      fact: NamedFact | undefined;
      day: string;
      /** of the data */
      version: string;
    }>
  | Readonly<{ kind: 'notes'; notes: readonly Note[] }>;

/** A mark's card: what it tells, its name, and the contexts of the part that it stands in. */
export type Card = Readonly<{ label: string; content: CardContent; contexts: Map<unknown, unknown> }>;
