type Locale = 'zh' | 'en';

/** Addresses of one site in both languages. All take and give paths from the host's root, which may go on with ?query and #fragment. */
export type Addresses = Readonly<{
  localeOf: (path: string) => Locale;
  localize: (path: string, locale: Locale) => string;
  deLocalize: (path: string) => string;
}>;

/**
 * The addresses that `urlPatterns` in paraglide-options.ts describe, by plain comparison: English lies under `/en/`, Chinese at the root.
 * @param base path that the site is served under, e.g. "/clusters"; empty at a domain's root
 */
export function addressesUnder(base: string): Addresses {
  const english = `${base}/en`;
  const localeOf = (path: string): Locale => (path.startsWith(english) && /^([/?#]|$)/.test(path.slice(english.length)) ? 'en' : 'zh');
  const deLocalize = (path: string): string => {
    if (localeOf(path) !== 'en') return path;
    const rest = path.slice(english.length);
    return `${base}${rest.startsWith('/') ? '' : '/'}${rest}`;
  };
  const localize = (path: string, locale: Locale): string => {
    if (localeOf(path) === locale) return path;
    return locale === 'en' ? `${english}${path.slice(base.length)}` : deLocalize(path);
  };
  return { localeOf, localize, deLocalize };
}
