import { z } from 'zod';
import {
  AboutYears,
  Adcode,
  Citation,
  Commitment,
  Counting,
  Day,
  Family,
  Fraction,
  Id,
  Membership,
  NoteKind,
  Operator,
  PlaceKind,
  Precision,
  ScopeLevel,
  Text,
  Tier,
  WebAddress,
  Year
} from './common';
import { Examples } from './examples';
import { STANDINGS } from './terms';
import { OutsidePage } from './outside';
import { Condition, RuleFields, TierRuleFields } from './support';

/*
 * The authoring format of a pack: what a policy officer edits under geodata/packs/<pack>/.
 * In a document's own folder a citation may be just the clause; the folder names the document.
 */

const Clause = z.string().trim().min(1);
/** A citation in a document's folder: its clause there, or {document, clause} for another document. */
export const Cite = z.union([Clause, Citation]);
export type Cite = z.infer<typeof Cite>;
const Notes = z.array(Id).default([]);

/** Link from a zone to a sector, capability or place: an id, or an id with its own citation, units or wording. */
export const Link = z.union([
  Id,
  z.strictObject({
    id: Id,
    cite: z.array(Cite).min(1).optional(),
    /** only these of the zone's units are named for it */
    units: z.array(Adcode).min(1).optional(),
    /** as printed, where the printed name differs */
    as: z.string().optional(),
    /** how the document speaks of it: always said of a capability; a place's follows from mentions.csv unless said here; a sector has none */
    standing: z.enum(STANDINGS).optional(),
    notes: Notes
  })
]);
export type Link = z.infer<typeof Link>;

const Version = z.string().regex(/^\d{4}\.\d{1,2}\.\d+$/, 'a version is year.month.number');
export const PackInfo = z.strictObject({
  id: Id,
  /** calendar version of the facts, e.g. 2026.11.0; shown to readers and kept in links */
  version: Version,
  title: Text,
  description: Text,
  industry: Text,
  region: z.strictObject({
    provinceAdcode: Adcode,
    provinceName: Text,
    prefectures: z.array(Adcode).min(1),
    context: z.array(Adcode).default([]),
    focusPrefecture: Adcode.optional()
  }),
  /** layout shown first, and the one shown on drilling down to the focus prefecture */
  defaultLayout: Id,
  focusLayout: Id.optional(),
  /** where the positions in places.csv are accounted for */
  placeSource: Citation,
  /** where the outlines are accounted for: cited where something is worked out of them */
  boundarySource: Citation.optional(),
  /** what the empty pages of comparison and match start from */
  examples: Examples.prefault({}),
  /** what each version changed, newest first; shown to readers of links made with an older one */
  changes: z.array(z.strictObject({ version: Version, day: Day, text: Text })).default([]),
  /** ids that were renamed: old links are followed */
  renamed: z.array(z.strictObject({ from: Id, to: Id, since: z.string() })).default([])
});
export type PackInfo = z.infer<typeof PackInfo>;

const Agencies = z.strictObject({
  /** 牵头单位, or the first listed where the document says that the first leads */
  lead: z.array(Id).default([]),
  /** 配合单位, 参与 */
  support: z.array(Id).default([]),
  /** 责任单位 without a stated lead */
  responsible: z.array(Id).default([])
});
export type Agencies = z.infer<typeof Agencies>;

