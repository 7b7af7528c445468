import type { DocumentStatus } from '#lib/schema/atlas';
import { statusOn } from '#lib/atlas/status';

const USED: ReadonlySet<DocumentStatus> = new Set(['in-force', 'period-ended', 'horizon-past']);

type Layouts = Readonly<{
  layouts: readonly Readonly<{ id: string; document: string }>[];
  documents: readonly (Parameters<typeof statusOn>[0] & Readonly<{ id: string }>)[];
}>;

/** Layouts looked in unless the reader chooses: of documents in force on the day, or whose period has ended; no drafts, nothing expired. */
export function usualLayouts({ layouts, documents }: Layouts, day: string): string[] {
  const used = new Set(documents.filter((document) => USED.has(statusOn(document, day))).map(({ id }) => id));
  return layouts.filter(({ document }) => used.has(document)).map(({ id }) => id);
}
