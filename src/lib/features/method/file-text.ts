import * as m from '#lib/paraglide/messages';
import type { DataFile } from './files';

/** What a file holds, by the last part of its name without endings. */
const HOLDS: Readonly<Record<string, () => string>> = {
  atlas: m.method_holds_atlas,
  zones: m.method_holds_zones,
  targets: m.method_holds_targets,
  places: m.method_holds_places,
  incentives: m.method_holds_incentives,
  documents: m.method_holds_documents,
  counties: m.method_holds_counties,
  prefectures: m.method_holds_prefectures,
  province: m.method_holds_province,
  overview: m.method_holds_overview,
  focus: m.method_holds_focus,
  layouts: m.method_holds_layouts,
  sectors: m.method_holds_sectors,
  namings: m.method_holds_namings,
  ground: m.method_holds_ground,
  notes: m.method_holds_notes,
  vocabulary: m.method_holds_vocabulary,
  admin: m.method_holds_admin,
  stories: m.method_holds_stories,
  glossary: m.method_holds_glossary,
  examples: m.method_holds_examples,
  support: m.method_holds_support,
  explain: m.method_holds_explain,
  published: m.method_holds_published,
  figures: m.method_holds_figures,
  profiles: m.method_holds_profiles,
  calls: m.method_holds_calls,
  register: m.method_holds_register,
  search: m.method_holds_search
};

/** A line on what a file holds; empty for a file that this version does not know. */
export function fileText({ name, layout }: DataFile, layouts: readonly { id: string; short: string }[]): string {
  if (layout) return m.method_holds_layout_zones({ layout: layouts.find(({ id }) => id === layout)?.short ?? layout });
  const stem = (name.split('/').at(-1) ?? '').split('.')[0] ?? '';
  return HOLDS[stem]?.() ?? '';
}
