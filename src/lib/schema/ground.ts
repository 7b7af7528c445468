import { z } from 'zod';
import { Adcode, Id } from './common';
import { STANDINGS } from './terms';

/*
 * What all documents say about a zone's ground, worked out of the other files: ground.json of the data. Clauses are with the places
 * (`mentions` of places.json) and the targets.
 */

const GroundPlace = z.strictObject({
  id: Id,
  /** the zone's unit that it is in */
  unit: Adcode,
  /** how the document speaks of it: there, to be built, or only named */
  standing: z.enum(STANDINGS)
});

/** Parks, platforms and institutions, each once: under the first document that names it, in force before ended before draft, on index.json's statusAsOf. */
const NamedBy = z.strictObject({ document: Id, places: z.array(GroundPlace).min(1) });

const ZoneGround = z.strictObject({
  /** named by the zone's own document on its ground, but not for the zone */
  plan: z.array(GroundPlace),
  /** named by other documents, and not by the zone's own */
  others: z.array(NamedBy),
  /** set for units of the zone by name, by any document; the zone's own are in zones.json */
  targets: z.array(z.strictObject({ id: Id, units: z.array(Adcode) })),
  /** zones of other layouts: `members` of the ground's `of` counties are theirs; outside: all of them, by members that no document of the pack states */
  zones: z.array(z.strictObject({ id: Id, extent: z.enum(['whole', 'part', 'outside']), members: z.int().positive(), of: z.int().positive() }))
});

/** By zone, every zone of the data; a zone whose members are open has empty lists. */
export const GroundFile = z.record(Id, ZoneGround);
export type GroundFile = z.infer<typeof GroundFile>;
