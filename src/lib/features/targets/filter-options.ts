import type { Atlas } from '#lib/atlas/atlas';
import type { TargetsView } from './rows';
import { COMMITMENTS, SCOPE_LEVELS, TARGET_STATES, filterTargets, targetState } from './rows';
import type { Target } from '#lib/schema/atlas';
import * as m from '#lib/paraglide/messages';
import { local } from '#lib/design/page/local';
import { commitmentText, dueText, familyText, levelText } from './text';

export type FilterKey = 'doc' | 'level' | 'unit' | 'family' | 'year' | 'commitment' | 'due';
export type FilterChoice = Readonly<{
  key: FilterKey;
  label: string;
  value: string;
  options: readonly Readonly<{ value: string; label: string; count: number }>[];
}>;

type Facet = Readonly<{
  key: FilterKey;
  label: string;
  values: readonly (string | number)[];
  name: (value: string) => string;
  /** the values that a target has */
  of: (target: Target) => readonly string[];
}>;

/** Facets in the order of the form, with every value that some target has. */
function facets(atlas: Atlas, day: string): Facet[] {
  const { targets, documents, admin } = atlas.data;
  const families = [...new Set(targets.map(({ family }) => family))];
  const years = [...new Set(targets.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  const documentName = new Map(documents.map(({ id, short }) => [id, local(short)]));
  const unitName = new Map(admin.map(({ adcode, name }) => [adcode, local(name)]));
  return [
    {
      key: 'doc',
      label: m.targets_filter_doc(),
      values: [...documentName.keys()],
      name: (id) => documentName.get(id) ?? id,
      of: ({ document }) => [document]
    },
    { key: 'family', label: m.targets_filter_family(), values: families, name: familyText, of: ({ family }) => [family] },
    {
      key: 'level',
      label: m.targets_filter_level(),
      values: SCOPE_LEVELS,
      name: (id) => levelText(id as Target['scope']['level']),
      of: ({ scope }) => [scope.level]
    },
    {
      key: 'unit',
      label: m.targets_filter_unit(),
      values: [...unitName.keys()],
      name: (id) => unitName.get(id) ?? id,
      of: ({ scope }) => scope.adcodes
    },
    {
      key: 'year',
      label: m.targets_filter_year(),
      values: [...years, 'none'],
      name: (year) => (year === 'none' ? m.targets_open_short() : m.targets_option_year({ year })),
      of: ({ year }) => [String(year ?? 'none')]
    },
    {
      key: 'commitment',
      label: m.targets_filter_commitment(),
      values: COMMITMENTS,
      name: (id) => commitmentText(id as Target['commitment']),
      of: ({ commitment }) => [commitment]
    },
    {
      key: 'due',
      label: m.targets_filter_due(),
      values: TARGET_STATES,
      name: (id) => dueText(id as (typeof TARGET_STATES)[number]),
      of: (target) => [targetState(atlas, target, day)]
    }
  ];
}

/** The choices of each filter with what would remain under the other filters; values that no target has are left out. */
export function filterChoices(atlas: Atlas, view: TargetsView, day: string, textOf: (target: Target) => string): FilterChoice[] {
  return facets(atlas, day).map(({ key, label, values, name, of }) => {
    const { [key]: current, ...others } = view;
    const rest = filterTargets(atlas.data.targets, others, (target) => targetState(atlas, target, day), textOf);
    const count = (value: string) => rest.filter((target) => of(target).includes(value)).length;
    return { key, label, value: String(current ?? ''), options: values.map(String).map((value) => ({ value, label: name(value), count: count(value) })) };
  });
}

/** The filters that are set, in words, for the message that nothing is left. */
export const activeFilters = (choices: readonly FilterChoice[]): string[] =>
  choices.flatMap(({ label, value, options }) => {
    const option = options.find((one) => one.value === value);
    return value && option ? [`${label}${m.colon()}${option.label}`] : [];
  });
