import type { Atlas } from '#lib/atlas/atlas';
import type { Finding } from '#lib/features/match/criteria';
import { linkNames, relationText } from '#lib/features/match/text';
import type { Decision, Support } from './weigh';
import type { Citation } from '#lib/schema/common';
import * as m from '#lib/paraglide/messages';
import type { Access } from '#lib/atlas/distances';
import { askedCriteria } from '#lib/atlas/project/project';
import type { Criterion } from '#lib/atlas/project/project';
import { distinctSources } from '#lib/facts/source-key';
import { kmText } from '#lib/facts/distance-text';

/** What a cell of the sheet says of a wish, in a few words, and what it stands on. */
type Said = Readonly<{ text: string; citations: readonly Citation[] }>;

/** Names that fit into a cell. */
const MOST = 2;

/** The evidence for a wish in one zone; silence is said, never left blank. */
function evidenceText(atlas: Atlas, finding: Finding): Said {
  const { evidence } = finding;
  const links = evidence.flatMap((one) => (one.kind === 'span' ? [] : [one.link]));
  const first = links.slice(0, MOST);
  const names = links.length > MOST ? m.compare_and_more({ names: linkNames(atlas, first), count: links.length - MOST }) : linkNames(atlas, first);
  const citations = first.flatMap((link) => link.citations);
  switch (finding.state) {
    case 'named':
      return { text: m.match_state_named(), citations };
    case 'planned':
      return { text: m.match_state_planned(), citations };
    case 'mentioned':
      return { text: m.match_state_mentioned(), citations };
    case 'related': {
      const relation = evidence.flatMap((one) => (one.kind === 'sector' ? (one.relation ?? []) : []))[0];
      return { text: relation ? relationText(relation, names) : m.match_related_capability({ names }), citations };
    }
    case 'others':
      return { text: m.decision_others({ names }), citations };
    case 'silent':
      return { text: m.decision_silent(), citations: [] };
    case 'elsewhere':
      return { text: m.match_elsewhere({ names }), citations };
    case 'measured': {
      const [span] = evidence.flatMap((one) => (one.kind === 'span' ? [one.span] : []));
      return { text: span ? kmText(span) : '', citations: span?.to.kind === 'place' ? span.to.place.citations : [] };
    }
    case 'unplaced':
      return { text: m.match_unplaced(), citations: [] };
  }
}

/** A wish with what is known of it in each zone, in the order of the zones. */
type WishRow = Readonly<{ criterion: Criterion; wish: string; cells: readonly (Readonly<{ finding: Finding }> & Said)[] }>;

/** A row for each wish, whoever names it. */
export const wishRows = (atlas: Atlas, { zones, project }: Decision): WishRow[] =>
  askedCriteria(project).flatMap((criterion) =>
    (zones[0]?.ranked.best.findings[criterion] ?? []).map(({ wish }) => ({
      criterion,
      wish,
      cells: zones.flatMap(({ ranked }) => {
        const finding = ranked.best.findings[criterion]?.find((one) => one.wish === wish);
        return finding ? [{ finding, ...evidenceText(atlas, finding) }] : [];
      })
    }))
  );

/** What the far end of a distance rests on. */
export const goalSources = ({ nearest }: Access): readonly Citation[] => (nearest.to.kind === 'place' ? nearest.to.place.citations : []);

/** Clauses of the sums that are told. */
export const sumSources = ({ sums }: Support): Citation[] =>
  sums.flatMap(({ results }) => results.flatMap(({ counted, incentive }) => (counted ? [{ document: incentive.document, clause: incentive.clause }] : [])));

/** All clauses that the sheet rests on, in the order in which a reader meets them. */
export const sourcesOf = (atlas: Atlas, decision: Decision): Citation[] =>
  distinctSources([
    ...decision.zones.flatMap(({ ranked }) => ranked.assessed.zone.citations),
    ...wishRows(atlas, decision).flatMap(({ cells }) => cells.flatMap(({ citations }) => citations)),
    ...decision.zones.flatMap(({ access }) => access.flatMap(goalSources)),
    ...decision.zones.flatMap(({ support }) => sumSources(support))
  ]);
