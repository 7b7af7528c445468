import { z } from 'zod';
import { COUNTINGS, PLACE_KINDS, PRECISIONS, TIERS } from './terms';

/** Kebab-case identifier, stable for ever: links are made of it. */
export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case letters, digits and single hyphens');

/** Six-digit administrative division code (GB/T 2260). */
export const Adcode = z.string().regex(/^[1-9]\d{5}$/, 'an adcode is a string of six digits, e.g. "440305"');

/** Text in both languages of the product; neither may be empty. */
export const Text = z.strictObject({
  zh: z.string().trim().min(1, 'Chinese text is missing'),
  en: z.string().trim().min(1, 'English text is missing')
});
export type Text = z.infer<typeof Text>;

export const Year = z.int().min(1900).max(2100);

/** A proper fraction as printed, “1/3”. */
export const Fraction = z.string().regex(/^[1-9]\d?\/[1-9]\d?$/, 'a fraction is written like 1/3');

/** Calendar day, ISO 8601 (YYYY-MM-DD). */
export const Day = z.iso.date('a day is written YYYY-MM-DD');

/** An address on the web. */
export const WebAddress = z.url({ protocol: /^https?$/, error: 'an address begins with http:// or https://' });

/** Where a fact stands: a document of the pack and the clause in it, as the document numbers it. */
export const Citation = z.strictObject({ document: Id, clause: z.string().trim().min(1) });
export type Citation = z.infer<typeof Citation>;

export const Precision = z.enum(PRECISIONS);

export const PlaceKind = z.enum(PLACE_KINDS);

/** Comparison that the document's wording amounts to (以上 >=, 不超过 <=, 左右 ~, 突破/超过 >). */
export const Operator = z.enum(['>=', '<=', '=', '~', '>']);
export type Operator = z.infer<typeof Operator>;

/** 力争 and the like are `strive`; a goal put plainly is `stated`, which binds nobody by itself; drafts keep their own wording. */
export const Commitment = z.enum(['stated', 'strive']);
export type Commitment = z.infer<typeof Commitment>;

export const Tier = z.enum(TIERS);

/** What a target, or a figure published elsewhere, is a measure of. */
export const Family = z.enum([
  'output',
  'revenue',
  'growth',
  'rd-intensity',
  'enterprises',
  'products',
  'platforms',
  'projects',
  'talent',
  'clinical',
  'finance',
  'land',
  'digital',
  'regulation',
  'green',
  'research',
  'cooperation'
]);

/** How well membership is known: in the document itself, in an outside source only, or by reading order. */
export const Membership = z.enum(['primary', 'secondary', 'inferred', 'unknown']);
export type Membership = z.infer<typeof Membership>;

export const NoteKind = z.enum(['silent', 'scrambled', 'contradiction', 'lookalike', 'outside', 'renamed', 'inferred', 'status']);
export type NoteKind = z.infer<typeof NoteKind>;

export const ScopeLevel = z.enum(['province', 'city', 'county', 'zone', 'platform', 'programme']);
export type ScopeLevel = z.infer<typeof ScopeLevel>;

export const Counting = z.enum(COUNTINGS);

/** Years between which something undated is put, both included; `proved` by an outside source, otherwise our inference. */
export const AboutYears = z
  .strictObject({ from: z.int().min(1900).max(2100), to: z.int().min(1900).max(2100), proved: z.literal(true).optional() })
  .refine(({ from, to }) => from <= to, 'from is after to');
