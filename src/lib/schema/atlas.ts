import { z } from 'zod';
import {
  AboutYears,
  Adcode,
  Citation,
  Commitment,
  Counting,
  Day,
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
  Year
} from './common';
import { LaterDocument, OutsidePage } from './outside';
import { HUES } from './terms';
import { Condition, RuleFields, TierRuleFields } from './support';

/*
 * The published data, data/v1/*.json: what scripts write, the site reads and others may use.
 * Coordinates are WGS 84 degrees, lon before lat. Areas are km². Money is in the unit printed.
 */

/** Bounding box [west, south, east, north], WGS 84 degrees. */
const Bbox = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const Position = z.tuple([z.number(), z.number()]);
const Notes = z.array(Id);

export const DocumentStatus = z.enum(['in-force', 'period-ended', 'horizon-past', 'expired', 'draft', 'not-yet', 'reference']);
export type DocumentStatus = z.infer<typeof DocumentStatus>;

const Agencies = z.object({ lead: z.array(Id), support: z.array(Id), responsible: z.array(Id) });

export const PolicyDocument = z.object({
  id: Id,
  kind: z.enum(['policy', 'outside']),
  title: Text,
  short: Text,
  issuer: Text,
  number: z.string().optional(),
  issued: Day.optional(),
  published: Day.optional(),
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
  /** status on the day in index.json's statusAsOf; recompute for other days from the dates */
  status: DocumentStatus,
  /** outside sources with rules of their own: what is proved of their being in force */
  standing: Text.optional(),
  covers: z.array(Adcode),
  repeals: z.array(z.string()),
  /** pages that title, number, issuer or year come from where the text itself lacks them */
  sources: z.array(OutsidePage).optional(),
  /** later documents on the same subject, from the register */
  later: z.array(LaterDocument).optional(),
  /** its text is published by clause, in passages/<id>.json */
  passages: z.literal(true).optional(),
  agencyRule: Text.optional(),
  notes: Notes,
  clauses: z.array(z.object({ id: z.string(), title: Text, agencies: Agencies.optional(), reconstructed: z.boolean(), notes: Notes }))
});
export type PolicyDocument = z.infer<typeof PolicyDocument>;

export const Layout = z.object({
  id: Id,
  document: Id,
  name: Text,
  short: Text,
  kind: z.enum(['spatial', 'assignment', 'pairs', 'bases']),
  scope: z.enum(['province', 'city']),
  adcode: Adcode,
  description: Text,
  /** the tiers are not the document's own, or who stands on which is inferred: no role to compare */
  tiersOurs: z.boolean().optional(),
  tiers: z.array(z.object({ tier: Tier, name: Text, one: Text.optional(), gloss: Text })),
  zones: z.array(Id),
  citations: z.array(Citation),
  notes: Notes
});
export type Layout = z.infer<typeof Layout>;

/** A zone's link to a sector, capability or place. `units` narrows it to some of the zone's units. */
export const ZoneLink = z.object({
  id: Id,
  citations: z.array(Citation),
  units: z.array(Adcode).optional(),
  as: z.string().optional(),
  /** of places and capabilities: planned = to be built or sought by the text, named = only named; absent = the text takes it to be there */
  standing: z.enum(['planned', 'named']).optional(),
  notes: Notes
});
export type ZoneLink = z.infer<typeof ZoneLink>;

export const Zone = z.object({
  id: Id,
  layout: Id,
  document: Id,
  tier: Tier,
  /** the layout's own word for it, where the common word for the tier says something else */
  tierName: Text.optional(),
  name: Text,
  short: Text,
  /** one character, one or two letters: stands for the zone on maps and in lists */
  mark: Text,
  /** what it is drawn in, on every map */
  hue: z.enum(HUES),
  role: Text,
  /** prefectures (…00) or counties; empty where the document leaves the members open */
  units: z.array(Adcode),
  unitGroup: Id.optional(),
  membership: Membership,
  membershipCitations: z.array(Citation),
  /** members that the clause names by an area's name until that year; a change of districts gave the area to them */
  formerNames: z.array(z.object({ adcode: Adcode, name: Text, until: Year })).optional(),
  openEnded: z.boolean(),
  sectors: z.array(Id),
  platforms: z.array(Id),
  parks: z.array(Id),
  capabilities: z.array(Id),
  /** the one place that the zone itself is, a park or a town: not among its parks */
  place: Id.optional(),
  /** how the text speaks of that place, as `standing` of a link */
  placeStanding: z.enum(['planned', 'named']).optional(),
  targets: z.array(Id),
  links: z.object({ sectors: z.array(ZoneLink), platforms: z.array(ZoneLink), parks: z.array(ZoneLink), capabilities: z.array(ZoneLink) }),
  citations: z.array(Citation),
  notes: Notes,
  /** absent where the zone has no units */
  bbox: Bbox.optional()
});
export type Zone = z.infer<typeof Zone>;

