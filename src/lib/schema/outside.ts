import { z } from 'zod';
import { Day, Id, Text, WebAddress } from './common';

/* What a pack says on the word of pages outside its documents: who published them, where, when they were read, what they prove. */

export const OutsidePage = z.strictObject({
  title: Text,
  publisher: Text,
  published: Day.optional(),
  url: WebAddress,
  /** day on which it was read: pages change */
  read: Day,
  /** what it states of the fact that rests on it, and no more */
  states: Text
});
export type OutsidePage = z.infer<typeof OutsidePage>;

/** A later document on the same subject, or the issued version of a draft, as the register knows it. */
export const LaterDocument = z.strictObject({
  /** its entry in the register; where the pack holds it, its page, too */
  id: Id,
  held: z.boolean(),
  title: Text,
  number: z.string().optional(),
  issuer: Text.optional(),
  issued: Day.optional(),
  /** what it means for the document that it follows */
  means: Text,
  /** what is known of its being in force, and what is not */
  standing: Text,
  sources: z.array(OutsidePage),
  /** seen in copies that are not linked */
  seen: z.strictObject({ text: Text, read: Day }).optional()
});
export type LaterDocument = z.infer<typeof LaterDocument>;
