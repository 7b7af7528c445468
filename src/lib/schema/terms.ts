/*
 * Closed lists of terms, free of any library so that the browser can use them;
 * common.ts builds the schemas on them.
 */

/** What a layout's members are to it; colours and drawing follow the tier. */
export const TIERS = ['core', 'park', 'belt', 'circle', 'area', 'point', 'base', 'assignment', 'pair'] as const;
export type Tier = (typeof TIERS)[number];

/** The hues that zones are drawn in; src/lib/design/tokens/tokens.css has their colours. A layout's zones each have their own. */
export const HUES = [
  'core-1',
  'core-2',
  'park-1',
  'park-2',
  'park-3',
  'park-4',
  'quiet-1',
  'quiet-2',
  'quiet-3',
  'more-1',
  'belt-1',
  'belt-2',
  'circle-1',
  'circle-2',
  'more-2'
] as const;
export type Hue = (typeof HUES)[number];

export const PLACE_KINDS = [
  'park',
  'town',
  'base',
  'zone',
  'platform',
  'institute',
  'facility',
  'hospital',
  'university',
  'airport',
  'port',
  'station',
  'bonded',
  'customs'
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** How a document speaks of what a place or a zone has: the text takes it to be there; it is to be built or sought; it is only named. */
export const STANDINGS = ['existing', 'planned', 'named'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Over what span a target's value is counted. */
export const COUNTINGS = ['level', 'cumulative', 'new', 'per-year', 'average-per-year', 'share', 'threshold'] as const;
export type Counting = (typeof COUNTINGS)[number];

/** Kinds of support that a reader asks for; features/support/groups.ts sorts incentives into them. */
export const SUPPORT_GROUPS = ['rd', 'market', 'investment', 'platform', 'procurement', 'other'] as const;
export type SupportGroup = (typeof SUPPORT_GROUPS)[number];

/** How exactly a place is known, from a surveyed site down to no position at all. */
export const PRECISIONS = ['site', 'neighbourhood', 'town', 'district', 'prefecture', 'unlocated'] as const;
export type Precision = (typeof PRECISIONS)[number];
/** Known only by its district or its prefecture: the point stands in for it and is not a position. */
export const isStandIn = (precision: Precision): boolean => precision === 'district' || precision === 'prefecture';

/** What is said of a place by others, in the order in which a reader asks: what it is and since when, who runs it, how large, who is there, what comes of it. */
export const PROFILE_FIELDS = [
  'level',
  'founded',
  'operator',
  'focus',
  'address',
  'area-km2',
  'planned-area-km2',
  'land',
  'floor-area',
  'facility',
  'firms',
  'anchor-firms',
  'output',
  'investment',
  'web'
] as const;