export const DocumentFile = z
  .strictObject({
    id: Id,
    /** policy: one of the documents presented; outside: a secondary source or reference */
    kind: z.enum(['policy', 'outside']),
    title: Text,
    short: Text,
    issuer: Text,
    number: z.string().optional(),
    issued: Day.optional(),
    published: Day.optional(),
    /** year or period where no day is printed, and what it rests on */
    dateNote: Text.optional(),
    /** years that an undated document is put at, accounted for in dateNote */
    aboutYears: AboutYears.optional(),
    validFrom: Day.optional(),
    validTo: Day.optional(),
    retroactiveFrom: Day.optional(),
    periodStart: Day.optional(),
    periodEnd: Day.optional(),
    /** last years that the document sets goals for and looks ahead to, where it has no plan period */
    horizon: Year.optional(),
    outlook: Year.optional(),
    draft: z.boolean().default(false),
    /** outside: what is proved of its being in force and what is not; it is never shown as in force */
    standing: Text.optional(),
    covers: z.array(Adcode).default([]),
    repeals: z.array(z.string()).default([]),
    /** pages that title, number, issuer or year come from where the text itself lacks them */
    sources: z.array(OutsidePage).default([]),
    /** how lead agencies are to be read in this document */
    agencyRule: Text.optional(),
    notes: Notes,
    clauses: z
      .array(
        z.strictObject({
          id: Clause,
          title: Text,
          agencies: Agencies.optional(),
          /** the printed words that it begins with, where source.txt does not show it by its number */
          starts: z.string().trim().min(2).optional(),
          /** number rebuilt from a scrambled extract */
          reconstructed: z.boolean().default(false),
          notes: Notes
        })
      )
      .min(1)
  })
  .refine(({ periodEnd, horizon, outlook }) => !(periodEnd && (horizon ?? outlook)), {
    path: ['horizon'],
    message: 'a document has a plan period or, where it states none, a horizon'
  })
  .refine(({ aboutYears, sources }) => !aboutYears?.proved || sources.length > 0, {
    path: ['aboutYears', 'proved'],
    message: 'years are proved by a page in sources; there is none'
  });
export type DocumentFile = z.infer<typeof DocumentFile>;

export const LayoutEntry = z.strictObject({
  id: Id,
  name: Text,
  /** a name for narrow places, such as the layout switch */
  short: Text,
  kind: z.enum(['spatial', 'assignment', 'pairs', 'bases']),
  scope: z.enum(['province', 'city']),
  adcode: Adcode,
  description: Text,
  /** the tiers are ours, or who stands on which is inferred: roles are then not compared with those of another document */
  tiersOurs: z.boolean().default(false),
  tiers: z
    .array(
      z.strictObject({
        tier: Tier,
        name: Text,
        /** what one zone of the tier is called, where the common word for the tier says something else */
        one: Text.optional(),
        gloss: Text
      })
    )
    .min(1),
  cite: z.array(Cite).min(1),
  notes: Notes
});
export type LayoutEntry = z.infer<typeof LayoutEntry>;

export const ZoneEntry = z.strictObject({
  id: Id,
  layout: Id,
  tier: Tier,
  name: Text,
  short: Text,
  /** stands for the zone where there is no room for a name: one Chinese character, one or two Latin letters; unique within the layout */
  mark: z.strictObject({
    zh: z.string().regex(/^[\u3400-\u9fff]$/, 'a mark in Chinese is one Chinese character'),
    en: z.string().regex(/^[A-Z][a-z]?$/, 'a mark in English is one capital letter, or a capital and a small one')
  }),
  role: Text,
  /** what the document makes of it, where that is not what the others of its tier are */
  tierName: Text.optional(),
  units: z.array(Adcode).default([]),
  /** a named group of units instead of a list, see unit-groups.yaml */
  unitGroup: Id.optional(),
  membership: Membership.default('primary'),
  /** where the membership is stated, if not where the zone is */
  membershipCite: z.array(Cite).optional(),
  /** units that the clause names by the name of an area that a later change of districts gave to them; `until` = the year of the change */
  formerNames: z.array(z.strictObject({ adcode: Adcode, name: Text, until: Year })).optional(),
  /** the document closes the list with 等/等地: others may belong */
  openEnded: z.boolean().default(false),
  sectors: z.array(Link).default([]),
  capabilities: z.array(Link).default([]),
  platforms: z.array(Link).default([]),
  parks: z.array(Link).default([]),
  /** the one place that the zone itself is, a park or a town: not one of its parks */
  place: Id.optional(),
  cite: z.array(Cite).min(1),
  notes: Notes
});
export type ZoneEntry = z.infer<typeof ZoneEntry>;
export const ZonesFile = z.strictObject({ layouts: z.array(LayoutEntry), zones: z.array(ZoneEntry) });

