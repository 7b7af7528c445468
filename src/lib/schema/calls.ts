import { z } from 'zod';
import { Adcode, Day, Id, Text, WebAddress, Year } from './common';

/* Yearly calls for applications: calls.yaml of a pack, published as data/v1/calls.json. */

/** Days between which something falls; an end that was not seen is absent. */
const Span = z.strictObject({ from: Day.optional(), to: Day.optional() });

/** A call as calls.yaml writes it; its title, issuer, date and address are those of its entry in the register. */
export const CallEntry = z.strictObject({
  id: Id,
  /** its entry in documents.yaml */
  document: Id,
  year: Year,
  /** what may be applied for, as far as it was seen */
  covers: Text,
  /** when what is applied for must have happened */
  events: Span.optional(),
  /** when applications were taken; absent where the call does not show it, which says nothing of a later year */
  apply: Span.optional(),
  /** where applications are made, as the call itself names it */
  portal: z.strictObject({ name: Text, url: WebAddress }).optional()
});
export type CallEntry = z.infer<typeof CallEntry>;

/** A call with what the register knows of it. */
export const Call = z.object({
  ...CallEntry.shape,
  title: Text,
  issuer: Text.optional(),
  adcode: Adcode.optional(),
  published: Day,
  url: z.string(),
  /** documents that it rests on */
  basis: z.array(Id)
});
export type Call = z.infer<typeof Call>;
