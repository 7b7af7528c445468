import type { Years } from '#lib/atlas/document-time';
import type { ChangeKind, UnitState } from './roles';
import * as m from '#lib/paraglide/messages';

/** “2021年”, “c. 2019–2020”. */
export function yearsText(years: Years | undefined): string {
  if (!years) return m.timeline_undated();
  const span = years.from === years.to ? String(years.from) : m.timeline_range({ from: String(years.from), to: String(years.to) });
  return years.printed || years.proved ? m.timeline_year({ year: span }) : m.timeline_about({ years: span });
}

export function changeText(kind: ChangeKind): string {
  switch (kind) {
    case 'first':
      return m.timeline_kind_first();
    case 'enter':
      return m.timeline_kind_enter();
    case 'widened':
      return m.timeline_kind_widened();
    case 'singled-out':
      return m.timeline_kind_singled_out();
    case 'role':
      return m.timeline_kind_role();
    case 'same':
      return m.timeline_kind_same();
    case 'both':
      return m.timeline_kind_both();
    case 'absorbed':
      return m.timeline_kind_absorbed();
    case 'narrowed':
      return m.timeline_kind_narrowed();
    case 'leave':
      return m.timeline_kind_leave();
  }
}

export function stateText(state: UnitState): string {
  switch (state) {
    case 'first':
      return m.timeline_state_first();
    case 'enter':
      return m.timeline_state_enter();
    case 'change':
      return m.timeline_state_change();
    case 'stay':
      return m.timeline_state_stay();
    case 'both':
      return m.timeline_kind_both();
    case 'leave':
      return m.timeline_state_leave();
  }
}

const FAMILIES: Readonly<Record<string, () => string>> = {
  output: m.timeline_family_output,
  revenue: m.timeline_family_revenue,
  growth: m.timeline_family_growth,
  enterprises: m.timeline_family_enterprises,
  products: m.timeline_family_products,
  platforms: m.timeline_family_platforms,
  clinical: m.timeline_family_clinical,
  talent: m.timeline_family_talent,
  research: m.timeline_family_research,
  'rd-intensity': m.timeline_family_rd_intensity,
  projects: m.timeline_family_projects,
  finance: m.timeline_family_finance,
  digital: m.timeline_family_digital,
  regulation: m.timeline_family_regulation,
  cooperation: m.timeline_family_cooperation,
  green: m.timeline_family_green,
  land: m.timeline_family_land
};

/** Families are an open list of the pack; one without words here is shown by its id. */
export const familyText = (family: string): string => FAMILIES[family]?.() ?? family;
