import type { Problem } from '../problem';
import type { Pack } from './read-pack';

/** Sectors below themselves and targets that are part of themselves, over any number of steps: trees leave them out, and nobody would notice. */
export function checkCircles(pack: Pack): Problem[] {
  const sectors = pack.sectors.data.map(({ id, parent }, i) => ({ id, above: parent, path: [i, 'parent'], source: pack.sectors }));
  const targets = pack.documents.flatMap(({ targets: source }) => source.data.map(({ id, partOf }, i) => ({ id, above: partOf, path: [i, 'partOf'], source })));
  return [sectors, targets].flatMap((entries) => {
    const above = new Map(entries.map((entry) => [entry.id, entry.above]));
    return entries.flatMap(({ id, path, source }): Problem[] => {
      const seen = new Set<string>();
      for (let next = above.get(id); next !== undefined && !seen.has(next); next = above.get(next)) {
        if (next === id) return [{ file: source.file, line: source.lineOf(path), path: path.join('.'), rule: `"${id}" is above itself` }];
        seen.add(next);
      }
      return [];
    });
  });
}
