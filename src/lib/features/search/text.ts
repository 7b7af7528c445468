import type { Searchable, SearchEntry, SearchKind } from './entries';
import * as m from '#lib/paraglide/messages';
import { local } from '#lib/design/page/local';
import { clauseText } from '#lib/facts/clause-text';
import { kindText } from '#lib/facts/place-text';

/** Heading of a group of results. */
export function groupText(kind: SearchKind): string {
  switch (kind) {
    case 'unit':
      return m.search_kind_unit();
    case 'sector':
      return m.search_kind_sector();
    case 'zone':
      return m.search_kind_zone();
    case 'place':
      return m.search_kind_place();
    case 'layout':
      return m.search_kind_layout();
    case 'document':
      return m.search_kind_document();
    case 'incentive':
      return m.search_kind_incentive();
    case 'target':
      return m.search_kind_target();
    case 'clause':
      return m.search_kind_clause();
    case 'figure':
      return m.search_kind_figure();
  }
}

/** What the thing is to the entry that is found by its name, e.g. “方向：”. */
export function viaText(kind: SearchEntry['kind']): string {
  switch (kind) {
    case 'unit':
      return m.search_via_unit();
    case 'sector':
      return m.search_via_sector();
    case 'place':
      return m.search_via_place();
    case 'capability':
      return m.search_via_capability();
    case 'zone':
      return m.search_via_zone();
    case 'layout':
    case 'document':
    case 'incentive':
    case 'target':
    case 'clause':
    case 'figure':
      return '';
  }
}

/** Where a found entry belongs, to tell it from others of its name. */
export function contextText({ entry, searchable }: { entry: SearchEntry; searchable: Searchable }): string {
  const unit = searchable.unitName.get(entry.adcode ?? '');
  const layout = searchable.layoutName.get(entry.layout ?? '');
  const document = searchable.document.get(entry.document ?? '');
  const parts = [
    entry.placeKind && kindText(entry.placeKind),
    unit && local(unit),
    entry.year && m.target_by_year({ year: entry.year }),
    entry.of,
    layout && local(layout),
    document && !layout && entry.kind !== 'document' && local(document.short),
    entry.clause && clauseText(entry.clause)
  ];
  return parts.filter(Boolean).join(' · ');
}
