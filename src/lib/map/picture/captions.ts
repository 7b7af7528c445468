import { approvalLine } from './approval';
import { statusText } from '#lib/facts/status-text';
import * as m from '#lib/paraglide/messages';
import type { DocumentStatus } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';
import { formatDay, formatList, local } from '#lib/design/page/local';
import type { Scene } from './plan';

/* What a picture says in words: its title, where it is from, what it may be used for. */

/** The zone, where the picture is about one, else the layout. */
export function pictureTitle({ view, zones }: Scene): string {
  const shown = zones.filter(({ faded }) => !faded);
  const [only, ...others] = shown;
  return only && others.length === 0 && zones.length > 1 ? local(only.zone.name) : local(view.layout.name);
}

/** The line above the title. */
export const pictureEyebrow = (scene: Scene): string =>
  pictureTitle(scene) === local(scene.view.layout.name) ? local(scene.atlas.data.index.title) : local(scene.view.layout.name);

/** The document with its number. */
export const documentLine = ({ view: { document } }: Scene): string => [local(document.title), document.number].filter(Boolean).join(' ');

export const statusLine = ({ view: { document } }: Scene): string => statusText(document.status);

/** Why the document is no ground to build on; undefined where it is in force. */
export function statusWarning(status: DocumentStatus): string | undefined {
  switch (status) {
    case 'expired':
      return m.picture_expired();
    case 'period-ended':
      return m.picture_period_ended();
    case 'horizon-past':
      return m.picture_horizon_past();
    case 'draft':
      return m.picture_draft();
    case 'not-yet':
      return m.picture_not_yet();
    case 'in-force':
    case 'reference':
      return undefined;
  }
}

/** Documents and clauses that the picture rests on: those of the zones where a few stand out, else the layout's. */
function sourceText({ atlas, view, zones }: Scene): string {
  const shown = zones.filter(({ faded }) => !faded);
  const citations: readonly Citation[] =
    shown.length <= 2 && shown.length > 0 ? shown.flatMap(({ zone }) => [...zone.citations, ...zone.membershipCitations]) : view.layout.citations;
  const documents = [...new Set(citations.map(({ document }) => document))];
  return documents
    .map((id) => {
      const document = atlas.document.get(id);
      const clauses = [...new Set(citations.filter((citation) => citation.document === id).map(({ clause }) => clause))];
      return `${document ? local(document.short) : id} ${m.clause_label({ clause: formatList(clauses) })}`;
    })
    .join('; ');
}

/** 审图号, or that there is none. */
export const approvalText = ({ request }: Scene): string => approvalLine(request.approval);

/** What stands below the map, a paragraph each. */
export function credits(scene: Scene): string[] {
  const { request, undrawn, unlocated, zones } = scene;
  const paired = zones.some(({ zone, faded }) => !faded && zone.tier === 'pair');
  return [
    m.picture_source({ source: sourceText(scene) }),
    ...(paired ? [m.picture_schematic()] : []),
    ...(undrawn.length > 0 ? [m.picture_not_drawn({ names: formatList(undrawn.map(({ short }) => local(short))) })] : []),
    ...(unlocated > 0 ? [m.picture_unlocated({ count: unlocated })] : []),
    m.map_attribution(),
    ...daysText(scene),
    ...(request.address ? [m.picture_address({ address: request.address })] : [])
  ];
}

function daysText({ request: { day, made } }: Scene): string[] {
  if (made === undefined || made === day) return [m.picture_made_status({ day: formatDay(day) })];
  return [m.picture_status_day({ day: formatDay(day) }), m.picture_made({ day: formatDay(made) })];
}

/** All that a bare map must still say, in as few words as possible: what its marks mean, where it is from, what it may be used for. */
export function shortCredits(scene: Scene): string[] {
  const key = scene.zones.flatMap(({ zone, faded }) => (faded ? [] : [`${local(zone.mark)} ${local(zone.short)}`]));
  return [
    ...(key.length > 0 ? [key.join(' · ')] : []),
    [m.picture_source({ source: sourceText(scene) }), statusLine(scene), formatDay(scene.request.day)].join(' · '),
    [m.map_attribution(), approvalText(scene)].join(' · ')
  ];
}
