import { z } from 'zod';
import { Day, Text } from './common';

/* What a pack says on the word of pages outside its documents: who published them, where, when they were read, what they prove. */

export const OutsidePage = z.strictObject({
  title: Text,
  publisher: Text,
  published: Day.optional(),
  url: z.url({ protocol: /^https?$/, error: 'an address begins with http:// or https://' }),
  /** day on which it was read: pages change */
  read: Day,
  /** what it states of the fact that rests on it, and no more */
  states: Text
});
export type OutsidePage = z.infer<typeof OutsidePage>;

/** A document that is not in the pack but must be known of beside one that is. */
export const LaterDocument = z.strictObject({
  title: Text,
  number: z.string().optional(),
  issuer: Text,
  issued: Day.optional(),
  /** what it means for the document that it follows */
  means: Text,
  /** what is known of its being in force, and what is not */
  standing: Text,
  sources: z.array(OutsidePage).min(1)
});
export type LaterDocument = z.infer<typeof LaterDocument>;
