import type { Term, TermsFile } from '#lib/schema/term-base';
import type { Problem, Said } from '../problem';
import { problemAt } from './problems-of';
import type { Pack } from './read-pack';
import { packTexts } from './texts';
import { REGISTER } from './words/register';

/** The English of a pack keeps to its terms.yaml: no form that is not to be used, no Chinese left in it, the accepted forms of strict terms. */
export function checkTerms(pack: Pack): Problem[] {
  const { terms, wording } = pack.terms.data;
  const unwanted = unwantedForms({ terms, wording });
  const expected = expectedTerms(terms);
  return [
    ...checkTermBase(pack),
    ...packTexts(pack).flatMap(({ zh, en, ...at }) =>
      [...unwanted(en), ...leftChinese(en), ...straightApostrophe(en), ...expected(zh, en)].map((rule) => ({ ...at, rule }))
    )
  ];
}

/** No Chinese twice, and no accepted form that is not to be used. */
function checkTermBase({ terms: source }: Pack): Problem[] {
  const { data } = source;
  const seen = new Set<string>();
  const unwanted = unwantedForms(data);
  return data.terms.flatMap((term, i) => {
    const again = chineseOf(term).filter((form) => seen.size === seen.add(form).size);
    const rules = [...again.map((form) => REGISTER.termTwice(form)), ...[term.en, ...(term.also ?? [])].flatMap((form) => unwanted(form))];
    return rules.map((rule) => problemAt(source, ['terms', i], rule));
  });
}

/** A function that says which forms not to be used an English text has. */
export function unwantedForms({ terms, wording }: TermsFile): (en: string) => Said[] {
  const forms = [
    ...terms.flatMap(({ not, en }) => (not ?? []).map((form) => ({ form, instead: en }))),
    ...wording.flatMap(({ not, instead }) => not.map((form) => ({ form, instead })))
  ].map(({ form, instead }) => ({ form, instead, pattern: wholeWords(form) }));
  return (en) => forms.filter(({ pattern }) => pattern.test(en)).map(({ form, instead }) => REGISTER.unwanted(form, instead, shorten(en)));
}

function wholeWords(form: string): RegExp {
  const words = form
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s*…\s*/g, '.{1,60}?')
    .replace(/\s+/g, '\\s+')
    .replace(/['’]/g, "['’]");
  return new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, 'iu');
}

/** A Chinese name may stand in brackets after its English, and nowhere else. */
function leftChinese(en: string): Said[] {
  const bare = en.replace(/\([^()\p{Script=Latin}]+\)/gu, '');
  const [found] = /\p{Script=Han}+/u.exec(bare) ?? [];
  return found ? [REGISTER.chinese(found, shorten(en))] : [];
}

/** Possessives have the apostrophe of print; the straight one parts syllables in pinyin (Lin'an). */
const straightApostrophe = (en: string): Said[] => (/\p{L}'(?:s(?!\p{L})|(?!\p{L}))/u.test(en) ? [REGISTER.apostrophe(shorten(en))] : []);

/** A function that says which strict terms of a Chinese text its English does not have. */
function expectedTerms(terms: Term[]): (zh: string, en: string) => Said[] {
  // longer ones first: 中药材 is not 中药
  const byLength = terms
    .flatMap((term) => chineseOf(term).map((form) => ({ form, term, accepted: acceptedForms(term).map(plain) })))
    .sort((a, b) => b.form.length - a.form.length);
  return (zh, en) => {
    let rest = zh;
    const english = plain(en);
    return byLength.flatMap(({ form, term, accepted }) => {
      if (!rest.includes(form)) return [];
      rest = rest.replaceAll(form, ' ');
      return !term.strict || accepted.some((word) => english.includes(word)) ? [] : [REGISTER.term(form, term.en, shorten(en))];
    });
  };
}

const chineseOf = ({ zh, forms = [] }: Term): string[] => [zh, ...forms];

/** The English of a term, the same without its abbreviation, the abbreviation alone, and the others listed. */
function acceptedForms({ en, also = [] }: Term): string[] {
  const [, full, short] = /^(.+?) \(([^)]+)\)$/.exec(en) ?? [];
  return [en, ...also, ...(full ? [full] : []), ...(short && /^[A-Z]/.test(short) ? [short] : [])];
}

/** As compared: without case, quotation marks, and the hyphens that a term takes before a noun. */
const plain = (text: string): string => text.toLowerCase().replace(/[-–]/g, ' ').replace(/[“”]/g, '').replaceAll('’', "'");

const shorten = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);
