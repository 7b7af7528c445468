import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesUnder } from '../../../src/i18n/addresses';
import { paraglideOptions } from '../../../src/i18n/paraglide-options';
import { deLocalizeUrl, extractLocaleFromUrl, localizeUrl } from '#lib/paraglide/runtime';

/* Pages compare addresses as text; servers match Paraglide's patterns. Both must come to the same. */

const HOST = 'https://example.org';
const path = ({ pathname, search, hash }: URL) => pathname + search + hash;
const segment = fc.constantFrom('en', 'zh', 'zones', 'english', 'h24-core', 'a.b', '%E9%92%B1', 'en.html');
const paths = fc
  .tuple(fc.array(segment, { maxLength: 4 }), fc.constantFrom('', '/'), fc.constantFrom('', '?day=2026-11-22', '?q=/en/x'), fc.constantFrom('', '#c3', '#/en/'))
  .map(([segments, slash, query, fragment]) => `/${segments.join('/')}${segments.length > 0 ? slash : ''}${query}${fragment}`);

describe('addresses in both languages', () => {
  // the path that the runtime was compiled for
  const base = process.env.BASE_PATH ?? '';
  const { localeOf, localize, deLocalize } = addressesUnder(base);
  it('are what Paraglide makes of them', () => {
    fc.assert(
      fc.property(paths, (rest) => {
        const address = base + rest;
        const url = new URL(address, HOST);
        expect(localeOf(address), 'language').toBe(extractLocaleFromUrl(url));
        expect(deLocalize(address), 'without language').toBe(path(deLocalizeUrl(new URL(url))));
        expect(localize(address, 'en'), 'English').toBe(path(localizeUrl(new URL(url), { locale: 'en' })));
        expect(localize(address, 'zh'), 'Chinese').toBe(path(localizeUrl(new URL(url), { locale: 'zh' })));
      }),
      { numRuns: 400 }
    );
  });

  it('keep the path that the site is served under', () => {
    expect(paraglideOptions.urlPatterns[0]?.localized).toHaveLength(2);
    const { localeOf: of, localize: to, deLocalize: from } = addressesUnder('/clusters');
    expect(to('/clusters/zones/x/?day=1#c', 'en')).toBe('/clusters/en/zones/x/?day=1#c');
    expect(to('/clusters/en/zones/x/', 'zh')).toBe('/clusters/zones/x/');
    expect(to('/clusters/en/zones/x/', 'en')).toBe('/clusters/en/zones/x/');
    expect(from('/clusters/en/')).toBe('/clusters/');
    expect(of('/en/clusters/')).toBe('zh');
    expect(of('/clusters/en')).toBe('en');
  });
});
