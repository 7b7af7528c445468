import type { Counting } from '#lib/schema/terms';
import * as m from '#lib/paraglide/messages';

export type Language = 'zh' | 'en';

const COUNTING: Readonly<Record<Counting, (locale: Language) => string>> = {
  level: (locale) => m.counting_level({}, { locale }),
  cumulative: (locale) => m.counting_cumulative({}, { locale }),
  new: (locale) => m.counting_new({}, { locale }),
  'per-year': (locale) => m.counting_per_year({}, { locale }),
  'average-per-year': (locale) => m.counting_average({}, { locale }),
  share: (locale) => m.counting_share({}, { locale }),
  threshold: (locale) => m.counting_threshold({}, { locale })
};

/** A way of counting in a language that need not be the page's. */
export const countingIn = (language: Language) => (counting: Counting) => COUNTING[counting](language);

/** What ways of counting are called in either language, folded, for reading a filled-in template back. */
export const countingWords = (): Map<string, Counting> =>
  new Map(
    (Object.keys(COUNTING) as Counting[]).flatMap((counting) =>
      (['zh', 'en'] as const).map((language) => [COUNTING[counting](language).normalize('NFKC').trim().toLowerCase(), counting] as const)
    )
  );
