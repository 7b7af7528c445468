import { findPrinted, printedParts } from '#lib/atlas/printed';
import type { Problem, Said } from '../problem';
import { cutPassages } from './passages';
import { problemAt, problemInRow, problemsOf } from './problems-of';
import type { DocumentFolder, Pack } from './read-pack';
import { REGISTER } from './words/register';

/** A string that the pack gives as printed, the clause that it is said to stand in, and where the pack says so. */
type Printed = Readonly<{ words: string; clauses: readonly string[]; problem: (rule: Said) => Problem }>;

/** Every string of a document's folder that readers are told is printed in it. */
function printedIn({ document, zones, targets, mentions, sectors }: DocumentFolder): Printed[] {
  const home = document.data.id;
  const at = (source: typeof zones | typeof targets, path: PropertyKey[]) => ({ problem: (rule: Said) => problemAt(source, path, rule) });
  const inRow = (file: string, line: number, column: string) => ({ problem: (rule: Said) => problemInRow(file, line, column, rule) });
  return [
    ...targets.data.map(({ wording, clause }, i) => ({ words: wording, clauses: [clause], ...at(targets, [i, 'wording']) })),
    ...zones.data.zones.flatMap((zone, i) =>
      (['sectors', 'capabilities', 'platforms', 'parks'] as const).flatMap((kind) =>
        zone[kind].flatMap((link, j) => {
          if (typeof link === 'string' || !link.as) return [];
          const cites = (link.cite ?? zone.cite).flatMap((cite) => (typeof cite === 'string' ? [cite] : cite.document === home ? [cite.clause] : []));
          return cites.length > 0 ? [{ words: link.as, clauses: cites, ...at(zones, ['zones', i, kind, j, 'as']) }] : [];
        })
      )
    ),
    ...mentions.rows.map(({ data, line }) => ({ words: data.namedAs, clauses: [data.clause], ...inRow(mentions.file, line, 'namedAs') })),
    ...(sectors?.rows ?? []).map(({ data, line }) => ({ words: data.asPrinted, clauses: [data.clause], ...inRow(sectors?.file ?? '', line, 'asPrinted') }))
  ];
}

/**
 * Where a document's text is there (source.txt): every clause has its place in it, and what the pack gives as printed is, in the clause named.
 * @returns problems, and the strings that differ from the text in white space or in the width of punctuation alone
 */
export function checkPrinted(pack: Pack): { problems: Problem[]; differences: Problem[] } {
  const problems: Problem[] = [];
  const differences: Problem[] = [];
  for (const folder of pack.documents) {
    if (!folder.source) continue;
    const { text, file } = folder.source;
    const { passages, missing } = cutPassages(text, folder.document.data.clauses);
    const own = problemsOf(folder.document);
    // a number rebuilt from a scrambled extract does not stand where the clause does: its strings are looked for in the whole text
    const rebuilt = new Set(folder.document.data.clauses.filter(({ reconstructed }) => reconstructed).map(({ id }) => id));
    folder.document.data.clauses.forEach(({ id }, i) => {
      if (missing.includes(id) && !rebuilt.has(id)) own.complain(['clauses', i], REGISTER.noPassage(id, file));
    });
    problems.push(...own.problems);
    const passage = new Map(passages.map((one) => [one.clause, one.text]));
    for (const { words, clauses, problem } of printedIn(folder)) {
      const texts = clauses.flatMap((clause) => passage.get(clause) ?? []);
      if (!findPrinted(text, words)) problems.push(problem(REGISTER.notPrinted(words, file)));
      else if (texts.length > 0 && !clauses.some((clause) => rebuilt.has(clause)) && !texts.some((one) => findPrinted(one, words)))
        problems.push(problem(REGISTER.notInClause(words, clauses.join(', '))));
      else if (!(texts.length > 0 ? texts : [text]).some((one) => printedParts(words).every((part) => one.includes(part))))
        differences.push(problem(REGISTER.differs(words)));
    }
  }
  return { problems, differences };
}
