import type { ZoneLink } from '#lib/schema/atlas';
import type { Finding } from './criteria';
import { CRITERIA } from '#lib/atlas/project/project';
import type { Criterion } from '#lib/atlas/project/project';
import type { Ranked } from './score';

type Wish = Readonly<{ criterion: Criterion; finding: Finding }>;

/** What keeps a zone from more points, in the order of the criteria. */
export type Lack = Readonly<{
  /** the document names others instead */
  unnamed: readonly Wish[];
  /** the document says nothing of it */
  silent: readonly Wish[];
  /** only something close is named */
  near: readonly Wish[];
  /** there by intention or by name only */
  unsure: readonly Wish[];
  /** farther than what counts in full, or without a position */
  far: readonly Wish[];
  /** sectors and capabilities that it names instead, each once */
  instead: readonly Readonly<{ kind: 'sector' | 'capability'; link: ZoneLink }>[];
}>;

/** What a zone lacks for a project, by its best unit. */
export function lackOf({ best }: Pick<Ranked, 'best'>): Lack {
  // what other documents name here is no lack of the zone's own
  const wishes = CRITERIA.filter((criterion) => criterion !== 'others').flatMap((criterion) =>
    (best.findings[criterion] ?? []).map((finding) => ({ criterion, finding }))
  );
  const lacking = (...states: Finding['state'][]) => wishes.filter(({ finding }) => states.includes(finding.state) && finding.bounds.score < 1);
  const instead = lacking('others', 'silent', 'related').flatMap(({ finding }) =>
    finding.evidence.flatMap((evidence) => (evidence.kind === 'sector' || evidence.kind === 'capability' ? [{ kind: evidence.kind, link: evidence.link }] : []))
  );
  return {
    unnamed: lacking('others'),
    silent: lacking('silent'),
    near: lacking('related'),
    unsure: lacking('planned', 'mentioned'),
    far: lacking('measured', 'unplaced'),
    instead: [...new Map(instead.map((one) => [`${one.kind} ${one.link.id}`, one])).values()]
  };
}
