import { z } from 'zod';
import { Adcode, Day, Id, Text, WebAddress } from './common';
import { OutsidePage } from './outside';

/* documents.yaml: which documents are known of, held in the pack or not, and how they hang together. */

/** What one document is to another; “follows” = later on the same subject, which ends nothing by itself. */
export const RELATION_KINDS = ['cites', 'implements', 'follows', 'repeals', 'rests-on', 'issued-version-of'] as const;
export const RelationKind = z.enum(RELATION_KINDS);
export type RelationKind = z.infer<typeof RelationKind>;

export const Relation = z.strictObject({
  kind: RelationKind,
  to: Id,
  /** false: written down because a reader would otherwise take it for true, or for ruled out */
  proved: z.boolean().default(true),
  /** what it is read from */
  source: Text,
  /** follows, issued-version-of: what that means for the facts of the earlier document */
  means: Text.optional()
});
export type Relation = z.infer<typeof Relation>;

/** Where its publisher, or an established one, shows it; `phrase` is a text fragment to open it at. */
export const PublishedAt = z.strictObject({
  url: WebAddress,
  publisher: Text,
  /** the page is a list or an explanation rather than the text */
  what: Text.optional(),
  phrase: z.string().trim().min(2).optional()
});
export type PublishedAt = z.infer<typeof PublishedAt>;

export const DOCUMENT_LEVELS = ['state', 'province', 'city', 'district'] as const;

/** A document with a folder documents/<id>/ is held: title, issuer, number and dates are those of its document.yaml, and are not repeated here. */
export const RegisterEntry = z.strictObject({
  id: Id,
  /** the subject line that it is shown on */
  line: Id,
  level: z.enum(DOCUMENT_LEVELS),
  /** district or county that a document of that level is of */
  adcode: Adcode.optional(),
  title: Text.optional(),
  /** a name for a line of text */
  short: Text.optional(),
  issuer: Text.optional(),
  number: z.string().trim().min(1).optional(),
  issued: Day.optional(),
  published: Day.optional(),
  inForce: Day.optional(),
  expires: Day.optional(),
  /** what is known of its date where no day is */
  dateNote: Text.optional(),
  /** what is proved of its standing, and what is not */
  standing: Text.optional(),
  page: PublishedAt.optional(),
  /** pages that prove it, or that it was seen in copies that are not linked */
  sources: z.array(OutsidePage).default([]),
  seen: z.strictObject({ text: Text, read: Day }).optional(),
  relations: z.array(Relation).default([])
});
export type RegisterEntry = z.infer<typeof RegisterEntry>;

export const RegisterFile = z.strictObject({ lines: z.array(z.strictObject({ id: Id, name: Text })), documents: z.array(RegisterEntry) });
export type RegisterFile = z.infer<typeof RegisterFile>;

/** register.json: the register with the held documents' own titles, numbers and dates. */
export const Register = z.object({
  lines: z.array(z.object({ id: Id, name: Text })),
  documents: z.array(
    z.object({
      ...RegisterEntry.shape,
      title: Text,
      /** it has a folder in the pack, and a page */
      held: z.boolean(),
      sources: z.array(OutsidePage),
      relations: z.array(Relation)
    })
  )
});
export type Register = z.infer<typeof Register>;
export type Registered = Register['documents'][number];