export const TargetEntry = z.strictObject({
  id: Id,
  clause: Clause,
  scope: z.strictObject({ level: ScopeLevel, adcodes: z.array(Adcode).default([]), zone: Id.optional(), zones: z.array(Id).optional(), place: Id.optional() }),
  metric: Text,
  /** same-name metrics across documents, for filtering only: never one series */
  family: Family,
  operator: Operator,
  value: z.number(),
  /** “1/3”, where the document prints a fraction: shown instead of the value, which is it to six places */
  fraction: Fraction.optional(),
  /** upper end where the document prints a range, e.g. 8—10 */
  upper: z.number().optional(),
  unit: Id,
  /** deadline year; absent where the document states none */
  year: z.int().min(2000).max(2100).optional(),
  /** the deadline is taken from a heading or the plan's period, not from the sentence itself */
  yearInherited: z.boolean().default(false),
  counting: Counting,
  /** the document's own quantity words, e.g. “达”, “力争突破”, “不少于 … 以上” */
  wording: z.string().trim().min(1),
  commitment: Commitment,
  commitmentInherited: z.boolean().default(false),
  baseline: Text.optional(),
  /** the target that this one is a part of, by the document's own scope (never to be added up) */
  partOf: Id.optional(),
  /** probably the same goal worded twice */
  sameAs: Id.optional(),
  sectors: z.array(Id).default([]),
  notes: Notes
});
export type TargetEntry = z.infer<typeof TargetEntry>;

const Amount = z.strictObject({ value: z.number().positive(), unit: Id });
/** One row of an incentive's terms: a rate up to a cap for a phase, class or case. */
export const IncentiveTier = z.strictObject({
  id: Id,
  label: Text,
  /** share of the base, 0–1 */
  rate: z.number().gt(0).max(1).optional(),
  rateOperator: z.enum(['<=', '=', '>=']).optional(),
  cap: Amount.optional(),
  /** fixed or minimum sum, where the document prints one instead of a rate */
  amount: Amount.optional(),
  amountOperator: Operator.optional(),
  per: Text.optional(),
  ...TierRuleFields,
  notes: Notes
});
export const IncentiveEntry = z.strictObject({
  id: Id,
  clause: Clause,
  name: Text,
  kind: z.enum([
    'rd-subsidy',
    'market-award',
    'clinical-award',
    'investment-subsidy',
    'procurement-award',
    'platform-subsidy',
    'voucher',
    'fund',
    'research-grant',
    'insurance',
    'district-award',
    'other'
  ]),
  audience: Text,
  /** the units or zones that it is for, where that is less than its document covers */
  scope: z.strictObject({ adcodes: z.array(Adcode).default([]), zones: z.array(Id).default([]) }).optional(),
  conditions: z.array(Condition).default([]),
  /** what a rate applies to */
  base: Text.optional(),
  ...RuleFields,
  /** smallest base that qualifies */
  threshold: Amount.optional(),
  tiers: z.array(IncentiveTier).default([]),
  annualCap: z.strictObject({ value: z.number().positive(), unit: Id, per: Text, sharedWith: z.array(Id).default([]) }).optional(),
  stacking: Text.optional(),
  /** the clause that prints the rule on overlap */
  stackingClause: Clause.optional(),
  /** no amount is printed; who sets it */
  unquantified: Text.optional(),
  sectors: z.array(Id).default([]),
  /** places: meant for these named bodies and no others */
  bodies: z.array(Id).min(1).optional(),
  notes: Notes
});
export type IncentiveEntry = z.infer<typeof IncentiveEntry>;

export const NoteEntry = z.strictObject({ id: Id, kind: NoteKind, text: Text, cite: z.array(Cite).default([]) });
export type NoteEntry = z.infer<typeof NoteEntry>;

