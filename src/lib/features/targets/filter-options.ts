import type { Atlas } from '#lib/atlas/atlas';
import type { TargetsView } from './rows';
import { COMMITMENTS, DUE_STATES, SCOPE_LEVELS, filterTargets } from './rows';
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
  has: (target: Target, value: string) => boolean;
}>;

/** Facets in the order of the form, with every value that some target has. */
function facets(atlas: Atlas): Facet[] {
  const { targets, documents, admin } = atlas.data;
  const families = [...new Set(targets.map(({ family }) => family))];
  const years = [...new Set(targets.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  const named = (list: readonly { id: string; short: { zh: string; en: string } }[]) => new Map(list.map(({ id, short }) => [id, local(short)]));
  const documentName = named(documents);
  const unitName = new Map(admin.map(({ adcode, name }) => [adcode, local(name)]));
  return [
    {
      key: 'doc',
      label: m.targets_filter_doc(),
      values: documents.map(({ id }) => id),
      name: (id) => documentName.get(id) ?? id,
      has: (target, id) => target.document === id
    },
    { key: 'family', label: m.targets_filter_family(), values: families, name: familyText, has: (target, id) => target.family === id },
    {
      key: 'level',
      label: m.targets_filter_level(),
      values: SCOPE_LEVELS,
      name: (id) => levelText(id as Target['scope']['level']),
      has: (target, id) => target.scope.level === id
    },
    {
      key: 'unit',
      label: m.targets_filter_unit(),
      values: admin.map(({ adcode }) => adcode),
      name: (id) => unitName.get(id) ?? id,
      has: ({ scope }, id) => scope.adcodes.includes(id)
    },
    {
      key: 'year',
      label: m.targets_filter_year(),
      values: [...years, 'none'],
      name: (year) => (year === 'none' ? m.targets_open_short() : m.targets_option_year({ year })),
      has: (target, year) => String(target.year ?? 'none') === year
    },
    {
      key: 'commitment',
      label: m.targets_filter_commitment(),
      values: COMMITMENTS,
      name: (id) => commitmentText(id as Target['commitment']),
      has: (target, id) => target.commitment === id
    },
    // due depends on the day, so its counts are taken by filtering, below
    { key: 'due', label: m.targets_filter_due(), values: DUE_STATES, name: (id) => dueText(id as (typeof DUE_STATES)[number]), has: () => false }
  ];
}

/** The choices of each filter with what would remain under the other filters; values that no target has are left out. */
export function filterChoices(atlas: Atlas, view: TargetsView, day: string, textOf: (target: Target) => string): FilterChoice[] {
  return facets(atlas).map(({ key, label, values, name, has }) => {
    const { [key]: current, ...others } = view;
    const rest = filterTargets(atlas.data.targets, others, day, textOf);
    const count = (value: string) =>
      key === 'due'
        ? filterTargets(rest, { q: '', due: value as (typeof DUE_STATES)[number] }, day, textOf).length
        : rest.filter((target) => has(target, value)).length;
    return { key, label, value: String(current ?? ''), options: values.map(String).map((value) => ({ value, label: name(value), count: count(value) })) };
  });
}

/** The filters that are set, in words, for the message that nothing is left. */
export const activeFilters = (choices: readonly FilterChoice[]): string[] =>
  choices.flatMap(({ label, value, options }) => {
    const option = options.find((one) => one.value === value);
    return value && option ? [`${label}${m.colon()}${option.label}`] : [];
  });
