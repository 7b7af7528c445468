import type { Term, TermsFile } from '#lib/schema/term-base';
import type { Problem } from '../problem';
import type { Pack } from './read-pack';
import { packTexts } from './texts';

/** The English of a pack keeps to its terms.yaml: no form that is not to be used, no Chinese left in it, the accepted forms of strict terms. */
export function checkTerms(pack: Pack): Problem[] {
  const { terms, wording } = pack.terms.data;
  const unwanted = unwantedForms({ terms, wording });
  const expected = expectedTerms(terms);
  return [
    ...checkTermBase(pack),
    ...packTexts(pack).flatMap(({ zh, en, ...at }) =>
      [...unwanted(en), ...leftChinese(en), ...straightApostrophe(en), ...expected(zh, en)].map((rule) => ({ ...at, rule: `${rule}: “${shorten(en)}”` }))
    )
  ];
}

/** No Chinese twice, and no accepted form that is not to be used. */
function checkTermBase({ terms: { data, file, lineOf } }: Pack): Problem[] {
  const seen = new Set<string>();
  const unwanted = unwantedForms(data);
  return data.terms.flatMap((term, i) => {
    const again = chineseOf(term).filter((form) => seen.size === seen.add(form).size);
    return [...again.map((form) => `the term ${form} is listed twice`), ...[term.en, ...(term.also ?? [])].flatMap((form) => unwanted(form))].map((rule) => ({
      file,
      line: lineOf(['terms', i]),
      path: `terms.${i}`,
      rule
    }));
  });
}

/** A function that says which forms not to be used an English text has. */
export function unwantedForms({ terms, wording }: TermsFile): (en: string) => string[] {
  const forms = [
    ...terms.flatMap(({ not, en }) => (not ?? []).map((form) => ({ form, instead: en }))),
    ...wording.flatMap(({ not, instead }) => not.map((form) => ({ form, instead })))
  ].map(({ form, instead }) => ({ form, instead, pattern: wholeWords(form) }));
  return (en) => forms.filter(({ pattern }) => pattern.test(en)).map(({ form, instead }) => `“${form}” is not to be used (write: ${instead})`);
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
function leftChinese(en: string): string[] {
  const bare = en.replace(/\([^()\p{Script=Latin}]+\)/gu, '');
  const [found] = /\p{Script=Han}+/u.exec(bare) ?? [];
  return found ? [`Chinese is left in the English outside brackets (${found})`] : [];
}

/** Possessives have the apostrophe of print; the straight one parts syllables in pinyin (Lin'an). */
const straightApostrophe = (en: string): string[] => (/\p{L}'(?:s(?!\p{L})|(?!\p{L}))/u.test(en) ? ['a straight apostrophe (write: ’)'] : []);

/** A function that says which strict terms of a Chinese text its English does not have. */
function expectedTerms(terms: Term[]): (zh: string, en: string) => string[] {
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
      return !term.strict || accepted.some((word) => english.includes(word)) ? [] : [`${form} is “${term.en}” in English`];
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
