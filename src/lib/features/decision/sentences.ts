import type { Atlas } from '#lib/atlas/atlas';
import { askedCriteria, mustsOf, wishesOf } from '#lib/atlas/project/project';
import type { Project } from '#lib/atlas/project/project';
import { daysBetween, lastDayOf, statusOn } from '#lib/atlas/status';
import type { Finding, FindingState } from '#lib/features/match/criteria';
import { mustState } from '#lib/features/match/musts';
import { totalText } from '#lib/features/support/text';
import * as m from '#lib/paraglide/messages';
import { formatDay, formatList, formatNumber, local } from '#lib/design/page/local';
import { asMust, criterionText, namesIn, projectFacts, wishName } from '#lib/facts/project-text';
import { statusLine } from '#lib/facts/status-line';
import type { Decision, DecisionZone, Support } from './weigh';

/* What the sheet says in sentences. */

/** The project as entered, line by line. */
export function projectLines(atlas: Atlas, project: Project): { name: string; text: string }[] {
  const nameOf = namesIn(atlas);
  const besides = [...projectFacts(project), ...(project.named && project.sectors.length > 0 ? [m.match_asked_named()] : [])];
  return [
    ...askedCriteria(project).map((criterion) => ({
      name: criterionText(criterion),
      text: `${formatList(wishesOf(project, criterion).map((wish) => asMust(project, wish, wishName(nameOf, wish))))} ${m.decision_weight({ weight: project.weights[criterion] })}`
    })),
    ...(besides.length > 0 ? [{ name: m.decision_besides(), text: besides.join(m.targets_separator()) }] : [])
  ];
}

/** Support in one sentence: only what is in force, each with its end. */
export function supportSentence({ documents, sums }: Support, day: string): string {
  const printed = sums.flatMap((sum) => {
    const total = totalText(sum);
    return total === undefined ? [] : [m.decision_support_sum({ amount: total, document: local(sum.document.short), standing: statusLine(sum.document, day) })];
  });
  if (printed.length > 0) return printed.join(m.targets_separator());
  if (documents.length === 0) return m.decision_support_none();
  return m.decision_support_unprinted({
    count: documents.reduce((all, { measures }) => all + measures, 0),
    documents: formatList(
      documents.map(({ document }) => m.decision_support_document({ document: local(document.short), standing: statusLine(document, day) }))
    )
  });
}

/** Days before its end from which a plan's successor is asked after. Ours. */
const SOON = 180;

/** Whether a zone's plan ends before the project starts, or soon. */
function endingText({ ranked: { assessed } }: DecisionZone, project: Project, day: string): string | undefined {
  const { document } = assessed;
  const last = lastDayOf(document);
  if (last === undefined || statusOn(document, day) !== 'in-force') return undefined;
  if (project.on && last < project.on) return m.decision_ends_before({ document: local(document.short), day: formatDay(last), start: formatDay(project.on) });
  return daysBetween(day, last) <= SOON ? m.decision_ends_soon({ document: local(document.short), day: formatDay(last) }) : undefined;
}

const findingsOf = ({ ranked }: DecisionZone): Finding[] => Object.values(ranked.best.findings).flat();

/** What has to be asked before deciding: must-haves first, then what no document says, what is only planned, and what ends. */
export function openQuestions(atlas: Atlas, { zones, project, day }: Decision): string[] {
  const musts = new Set(mustsOf(project));
  const about = (wanted: (finding: Finding) => boolean, say: (parts: { wish: string; zones: string }) => string): string[] => {
    const found = zones.flatMap((zone) =>
      findingsOf(zone)
        .filter(wanted)
        .map((finding) => ({ wish: finding.wish, zone: local(zone.ranked.assessed.zone.short) }))
    );
    return [...Map.groupBy(found, ({ wish }) => wish)].map(([wish, list]) =>
      say({ wish: wishName(namesIn(atlas), wish), zones: list.length === zones.length ? m.decision_all_zones() : formatList(list.map(({ zone }) => zone)) })
    );
  };
  const isOpen = (one: Finding) => musts.has(one.wish) && mustState(one) === 'open';
  const silent: readonly FindingState[] = ['silent', 'unplaced'];
  const unsure: readonly FindingState[] = ['planned', 'mentioned', 'related'];
  return [
    ...about((one) => isOpen(one) && one.state !== 'measured', m.decision_ask_must),
    ...about((one) => isOpen(one) && one.state === 'measured', m.decision_ask_near),
    ...about((one) => !musts.has(one.wish) && silent.includes(one.state), m.decision_ask_silent),
    ...about((one) => !musts.has(one.wish) && unsure.includes(one.state), m.decision_ask_unsure),
    ...new Set(zones.flatMap((zone) => endingText(zone, project, day) ?? []))
  ];
}

/** “No. 2 of 9”, or why it has no number. */
export const placeText = ({ place, ranked }: DecisionZone, of: number): string =>
  place !== undefined
    ? m.decision_place({ place: formatNumber(place), of: formatNumber(of) })
    : ranked.best.musts.failed.length > 0
      ? m.decision_fails()
      : m.decision_unranked();
