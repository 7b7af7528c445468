import type { Problem, Said } from '../problem';
import { closest } from './describe/closest';
import { problemInRow } from './problems-of';
import type { DocumentFolder, Pack } from './read-pack';
import { KINDS } from './words/kinds';
import { REFERENCES } from './words/references';
import { REGISTER } from './words/register';

/**
 * A document's list of the sectors that it names: clauses and sectors exist, none stands there twice, and nothing that its zones,
 * targets and incentives say is missing. On a list with a gap a page would call “not named” what is.
 */
export function checkSectors(pack: Pack): Problem[] {
  const known = new Set(pack.sectors.data.map(({ id }) => id));
  return pack.documents.flatMap((folder) => (folder.sectors ? checkList(folder, folder.sectors, known) : []));
}

function checkList(folder: DocumentFolder, { file, rows }: NonNullable<DocumentFolder['sectors']>, known: ReadonlySet<string>): Problem[] {
  const home = folder.document.data.id;
  const clauses = new Set(folder.document.data.clauses.map(({ id }) => id));
  const seen = new Map<string, number>();
  const problems = rows.flatMap(({ data: { clause, sector }, line }): Problem[] => {
    const found: Problem[] = [];
    if (!clauses.has(clause)) found.push(problemInRow(file, line, 'clause', REFERENCES.noClause(home, clause, [...clauses])));
    if (!known.has(sector)) found.push(problemInRow(file, line, 'sector', REFERENCES.unknown('sector', sector, closest(sector, known))));
    const first = seen.get(`${clause} ${sector}`);
    if (first) found.push(problemInRow(file, line, undefined, REGISTER.namedAlready(clause, sector, first)));
    else seen.set(`${clause} ${sector}`, line);
    return found;
  });
  const missing = recorded(folder).filter(({ clause, sector }) => !seen.has(`${clause} ${sector}`));
  return [...problems, ...missing.map(({ clause, sector, kind, id }) => ({ file, rule: REGISTER.notListed(clause, sector, kind, id) }))];
}

type Recorded = { clause: string; sector: string; kind: Said; id: string };

/** What the document's other files say that its clauses name. */
function recorded({ document, zones, targets, incentives }: DocumentFolder): Recorded[] {
  const home = document.data.id;
  const own = zones.data.zones.flatMap(({ id, cite, sectors }) =>
    sectors.flatMap((link) => {
      const [sector, cites] = typeof link === 'string' ? [link, cite] : [link.id, link.cite ?? cite];
      // what another source says is not this document's word
      const here = cites.flatMap((one) => (typeof one === 'string' ? one : one.document === home ? one.clause : []));
      return here.map((clause) => ({ clause, sector, kind: KINDS.zone, id }));
    })
  );
  const facts = [
    ...targets.data.map(({ id, clause, sectors }) => ({ clause, sectors, kind: KINDS.target, id })),
    ...incentives.data.map(({ id, clause, sectors }) => ({ clause, sectors, kind: KINDS.incentive, id }))
  ];
  return [...own, ...facts.flatMap(({ clause, sectors, kind, id }) => sectors.map((sector) => ({ clause, sector, kind, id })))];
}
