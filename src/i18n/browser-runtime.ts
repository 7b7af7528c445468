import { resolve } from '$app/paths';
import type * as Runtime from '#lib/paraglide/runtime';
import { addressesUnder } from './addresses';

/*
 * What pages need of Paraglide's runtime, for the browser: lean-messages.ts puts it in place of the generated one there. That one matches
 * addresses with URLPattern and brings a copy of it along, 7 kB on every page, and asks for the language with each message. Here a page
 * has one language for life (the language switch loads a new page), and addresses are compared as text. tests/unit/i18n holds both alike.
 */
const { localeOf, localize, deLocalize } = addressesUnder(resolve('/').slice(0, -1));
const locale = localeOf(location.pathname);

/** The page's language. */
export const getLocale: typeof Runtime.getLocale = () => locale;

/** A path of this site in the page's language, or in another. */
export const localizeHref: typeof Runtime.localizeHref = (href, options) => localize(href, options?.locale ?? locale);

/** A path of this site without its language. */
export const deLocalizeHref: typeof Runtime.deLocalizeHref = (href) => deLocalize(href);

/** An address of this site without its language. */
export const deLocalizeUrl: typeof Runtime.deLocalizeUrl = (url) => {
  const plain = new URL(url);
  plain.pathname = deLocalize(plain.pathname);
  return plain;
};

/** Whether a message is wanted in Chinese; lean messages ask it. @param _mark by which a build finds the choice and makes it */
export const inChinese = (options?: { locale?: Runtime.Locale }, _mark?: string): boolean => (options?.locale ?? locale) === 'zh';
