import type { Atlas } from '#lib/atlas/atlas';
import { isNaming } from '#lib/atlas/sector-namings';
import { sectorInLayout } from '#lib/atlas/sector-in-layout';
import type { Layout } from '#lib/schema/atlas';
import * as m from '#lib/paraglide/messages';
import { local } from '#lib/design/page/local';
import { clausePath } from '#lib/facts/clause-anchor';
import { clauseText } from '#lib/facts/clause-text';

type Item = Readonly<{ text: string; href?: string }>;
/** A statement, and what it lists, with paths of this site. */
export type LinePart = Readonly<{ text: string; items: readonly Item[] }>;

/** More clauses than this are counted. */
const CLAUSES = 2;

/**
 * How a layout and its document stand to a sector that the map is filtered by: its zones, and what the document says beyond them.
 * @param atlas with `namings`
 */
export function sectorLine(atlas: Atlas, sector: string, layout: Layout): LinePart[] {
  const { naming, own, narrower, outside, elsewhere, clauses } = sectorInLayout(atlas, sector, layout);
  const { targets, incentives, standing, instead } = naming;
  const said = (text: string, items: readonly Item[] = []): LinePart => ({ text, items });
  const zones = [
    ...(own.length > 0 ? [said(m.sector_line_own({ count: own.length }))] : []),
    ...(own.length === 0 && isNaming(naming) ? [said(m.sector_line_no_zone())] : []),
    ...(narrower.length > 0 ? [said(m.sector_line_narrower({ count: narrower.length }))] : [])
  ];
  // where the map shows zones named for it, those of other layouts are a search away
  const others = (own.length > 0 ? [] : elsewhere).map(({ id, short }) => ({
    text: local(short),
    href: `${id === atlas.data.index.defaultLayout ? '/' : `/layouts/${id}/`}?sector=${sector}`
  }));
  const alone = own.length + elsewhere.length + targets.length + incentives.length === 0;
  const facts: Item[] = [
    ...(targets.length > 0 ? [{ text: m.count_targets({ count: targets.length }) }] : []),
    ...(incentives.length > 0 ? [{ text: m.sector_line_measures({ count: incentives.length }) }] : []),
    ...(clauses.length > CLAUSES
      ? [{ text: (alone ? m.sector_line_clauses : m.sector_line_other_clauses)({ count: clauses.length }) }]
      : clauses.map(({ clause, as }) => ({
          text: m.clause_label({ clause: clauseText(clause) }),
          href: clausePath({ document: layout.document, clause }, atlas.document.get(layout.document)?.passages && as)
        })))
  ];
  const names = instead.flatMap((id) => atlas.sector.get(id) ?? []).map(({ id, name }) => ({ text: local(name), href: `/sectors/${id}/` }));
  const unnamed = {
    zones: [],
    facts: [],
    text: [],
    // narrower sectors with zones of this layout have been counted
    narrower: narrower.length > 0 ? [] : [said(m.sector_line_only_narrower(), names)],
    wider: [said(m.sector_line_only_wider(), names)],
    none: [said(m.sector_line_none())],
    unread: [said(m.sector_line_unread())]
  }[standing];
  return [
    ...(standing === 'narrower' && narrower.length > 0 ? [said(m.sector_line_none_itself())] : []),
    ...zones,
    ...unnamed,
    ...(others.length > 0 ? [said(m.sector_line_elsewhere(), others)] : []),
    ...(facts.length > 0 ? [said(zones.length + others.length > 1 || own.length > 0 ? m.sector_line_also() : m.sector_line_in(), facts)] : []),
    ...(outside.length > 0 ? [said(m.sector_line_outside({ count: outside.length }))] : [])
  ];
}
