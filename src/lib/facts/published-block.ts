import type { Atlas } from '#lib/atlas/atlas';
import type { ProfileFact, Published, PublishedFigure, PublishedPage } from '#lib/schema/published';
import * as m from '#lib/paraglide/messages';
import { local } from '#lib/design/page/local';
import { momentText, periodText } from './moment-text';
import { figureValue } from './target-text';

/*
 * What is published elsewhere, in the reader's words: made when a page is prerendered, so that the page carries no more than it shows.
 * No document's word: it is listed apart, each with its source, and nothing of it is ever added up.
 */

const CLASSES: Readonly<Record<PublishedPage['class'], () => string>> = {
  statistics: m.published_class_statistics,
  government: m.published_class_government,
  'official-media': m.published_class_official_media,
  operator: m.published_class_operator,
  trade: m.published_class_trade
};
/** Who stands behind a page, in a word or two. */
export const classText = (page: Pick<PublishedPage, 'class'>): string => CLASSES[page.class]();

const SURE: Readonly<Record<PublishedPage['confidence'], (() => string) | undefined>> = {
  high: undefined,
  'medium-high': m.published_sure_medium_high,
  medium: m.published_sure_medium
};

const FIELDS: Readonly<Record<ProfileFact['field'], () => string>> = {
  founded: m.published_field_founded,
  level: m.published_field_level,
  operator: m.published_field_operator,
  address: m.published_field_address,
  'area-km2': m.published_field_area,
  'planned-area-km2': m.published_field_planned_area,
  land: m.published_field_land,
  'floor-area': m.published_field_floor_area,
  facility: m.published_field_facility,
  focus: m.published_field_focus,
  firms: m.published_field_firms,
  'anchor-firms': m.published_field_anchor_firms,
  output: m.published_field_output,
  investment: m.published_field_investment,
  web: m.published_field_web
};
/** What a fact of a place's profile is of. */
export const fieldText = (field: ProfileFact['field']): string => FIELDS[field]();

/** One thing published: what it is of, the value, when it was so, and where it stands among the block's sources. */
export type PublishedRow = Readonly<{
  id: string;
  label: string;
  value: string;
  when?: string;
  /** the value is an address that can be opened */
  web?: true;
  /** the ground that it is about, where that is less or other than the group's */
  where?: string;
  /** definition, remark */
  about: readonly string[];
  /** what others say of the same matter; `id` where it stands in the same block */
  conflicts: readonly Readonly<{ id?: string; text: string }>[];
  /** index of its page among the block's */
  source: number;
}>;

export type PublishedSource = Readonly<{
  url: string;
  title: string;
  lang: PublishedPage['lang'];
  publisher: string;
  class: string;
  /** dates and reservations, in words */
  dates: string;
}>;

export type PublishedGroup = Readonly<{ title?: string; /** page of what the group is about */ path?: string; rows: readonly PublishedRow[] }>;
export type PublishedBlock = Readonly<{ groups: readonly PublishedGroup[]; sources: readonly PublishedSource[] }>;

/** What a group is made from: a place's profile, figures of a place or unit. */
export type PublishedOf = Readonly<{
  title?: string | undefined;
  path?: string | undefined;
  figures?: readonly PublishedFigure[];
  profile?: readonly ProfileFact[];
  /** the place that the group is about: of it, what a figure is about need not be said */
  place?: string | undefined;
}>;

/** A page in words: who publishes it, of what class, dates and reservations. */
export const sourceOf = (page: PublishedPage): PublishedSource => ({
  url: page.url,
  title: page.title,
  lang: page.lang,
  publisher: local(page.publisher),
  class: classText(page),
  dates: [page.published && m.published_on({ day: momentText(page.published) }), m.published_read({ day: momentText(page.read) }), SURE[page.confidence]?.()]
    .filter(Boolean)
    .join(' · ')
});

/**
 * A block of what is published elsewhere, in groups; each page is listed once. Groups of which nothing is published are left out.
 * @param published all of it: a conflict may be with what stands elsewhere
 * @returns undefined where nothing is published of any group
 */
export function publishedBlock(atlas: Atlas, published: Published, groups: readonly PublishedOf[]): PublishedBlock | undefined {
  const shown = new Set(groups.flatMap(({ figures = [], profile = [] }) => [...figures, ...profile].map(({ id }) => id)));
  const figures = new Map(published.figures.map((figure) => [figure.id, figure]));
  const facts = new Map(published.profiles.map((fact) => [fact.id, fact]));
  const pages = new Map<string, PublishedPage>();
  const source = (page: PublishedPage): number => {
    if (!pages.has(page.url)) pages.set(page.url, page);
    return [...pages.keys()].indexOf(page.url);
  };

  /** What another page says, with what it says it of where that is called something else. */
  function conflict(id: string, label: string): PublishedRow['conflicts'] {
    const figure = figures.get(id);
    const fact = facts.get(id);
    const page = (figure ?? fact)?.page;
    if (!page) return [];
    const other = figure ? local(figure.metric) : fact ? fieldText(fact.field) : '';
    const text = m.published_said({
      value: figure ? figureValue(atlas, figure) : fact ? local(fact.value) : '',
      when: figure ? periodText(figure) : momentText(fact?.asOf ?? page.published ?? page.read),
      publisher: local(page.publisher)
    });
    return [{ ...(shown.has(id) ? { id } : {}), text: other === label ? text : m.published_other({ label: other, text }) }];
  }
  const row = (one: PublishedFigure | ProfileFact, label: string, rest: Pick<PublishedRow, 'value' | 'when' | 'where' | 'web'>, about: readonly string[]) => ({
    id: one.id,
    label,
    ...rest,
    about: [...about, ...(one.note ? [local(one.note)] : [])],
    conflicts: one.conflicts.flatMap((id) => conflict(id, label)),
    source: source(one.page)
  });
  const ofFact = (fact: ProfileFact): PublishedRow =>
    row(
      fact,
      fieldText(fact.field),
      {
        value: local(fact.value),
        ...(fact.asOf ? { when: momentText(fact.asOf) } : {}),
        ...(fact.field === 'web' && /^https?:/.test(fact.value.en) ? { web: true as const } : {})
      },
      []
    );
  const ofFigure = (figure: PublishedFigure, group: PublishedOf): PublishedRow => {
    const place = figure.place === group.place ? undefined : atlas.place.get(figure.place ?? '');
    const where = figure.scope ?? place?.name;
    return row(
      figure,
      local(figure.metric),
      { value: figureValue(atlas, figure), when: periodText(figure), ...(where ? { where: local(where) } : {}) },
      local(figure.definition) === local(figure.metric) ? [] : [local(figure.definition)]
    );
  };

  const made = groups.flatMap((group): PublishedGroup[] => {
    const rows = [...(group.profile ?? []).map(ofFact), ...(group.figures ?? []).map((figure) => ofFigure(figure, group))];
    return rows.length === 0 ? [] : [{ ...(group.title ? { title: group.title } : {}), ...(group.path ? { path: group.path } : {}), rows }];
  });
  return made.length === 0 ? undefined : { groups: made, sources: [...pages.values()].map(sourceOf) };
}
