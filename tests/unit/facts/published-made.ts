import type { ProfileFact, Published, PublishedFigure, PublishedPage } from '#lib/schema/published';

const both = (words: string) => ({ zh: words, en: words });

/** A page made up; give what matters to the test. */
export const makePage = (given: Partial<PublishedPage> = {}): PublishedPage => ({
  title: 'Page',
  lang: 'zh',
  publisher: both('Gazette'),
  url: 'https://example.org/page',
  published: '2023-01-21',
  read: '2026-11-28',
  class: 'government',
  confidence: 'high',
  ...given
});

/** A figure made up, of a city's output in 2022. */
export const makeFigure = (given: Partial<PublishedFigure> & { id: string }): PublishedFigure => ({
  metric: both('Output'),
  family: 'output',
  adcode: '330100',
  operator: '=',
  value: 100,
  unit: 'yi-yuan',
  from: '2022',
  to: '2022',
  definition: both('above-scale industry'),
  conflicts: [],
  page: makePage(),
  ...given
});

/** A fact of a place's profile, made up. */
export const makeProfileFact = (given: Partial<ProfileFact> & { id: string }): ProfileFact => ({
  place: 'park',
  field: 'firms',
  value: both('more than 300'),
  conflicts: [],
  page: makePage(),
  ...given
});

/** All that is published, made up. */
export const makePublished = (given: Partial<Published> = {}): Published => ({ searched: '2026-11-28', figures: [], profiles: [], beside: [], ...given });