export const Target = z.object({
  id: Id,
  document: Id,
  scope: z.object({ level: ScopeLevel, adcodes: z.array(Adcode), zone: Id.optional(), zones: z.array(Id).optional(), place: Id.optional() }),
  metric: Text,
  family: z.string(),
  operator: Operator,
  value: z.number(),
  /** “1/3”, where the document prints a fraction; the value is it to six places */
  fraction: Fraction.optional(),
  upper: z.number().optional(),
  unit: Id,
  year: z.int().optional(),
  yearInherited: z.boolean(),
  counting: Counting,
  wording: z.string(),
  commitment: Commitment,
  commitmentInherited: z.boolean(),
  baseline: Text.optional(),
  partOf: Id.optional(),
  sameAs: Id.optional(),
  sectors: z.array(Id),
  citation: Citation,
  notes: Notes
});
export type Target = z.infer<typeof Target>;

export const Place = z.object({
  id: Id,
  name: Text,
  kind: PlaceKind,
  adcode: Adcode,
  /** null where no source gives a position */
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  precision: Precision,
  basis: Text,
  mentions: z.array(z.object({ document: Id, clause: z.string(), namedAs: z.string(), status: z.enum(['existing', 'planned', 'named', 'supported']) })),
  citations: z.array(Citation).min(1),
  notes: Notes
});
export type Place = z.infer<typeof Place>;

const Amount = z.object({ value: z.number(), unit: Id });
export const Incentive = z.object({
  id: Id,
  document: Id,
  clause: z.string(),
  name: Text,
  kind: z.string(),
  audience: Text,
  /** the units or zones that it is for, where that is less than its document covers; `conditions` say so, too */
  scope: z.object({ adcodes: z.array(Adcode), zones: z.array(Id) }).optional(),
  conditions: z.array(Condition),
  base: Text.optional(),
  ...RuleFields,
  threshold: Amount.optional(),
  tiers: z.array(
    z.object({
      id: Id,
      label: Text,
      rate: z.number().optional(),
      rateOperator: z.enum(['<=', '=', '>=']).optional(),
      cap: Amount.optional(),
      amount: Amount.optional(),
      amountOperator: Operator.optional(),
      per: Text.optional(),
      ...TierRuleFields,
      notes: Notes
    })
  ),
  /** the rate, where all tiers share one */
  rate: z.number().optional(),
  /** the largest cap of the tiers, in `unit` */
  cap: z.number().optional(),
  unit: Id.optional(),
  per: Text.optional(),
  annualCap: z.object({ value: z.number(), unit: Id, per: Text, sharedWith: z.array(Id) }).optional(),
  stacking: Text.optional(),
  /** the clause of the same document that prints the rule on overlap */
  stackingClause: z.string().optional(),
  unquantified: Text.optional(),
  sectors: z.array(Id),
  /** places: meant for these named bodies and no others */
  bodies: z.array(Id).optional(),
  validFrom: Day.optional(),
  validTo: Day.optional(),
  agencies: Agencies.optional(),
  notes: Notes
});
export type Incentive = z.infer<typeof Incentive>;

export const Note = z.object({ id: Id, document: Id, kind: NoteKind, text: Text, citations: z.array(Citation) });
export type Note = z.infer<typeof Note>;

export const Sector = z.object({ id: Id, name: Text, parent: Id.optional(), gloss: Text, aliases: z.array(z.string()) });
export type Sector = z.infer<typeof Sector>;

/**
 * Which sectors a document names, by document and sector: [clause, as printed], every clause once, in the document's order.
 * A document without an entry was not read for this: of it nothing can be said to be left out.
 */
export const Namings = z.record(Id, z.record(Id, z.array(z.tuple([z.string(), z.string()]))));
export type Namings = z.infer<typeof Namings>;

