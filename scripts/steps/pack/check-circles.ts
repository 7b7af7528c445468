import type { Problem } from '../problem';
import { problemAt } from './problems-of';
import type { Pack } from './read-pack';
import { REFERENCES } from './words/references';

/** Sectors below themselves and targets that are part of themselves, over any number of steps, a circle once: trees leave them out, and nobody would notice. */
export function checkCircles(pack: Pack): Problem[] {
  const sectors = pack.sectors.data.map(({ id, parent }, i) => ({ id, above: parent, path: [i, 'parent'], source: pack.sectors }));
  const targets = pack.documents.flatMap(({ targets: source }) => source.data.map(({ id, partOf }, i) => ({ id, above: partOf, path: [i, 'partOf'], source })));
  return [sectors, targets].flatMap((entries) => {
    const above = new Map(entries.map((entry) => [entry.id, entry.above]));
    const told = new Set<string>();
    return entries.flatMap(({ id, path, source }): Problem[] => {
      const chain = [id];
      for (let next = above.get(id); next !== undefined; next = above.get(next)) {
        const loops = chain.includes(next);
        chain.push(next);
        if (loops) break;
      }
      // others that lead into a circle are not in it
      if (chain.length < 2 || chain.at(-1) !== id || told.has(id)) return [];
      chain.forEach((one) => told.add(one));
      return [problemAt(source, path, REFERENCES.circle(chain))];
    });
  });
}
