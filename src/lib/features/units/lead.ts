import type { Atlas } from '#lib/atlas/atlas';
import type { Belonging } from '#lib/atlas/belonging';
import { byCurrency, byTime } from '#lib/atlas/document-time';
import { daysBetween, lastDayOf, statusOn } from '#lib/atlas/status';
import { formatDay, local } from '#lib/design/page/local';
import { statusLine } from '#lib/facts/status-line';
import { withYears } from '#lib/facts/years-text';
import * as m from '#lib/paraglide/messages';
import type { AdminUnit, PolicyDocument } from '#lib/schema/atlas';
import type { UnitPage } from './page';

type Role = UnitPage['roles'][number];
type Inside = UnitPage['inside'][number];
/** A part with its document, which every part has. */
type Told<Part> = Readonly<{ part: Part; document: PolicyDocument }>;

/** What a sentence about a unit is made of. */
export type LeadFacts = Readonly<{
  unit: AdminUnit;
  /** the city above, in the reader's language; empty for a city */
  city: string;
  roles: readonly Role[];
  inside: readonly Inside[];
  /** how many support measures of documents in force are for all of its area */
  support: number;
}>;

/** A name in the reader's quotation marks; those within it become single. */
const quoted = (name: string): string => `“${name.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/**
 * The first sentence of a unit's page: which part it has today, by which document and until when; where it has none, which it had last; and
 * since when documents have named it. It says no more than the documents held here do.
 * @param day YYYY-MM-DD
 */
export function leadText(atlas: Atlas, { unit, city, roles, inside, support }: LeadFacts, day: string): string {
  const name = local(unit.name);
  const told = <Part extends Role | Inside>(parts: readonly Part[]): Told<Part>[] =>
    parts
      .flatMap((part) => {
        const document = atlas.document.get(part.zone.document);
        return document ? [{ part, document }] : [];
      })
      .sort((a, b) => byCurrency(day)(a.document, b.document) || rank(atlas, a.part) - rank(atlas, b.part));
  const own = told(roles);
  const below = told(inside);
  const [first] = own;
  const [part] = below;
  const measures = support > 0 ? m.unit_lead_support({ count: support }) : '';
  const end = m.unit_lead_stop();
  // what is in force of its counties says more of a city than what it had itself once
  if (part && inForce(part.document, day) && !(first && inForce(first.document, day)))
    return m.unit_lead_inside({ unit: name, layout: layoutName(atlas, part.part), zones: ofLayout(below, part), ...by(part.document, day) }) + measures + end;
  if (!first) {
    const past = part && m.unit_lead_inside_past({ unit: name, layout: layoutName(atlas, part.part), zones: ofLayout(below, part), ...by(part.document, day) });
    return (past ?? m.unit_lead_none({ unit: name })) + measures + end;
  }
  const main = {
    unit: name,
    how: howText(first.part, city),
    zone: quoted(local(first.part.zone.name)),
    more: moreText(own, first),
    ...by(first.document, day)
  };
  const now = inForce(first.document, day)
    ? m.unit_lead_now(main)
    : statusOn(first.document, day) === 'draft'
      ? m.unit_lead_draft(main)
      : m.unit_lead_past(main);
  return now + sinceText(own, first.document) + measures + end;
}

const inForce = (document: PolicyDocument, day: string): boolean => statusOn(document, day) === 'in-force';
const layoutName = (atlas: Atlas, { zone }: Role | Inside): string => {
  const layout = atlas.layout.get(zone.layout);
  return layout ? quoted(local(layout.short)) : '';
};
/** Of one document: what names the unit itself, what the document itself says, a part of the ground before tasks spread over it. */
function rank(atlas: Atlas, part: Role | Inside): number {
  const spread = Number(atlas.layout.get(part.zone.layout)?.kind !== 'spatial');
  if (!('how' in part)) return spread;
  return (part.direct ? 0 : 4) + (part.how.kind === 'inferred' || part.how.kind === 'outside' ? 2 : 0) + spread;
}

/** A document, and how long it holds or when it ended. */
function by(document: PolicyDocument, day: string): { document: string; status: string } {
  const last = lastDayOf(document);
  const current = inForce(document, day);
  return {
    document: local(document.short),
    status: current && last !== undefined ? m.valid_until({ day: formatDay(last), days: daysBetween(day, last) }) : statusLine(document, day)
  };
}

/** Zones that are counted with one. */
const zonesLike = (parts: readonly Told<Role | Inside>[], alike: (zone: Role['zone'] | Inside['zone']) => boolean): number =>
  new Set(parts.flatMap(({ part }) => (alike(part.zone) ? [part.zone.id] : []))).size;
const ofLayout = (parts: readonly Told<Inside>[], { part }: Told<Inside>): number => zonesLike(parts, ({ layout }) => layout === part.zone.layout);

function moreText(parts: readonly Told<Role>[], { part }: Told<Role>): string {
  const more = zonesLike(parts, ({ document }) => document === part.zone.document) - 1;
  return more > 0 ? m.unit_lead_more({ count: more }) : '';
}

/** How it comes to be in the zone: by its name, a group's, its city's; or by inference or an outside source, which is then said. */
function howText({ direct, how }: Readonly<{ direct: boolean; how: Belonging }>, city: string): string {
  const via = direct || city === '' ? '' : m.unit_lead_via({ city });
  switch (how.kind) {
    case 'itself':
      return m.unit_lead_itself({ via });
    case 'former':
      return m.unit_lead_former({ via, name: local(how.name) });
    case 'group':
      return m.unit_lead_group({ via, group: local(how.group) });
    case 'inferred':
      return m.unit_lead_inferred({ via });
    case 'outside':
      return m.unit_lead_outside({ via });
    case 'unknown':
      return m.unit_lead_unknown({ via });
  }
}

/** Since when documents have given it a part by its own name: the earliest that is no draft. Silent where that is the one just told. */
function sinceText(parts: readonly Told<Role>[], told: PolicyDocument): string {
  const named = parts.filter(({ part, document }) => part.direct && part.how.kind === 'itself' && document.status !== 'draft');
  const [earliest] = named.sort((a, b) => byTime(a.document, b.document));
  return earliest && earliest.document !== told ? m.unit_lead_since({ document: withYears(earliest.document) }) : '';
}
