import { z } from 'zod';
import { CallEntry } from '#lib/schema/calls';
import {
  AgencyEntry,
  CapabilityEntry,
  DocumentFile,
  GlossaryEntry,
  IncentiveEntry,
  MentionRow,
  NoteEntry,
  PackInfo,
  PlaceRow,
  SectorEntry,
  SectorRow,
  StoryEntry,
  TargetEntry,
  UnitEntry,
  UnitGroupEntry,
  ZonesFile
} from '#lib/schema/pack';
import { PublishedFile } from '#lib/schema/published';
import { RegisterFile } from '#lib/schema/register';
import { SupportFile } from '#lib/schema/support';
import { TermsFile } from '#lib/schema/term-base';

/** A file of a pack: where it stands, and what it is held against. */
export type PackFile = Readonly<{
  name: string;
  /** in the pack's folder, in that of each document, or in both */
  where: 'pack' | 'document' | 'both';
  /** of a YAML file its content, of a table one row */
  schema: z.ZodType;
  /** says something by being there, even empty */
  telling?: true;
}>;

/** The files of a pack in the order in which an author meets them; source.txt, which has no fields, and boundaries/ are not among them. */
export const PACK_FILES: readonly PackFile[] = [
  { name: 'pack.yaml', where: 'pack', schema: PackInfo },
  { name: 'document.yaml', where: 'document', schema: DocumentFile },
  { name: 'zones.yaml', where: 'document', schema: ZonesFile },
  { name: 'targets.yaml', where: 'document', schema: z.array(TargetEntry) },
  { name: 'places.csv', where: 'both', schema: PlaceRow },
  { name: 'mentions.csv', where: 'document', schema: MentionRow },
  { name: 'sectors.yaml', where: 'pack', schema: z.array(SectorEntry) },
  { name: 'sectors.csv', where: 'document', schema: SectorRow, telling: true },
  { name: 'capabilities.yaml', where: 'pack', schema: z.array(CapabilityEntry) },
  { name: 'units.yaml', where: 'pack', schema: z.array(UnitEntry) },
  { name: 'agencies.yaml', where: 'pack', schema: z.array(AgencyEntry) },
  { name: 'unit-groups.yaml', where: 'pack', schema: z.array(UnitGroupEntry) },
  { name: 'incentives.yaml', where: 'document', schema: z.array(IncentiveEntry) },
  { name: 'notes.yaml', where: 'document', schema: z.array(NoteEntry) },
  { name: 'support.yaml', where: 'pack', schema: SupportFile },
  { name: 'stories.yaml', where: 'pack', schema: z.array(StoryEntry) },
  { name: 'glossary.yaml', where: 'pack', schema: z.array(GlossaryEntry) },
  { name: 'terms.yaml', where: 'pack', schema: TermsFile },
  { name: 'documents.yaml', where: 'pack', schema: RegisterFile },
  { name: 'calls.yaml', where: 'pack', schema: z.array(CallEntry) },
  { name: 'published.yaml', where: 'pack', schema: PublishedFile, telling: true }
];

/** Name of a file in keys: `zones` for zones.yaml, `places.csv`. */
export const baseOf = ({ name }: PackFile): string => name.replace(/\.yaml$/, '');
