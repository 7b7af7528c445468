import { z } from 'zod';

const Word = z.string().trim().min(1);
const Words = z.array(Word).min(1);
const Chinese = Word.regex(/[一-鿿]/, 'the Chinese of a term is written in Han characters');

/** A term of a pack: what its Chinese is called in English, and what it is not to be called. */
export const Term = z.strictObject({
  zh: Chinese,
  /** the accepted English; an abbreviation in brackets may stand for it: marketing authorisation holder (MAH) */
  en: Word,
  /** other Chinese spellings */
  forms: z.array(Chinese).min(1).optional(),
  /** other accepted English */
  also: Words.optional(),
  /** forms not to use, as whole words in any case; “…” stands for any words */
  not: Words.optional(),
  /** English beside this Chinese must have an accepted form */
  strict: z.literal(true).optional(),
  note: Word.optional()
});
export type Term = z.infer<typeof Term>;

/** terms.yaml: the English of a pack. `wording` holds what belongs to no one term, with what to write instead. */
export const TermsFile = z.strictObject({
  terms: z.array(Term).default([]),
  wording: z.array(z.strictObject({ not: Words, instead: Word })).default([])
});
export type TermsFile = z.infer<typeof TermsFile>;
