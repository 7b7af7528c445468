import type { Atlas } from '#lib/atlas/atlas';
import { belongingOf } from '#lib/atlas/belonging';
import type { PitchZone, SaidPlace, SaidTarget, Support } from '../zone';
import { distinct } from '../zone';
import type { Zone, ZoneLink } from '#lib/schema/atlas';
import type { Citation } from '#lib/schema/common';
import * as m from '#lib/paraglide/messages';
import { formatList, local } from '#lib/design/page/local';
import { belongingRemark } from '#lib/facts/belonging-text';
import { accessText, fromToText, kmText, withinText } from '#lib/facts/distance-text';
import { printedAmounts } from '#lib/facts/incentive-line';
import { countingText, targetDeadline, targetValue } from '#lib/facts/target-text';
import { precisionText } from '#lib/facts/place-text';
import { statusText } from '#lib/facts/status-text';
import { membershipText, standingText } from '#lib/facts/terms';
import { dueText, pastRemark } from '../text';
import { othersItem } from './others-item';

export type SectionId =
  | 'role'
  | 'note'
  | 'members'
  | 'sectors'
  | 'parks'
  | 'platforms'
  | 'others'
  | 'capabilities'
  | 'targets'
  | 'access'
  | 'support'
  | 'history'
  | 'partners'
  | 'neighbours'
  | 'unplaced'
  | 'caveats';

/** One statement in words. A maker's note has no citations; everything else has. */
export type Item = Readonly<{
  text: string;
  /** figure or distance */
  value?: string;
  detail?: string;
  /** what must not be left out of `detail` where room is short */
  brief?: string;
  /** about the project's own sectors */
  strong?: boolean;
  citations: readonly Citation[];
}>;

/** What is said of a zone under one heading; with `silent` in place of items where the document says nothing. */
export type Section = Readonly<{ id: SectionId; title: string; remark?: string; items: readonly Item[]; silent?: string }>;

/** All sections of a zone, in the order of a sheet. Decks, sheets and tables are made of these, so that they cannot disagree. */
export function sectionsOf(atlas: Atlas, one: PitchZone): Section[] {
  const place = (kind: SaidPlace['kind']) => one.places.filter((said) => said.kind === kind).map((said) => placeItem(atlas, said));
  const claimable = one.support.filter((support) => support.claimable);
  const silent = m.document_silent();
  const itself = atlas.place.get(one.zone.place ?? '');
  return [
    { id: 'role', title: m.compare_role(), items: [{ text: local(one.role.text), citations: one.role.citations }] },
    ...(one.note ? [{ id: 'note' as const, title: m.pitch_note(), items: [{ text: one.note, citations: [] }] }] : []),
    membersSection(atlas, one),
    {
      id: 'sectors',
      title: m.zone_sectors(),
      items: one.sectors.map(({ sector, link, asked, citations }) => ({
        text: local(sector.name) + only(atlas, link),
        strong: asked === 'named',
        ...(asked === 'related' ? { detail: m.pitch_related_sector() } : {}),
        citations
      })),
      silent
    },
    {
      id: 'targets',
      title: m.zone_targets(),
      remark: m.pitch_targets_remark(),
      items: one.targets.map((said) => targetItem(atlas, said)),
      silent: m.document_silent_target()
    },
    {
      id: 'parks',
      title: m.zone_parks(),
      items: place('park'),
      silent: itself ? m.zone_is_place() + local(itself.name) + standing({ standing: one.zone.placeStanding }) : silent
    },
    { id: 'platforms', title: m.zone_platforms(), items: place('platform'), silent },
    ...(one.others.length > 0
      ? [{ id: 'others' as const, title: m.zones_ground_others(), remark: m.pitch_others_remark(), items: one.others.map(othersItem) }]
      : []),
    {
      id: 'capabilities',
      title: m.zone_capabilities(),
      items: one.capabilities.map(({ name, link, citations }) => ({ text: local(name) + only(atlas, link) + standing(link), citations })),
      silent
    },
    {
      id: 'access',
      title: m.compare_distances(),
      remark: m.pitch_access_remark(),
      items: one.access.map(({ access, citations }) => ({
        text: accessText(access.kind),
        value: kmText(access.nearest),
        detail: [fromToText(access.nearest), withinText(access.nearest)].filter(Boolean).join(m.citation_separator()),
        citations
      })),
      silent: m.compare_no_point()
    },
    {
      id: 'support',
      title: m.pitch_support_current(),
      remark: m.pitch_support_remark(),
      items: claimable.flatMap((support) => measureItems(atlas, support, claimable.length > 1)),
      silent: m.pitch_support_none()
    },
    ...(one.support.length > claimable.length
      ? [{ id: 'history' as const, title: m.pitch_support_past(), items: one.support.filter((support) => !support.claimable).map(pastItem) }]
      : []),
    ...(one.partners.length > 0
      ? [
          {
            id: 'partners' as const,
            title: m.pitch_partners(),
            items: one.partners.map(({ zone, citations }) => ({ text: local(zone.name), detail: local(zone.role), citations }))
          }
        ]
      : []),
    ...(one.neighbours.length > 0
      ? [
          {
            id: 'neighbours' as const,
            title: m.pitch_neighbours(),
            items: one.neighbours.map(({ zone, shared, citations }) => neighbourItem(zone, shared.length > 0, citations))
          }
        ]
      : []),
    ...(one.unplaced.length > 0
      ? [
          {
            id: 'unplaced' as const,
            title: m.pitch_unplaced(),
            items: one.unplaced.map((item) => ({ text: local(item.name), detail: precisionText(item.precision), citations: item.citations }))
          }
        ]
      : []),
    ...(one.caveats.length > 0
      ? [
          {
            id: 'caveats' as const,
            title: m.pitch_caveats(),
            items: one.caveats.map(({ note, citations }) => ({ text: local(note.text), citations }))
          }
        ]
      : [])
  ];
}