export const SectorEntry = z.strictObject({
  id: Id,
  name: Text,
  parent: Id.optional(),
  /** one plain sentence for a reader outside the trade */
  gloss: Text,
  /** other words that documents and people use for it */
  aliases: z.array(z.string()).default([])
});
export const CapabilityEntry = z.strictObject({
  id: Id,
  name: Text,
  gloss: Text,
  group: z.enum(['stage', 'land', 'service', 'finance', 'status', 'resource'])
});
export const UnitEntry = z.strictObject({ id: Id, name: Text });
export const AgencyEntry = z.strictObject({
  id: Id,
  name: Text,
  level: z.enum(['central', 'province', 'city', 'county', 'party', 'body']),
  /** name in later documents, where the body was renamed */
  laterName: Text.optional(),
  /** its own site */
  site: WebAddress.optional()
});
export const UnitGroupEntry = z.strictObject({
  id: Id,
  name: Text,
  adcodes: z.array(Adcode).min(1),
  asOf: Day.optional(),
  cite: z.array(Citation).min(1),
  notes: Notes
});

/** One step of a guided walk: a few plain sentences, what the map shows meanwhile, and the clauses that bear them out. */
const StoryStep = z.strictObject({
  title: Text,
  text: Text,
  focus: z.strictObject({
    layout: Id,
    /** what stands out; none of the three = all zones of the layout */
    zones: z.array(Id).default([]),
    units: z.array(Adcode).default([]),
    places: z.array(Id).default([]),
    /** [west, south, east, north] in WGS 84 degrees, to move closer */
    bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional()
  }),
  cite: z.array(Citation).min(1)
});
/** stories.yaml: guided walks over the map. */
export const StoryEntry = z.strictObject({
  id: Id,
  title: Text,
  lead: Text,
  steps: z.array(StoryStep).min(1).max(12),
  /** “which part is X in?”, asked at the end; the facts give the answers */
  selfCheck: z.strictObject({ layout: Id, units: z.array(Adcode).min(1) }).optional()
});
export type StoryEntry = z.infer<typeof StoryEntry>;

/** glossary.yaml: a term in plain words, or with the words that the sector or capability already has. */
export const GlossaryEntry = z
  .strictObject({ id: Id, term: Text, gloss: Text.optional(), sector: Id.optional(), capability: Id.optional() })
  .refine(({ gloss, sector, capability }) => [gloss, sector, capability].filter(Boolean).length === 1, 'give one of gloss, sector, capability');
export type GlossaryEntry = z.infer<typeof GlossaryEntry>;

const Degrees = z.union([z.literal(''), z.coerce.number().min(-180).max(180)], 'degrees are decimal numbers, e.g. 120.62, or left empty');
const isInChina = (lon: number, lat: number): boolean => lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54;

/** places.csv, one row a place; coordinates in WGS 84 degrees, empty where unlocated. */
export const PlaceRow = z
  .strictObject({
    id: Id,
    nameZh: z.string().trim().min(1),
    nameEn: z.string().trim().min(1),
    kind: PlaceKind,
    adcode: Adcode,
    lon: Degrees,
    lat: Degrees,
    precision: Precision,
    basisZh: z.string().trim().min(1),
    basisEn: z.string().trim().min(1),
    notes: z.string()
  })
  .superRefine(({ lon, lat }, { addIssue }) => {
    if (lon === '' || lat === '' || isInChina(lon, lat)) return;
    const message = isInChina(lat, lon)
      ? 'lon and lat are exchanged: the longitude (73 to 136) goes into lon, the latitude (3 to 54) into lat'
      : 'this position is not in China: lon is 73 to 136, lat is 3 to 54';
    addIssue({ code: 'custom', path: ['lon'], message });
  });
export type PlaceRow = z.infer<typeof PlaceRow>;

export const MentionStatus = z.enum([...STANDINGS, 'supported']);

/** mentions.csv in a document's folder: where the document names a place. */
export const MentionRow = z.strictObject({
  place: Id,
  clause: Clause,
  namedAs: z.string().trim().min(1),
  /** existing: the text takes it to be there; planned: to be built (建设, 打造, 争取 …); supported: there, and to be supported; named: only named */
  status: MentionStatus
});
export type MentionRow = z.infer<typeof MentionRow>;

/**
 * sectors.csv in a document's folder: every clause that prints the name of a sector, also where zones, targets and incentives have it already.
 * Words in the names of bodies and parks do not count. A document without the file has not been read for this.
 */
export const SectorRow = z.strictObject({ clause: Clause, sector: Id, asPrinted: z.string().trim().min(1) });
export type SectorRow = z.infer<typeof SectorRow>;
