import { z } from 'zod';
import { CallEntry } from '#lib/schema/calls';
import * as pack from '#lib/schema/pack';
import { PublishedFile } from '#lib/schema/published';
import { RegisterFile } from '#lib/schema/register';
import { SupportFile } from '#lib/schema/support';
import { TermsFile } from '#lib/schema/term-base';

/** A pack's YAML files by the name that their schema goes by: documents/<id>/zones.yaml is held against zones.schema.json. */
export const AUTHORED: Readonly<Record<string, z.ZodType>> = {
  pack: pack.PackInfo,
  sectors: z.array(pack.SectorEntry),
  capabilities: z.array(pack.CapabilityEntry),
  units: z.array(pack.UnitEntry),
  agencies: z.array(pack.AgencyEntry),
  'unit-groups': z.array(pack.UnitGroupEntry),
  stories: z.array(pack.StoryEntry),
  glossary: z.array(pack.GlossaryEntry),
  support: SupportFile,
  terms: TermsFile,
  documents: RegisterFile,
  published: PublishedFile,
  calls: z.array(CallEntry),
  document: pack.DocumentFile,
  zones: pack.ZonesFile,
  targets: z.array(pack.TargetEntry),
  incentives: z.array(pack.IncentiveEntry),
  notes: z.array(pack.NoteEntry)
};

/** The rows of a pack's tables, by file name. */
export const TABLES: Readonly<Record<string, z.ZodType>> = { places: pack.PlaceRow, mentions: pack.MentionRow, sectors: pack.SectorRow };
