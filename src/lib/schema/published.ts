import { z } from 'zod';
import { Adcode, Day, Family, Id, Operator, Text, WebAddress } from './common';
import { PROFILE_FIELDS } from './terms';

/*
 * What is published elsewhere about areas and places, after or beside the plans: no document's word, and never counted with it.
 * published.json of the data has this form; published.yaml of a pack names each page once (PublishedFile).
 */

/** Who stands behind a page, most official first. */
export const SOURCE_CLASSES = ['statistics', 'government', 'official-media', 'operator', 'trade'] as const;
export const SourceClass = z.enum(SOURCE_CLASSES);
export type SourceClass = z.infer<typeof SourceClass>;

/** How sure it is that the page states this, of this place and time. */
export const Confidence = z.enum(['high', 'medium-high', 'medium']);
export type Confidence = z.infer<typeof Confidence>;

/** A day, month or year, as exactly as it is known: YYYY, YYYY-MM or YYYY-MM-DD. */
export const Moment = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a moment is written YYYY, YYYY-MM or YYYY-MM-DD');

/** The page that states it: shown as a link, never fetched by the site. */
export const PublishedPage = z.strictObject({
  title: z.string().trim().min(1),
  /** language of the title and the page */
  lang: z.enum(['zh', 'en']),
  publisher: Text,
  url: WebAddress,
  /** as exactly as the page says; absent where it gives no date */
  published: Moment.optional(),
  /** day on which it was read: pages change */
  read: Day,
  class: SourceClass,
  confidence: Confidence
});
export type PublishedPage = z.infer<typeof PublishedPage>;

/** A page as published.yaml lists it: once, by an id that figures and facts name. */
export const PageEntry = PublishedPage.omit({ confidence: true }).extend({ id: Id });
export type PageEntry = z.infer<typeof PageEntry>;
/** In published.yaml a figure or fact names its page, and says itself how sure it is. */
const Sourced = { page: Id, confidence: Confidence };

/** What a figure is of. Two figures are of one kind where metric, scope, unit and definition are the same. */
export const PublishedFigure = z.strictObject({
  id: Id,
  metric: Text,
  /** as a target's family */
  family: Family,
  /** the smallest unit that holds what it is about */
  adcode: Adcode,
  /** the place that it is about, where that is one of the pack's */
  place: Id.optional(),
  /** said where the figure is about less, or other ground, than the unit of today: a part of it, or its area before a change of districts */
  scope: Text.optional(),
  operator: Operator,
  value: z.number(),
  unit: Id,
  /** first and last moment that it is about; a level on a day has both the same */
  from: Moment.optional(),
  to: Moment,
  /** said where the page does not name the year, or names more than the two moments say */
  period: Text.optional(),
  definition: Text,
  /** figures of one series share it: same metric, scope, unit and definition */
  series: Id.optional(),
  /** figures that say something else of the same matter */
  conflicts: z.array(Id).default([]),
  note: Text.optional(),
  page: PublishedPage
});
export type PublishedFigure = z.infer<typeof PublishedFigure>;

export const ProfileField = z.enum(PROFILE_FIELDS);
export type ProfileField = z.infer<typeof ProfileField>;

/** A fact of a place's profile, as text: “38,000 m² (phase I)”. */
export const ProfileFact = z.strictObject({
  id: Id,
  place: Id,
  field: ProfileField,
  value: Text,
  /** when it was so, as exactly as is known; absent where the page does not say */
  asOf: Moment.optional(),
  conflicts: z.array(Id).default([]),
  note: Text.optional(),
  page: PublishedPage
});
export type ProfileFact = z.infer<typeof ProfileFact>;

/**
 * A figure beside a target. `comparable`: same metric, scope, unit and definition, so that it may stand on the target's own scale;
 * `near`: something else, which `differs` says; it is a line of text and never drawn.
 */
export const FigureBeside = z.discriminatedUnion('kind', [
  z.strictObject({ target: Id, figure: Id, kind: z.literal('comparable'), differs: Text.optional() }),
  z.strictObject({ target: Id, figure: Id, kind: z.literal('near'), differs: Text })
]);
export type FigureBeside = z.infer<typeof FigureBeside>;

export const Published = z.strictObject({
  /** day on which figures were last looked for: what is not here by then was not found; absent where nobody has looked */
  searched: Day.optional(),
  figures: z.array(PublishedFigure).default([]),
  profiles: z.array(ProfileFact).default([]),
  beside: z.array(FigureBeside).default([])
});
export type Published = z.infer<typeof Published>;

/** published.yaml of a pack. */
export const PublishedFile = Published.omit({ searched: true, figures: true, profiles: true }).extend({
  searched: Day,
  pages: z.array(PageEntry).default([]),
  figures: z.array(PublishedFigure.extend(Sourced)).default([]),
  profiles: z.array(ProfileFact.extend(Sourced)).default([])
});
export type PublishedFile = z.infer<typeof PublishedFile>;