export const Vocabulary = z.object({
  capabilities: z.array(z.object({ id: Id, name: Text, gloss: Text, group: z.string() })),
  units: z.array(z.object({ id: Id, name: Text })),
  agencies: z.array(z.object({ id: Id, name: Text, level: z.string(), laterName: Text.optional(), site: z.string().optional() })),
  unitGroups: z.array(z.object({ id: Id, name: Text, adcodes: z.array(Adcode), asOf: Day.optional(), citations: z.array(Citation), notes: Notes }))
});
export type Vocabulary = z.infer<typeof Vocabulary>;

/** An administrative unit, without its outline (that is in boundaries/). */
export const AdminUnit = z.object({
  adcode: Adcode,
  name: Text,
  level: z.enum(['province', 'prefecture', 'county']),
  /** the unit above */
  parent: Adcode.optional(),
  /** directly below the province with nothing below it: a prefecture and a county in one, whichever `level` says */
  undivided: z.literal(true).optional(),
  areaKm2: z.number(),
  /** a point well inside the outline */
  label: Position,
  bbox: Bbox
});
export type AdminUnit = z.infer<typeof AdminUnit>;

/** Units of a region, each once and none above itself over any number of steps: climbing from unit to unit ends. */
export const AdminUnits = z.array(AdminUnit).superRefine((units, { addIssue }) => {
  const above = new Map(units.map(({ adcode, parent }) => [adcode, parent]));
  units.forEach(({ adcode, name }, i) => {
    const chain = new Set<string>();
    for (let up = above.get(adcode); up !== undefined && !chain.has(up); up = above.get(up)) chain.add(up);
    if (chain.has(adcode)) addIssue({ code: 'custom', path: [i, 'parent'], message: `"${adcode}" ${name.zh} is above itself` });
  });
  if (above.size < units.length) addIssue({ code: 'custom', message: 'a unit is there twice' });
});

/** Of what time the boundaries are. */
export const BoundaryVintage = z.object({
  /** year of the base map, about */
  base: Year,
  /** year of the last change of the region's units that is drawn */
  updated: Year,
  /** year of the official list that names and codes were compared with */
  compared: Year,
  /** units that were founded since and whose lines are not drawn, with the units that they lie in */
  notDrawn: z.array(z.object({ adcode: Adcode, name: Text, since: Year, within: z.array(Adcode) }))
});
export type BoundaryVintage = z.infer<typeof BoundaryVintage>;

export const DataIndex = z.object({
  api: z.literal('v1'),
  pack: Id,
  version: z.string(),
  title: Text,
  description: Text,
  industry: Text,
  province: Adcode,
  focusPrefecture: Adcode.optional(),
  defaultLayout: Id,
  focusLayout: Id.optional(),
  /** where the outlines are accounted for */
  boundarySource: Citation.optional(),
  statusAsOf: Day,
  changes: z.array(z.object({ version: z.string(), day: Day, text: Text })),
  renamed: z.array(z.object({ from: Id, to: Id, since: z.string() })),
  counts: z.record(z.string(), z.number()),
  boundaries: BoundaryVintage,
  files: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.number() }))
});
export type DataIndex = z.infer<typeof DataIndex>;

const StoryFocus = z.object({ layout: Id, zones: z.array(Id), units: z.array(Adcode), places: z.array(Id), bbox: Bbox.optional() });
/** A guided walk over the map; stories.json holds all of them. For pages only: no other fact hangs on it. */
export const Story = z.object({
  id: Id,
  title: Text,
  lead: Text,
  steps: z.array(z.object({ title: Text, text: Text, focus: StoryFocus, cite: z.array(Citation).min(1) })).min(1),
  selfCheck: z.object({ layout: Id, units: z.array(Adcode) }).optional()
});
export type Story = z.infer<typeof Story>;
/** A term in plain words; glossary.json holds all of them. */
export const GlossaryTerm = z.object({ id: Id, term: Text, gloss: Text });
export type GlossaryTerm = z.infer<typeof GlossaryTerm>;

/** All facts of a pack, as one value. */
export const AtlasData = z.object({
  index: DataIndex,
  documents: z.array(PolicyDocument),
  layouts: z.array(Layout),
  zones: z.array(Zone),
  sectors: z.array(Sector),
  /** for comparisons of documents; pages do not carry it */
  namings: Namings.optional(),
  targets: z.array(Target),
  places: z.array(Place),
  incentives: z.array(Incentive),
  notes: z.array(Note),
  vocabulary: Vocabulary,
  admin: AdminUnits
});
export type AtlasData = z.infer<typeof AtlasData>;
