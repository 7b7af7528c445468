import type { ZoneRef } from '#lib/atlas/related-zones';
import type { Citation, Text } from '#lib/schema/common';

/** One statement that a zone, or some of its units, has a sector; as pages carry it. */
export type SectorNaming = Readonly<{
  zone: ZoneRef;
  document: string;
  /** the sector in the document's words */
  as?: string | undefined;
  citations: readonly Citation[];
  notes: readonly string[];
  narrowed: boolean;
  /** an outside source says so, not the document */
  outside: boolean;
  openEnded: boolean;
  /** name of the list of units that is meant as a whole */
  group?: Text | undefined;
  units: readonly string[];
}>;
