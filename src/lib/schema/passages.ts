import { z } from 'zod';

/** passages/<document>.json: the printed text of a document by clause, in the order of its clauses; a clause whose place is not known is left out. */
export const Passages = z.array(z.object({ clause: z.string(), text: z.string() }));
export type Passages = z.infer<typeof Passages>;
