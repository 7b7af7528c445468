import { z } from 'zod';
import { Id, PlaceKind, Text } from './common';

/* What empty pages start from: examples of pack.yaml, published as data/v1/examples.json. For pages only: no fact hangs on it. */

const Ids = z.array(Id).default([]);

export const Examples = z.strictObject({
  /** comparisons that readers ask for most, each of 2 to 4 zones; without any, zones of one layout and tier are compared */
  comparisons: z.array(z.array(Id).min(2).max(4)).default([]),
  /** made-up projects to match: sectors, capabilities of the groups stage, land and service, and kinds of places to be near */
  projects: z.array(z.strictObject({ id: Id, name: Text, sectors: Ids, stage: Ids, land: Ids, want: Ids, near: z.array(PlaceKind).default([]) })).default([])
});
export type Examples = z.infer<typeof Examples>;
export type ExampleProject = Examples['projects'][number];