function membersSection(atlas: Atlas, one: PitchZone): Section {
  const names = one.members.units.map(({ name }) => local(name));
  // a group stands for all its members; a former name is that of one
  const remarks = one.members.units.flatMap((unit) => {
    const how = belongingOf(atlas, one.zone, unit.adcode);
    const remark = belongingRemark(how);
    return remark ? [how.kind === 'former' ? `${local(unit.name)}${m.colon()}${remark}` : remark] : [];
  });
  const membership = remarks.length > 0 ? [...new Set(remarks)].join(m.pitch_list_semicolon()) : membershipText(one.zone.membership);
  const text = formatList(names) + (one.zone.openEnded ? m.and_others() : '');
  return {
    id: 'members',
    title: m.zone_units(),
    items: names.length > 0 ? [{ text, ...(membership ? { detail: membership } : {}), citations: one.members.citations }] : [],
    silent: membership ?? m.document_silent()
  };
}

const only = (atlas: Atlas, { units }: ZoneLink): string =>
  units
    ? m.pitch_in_brackets({ text: m.named_for({ units: formatList(units.flatMap((code) => atlas.unit.get(code) ?? []).map(({ name }) => local(name))) }) })
    : '';

/** “（建设目标）”: in the text itself, so that no short form of a list leaves it out. */
const standing = (link: { standing?: ZoneLink['standing'] | undefined }): string =>
  link.standing ? m.pitch_in_brackets({ text: standingText(link.standing) }) : '';

function placeItem(atlas: Atlas, { place, link, citations }: SaidPlace): Item {
  const unit = atlas.unit.get(place.adcode);
  const detail = [unit ? local(unit.name) : '', precisionText(place.precision)].filter(Boolean).join(' · ');
  return { text: local(place.name) + only(atlas, link) + standing(link), detail, citations };
}

function targetItem(atlas: Atlas, { target, joint, whole, due, status, citations }: SaidTarget): Item {
  const detail = [
    targetDeadline(target),
    due === 'open' || status === 'draft' ? '' : dueText(due),
    countingText(target.counting),
    target.commitment === 'strive' ? m.commitment_strive() : m.commitment_stated(),
    status === 'in-force' ? '' : statusText(status),
    whole ? m.target_part_of({ parent: local(whole.metric) }) : ''
  ];
  const brief = [targetDeadline(target), status === 'in-force' ? '' : statusText(status)];
  return {
    // a joint goal is told as one in the goal's own words, in letters as large
    text: local(target.metric) + (joint ? m.pitch_in_brackets({ text: m.pitch_joint({ count: joint }) }) : ''),
    value: targetValue(atlas, target),
    detail: detail.filter(Boolean).join(' · '),
    brief: brief.filter(Boolean).join(' · '),
    citations
  };
}

/** What may be offered: those that concern the project first. Every amount that the document prints, with what it counts per. */
/** @param named each with its document's name; one document is named once, at the section's foot */
function measureItems(atlas: Atlas, { measures, document }: Support, named: boolean): Item[] {
  // a long list says whom each is for only where it is about the project's own sectors: the sheet has one page
  const long = measures.length > 8;
  return [...measures]
    .sort((a, b) => Number(b.concerns) - Number(a.concerns))
    .map(({ incentive, concerns, citations }) => ({
      text: local(incentive.name),
      strong: concerns,
      detail: [...(named ? [local(document.short)] : []), ...(long && !concerns ? [] : [local(incentive.audience)]), ...printedAmounts(atlas, incentive)].join(
        ' · '
      ),
      citations
    }));
}

/** Of what is past or not yet in force only that it was: no measure by name, no amount. */
function pastItem({ document, status, measures }: Support): Item {
  return {
    text: m.pitch_past_line({ document: local(document.short), status: statusText(status), count: measures.length }),
    detail: pastRemark(document, status) ?? '',
    citations: distinct(measures.flatMap(({ citations }) => citations))
  };
}

const neighbourItem = (zone: Zone, overlaps: boolean, citations: readonly Citation[]): Item => ({
  text: local(zone.name),
  detail: overlaps ? m.pitch_neighbour_shared() : m.pitch_neighbour_touch(),
  citations
});

/** Every citation of a list of sections, each once. */
export const citationsOf = (sections: readonly Section[]): Citation[] => distinct(sections.flatMap(({ items }) => items.flatMap(({ citations }) => citations)));
