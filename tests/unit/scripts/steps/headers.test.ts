import { describe, expect, it } from 'vitest';
import { headersFile, headersFor } from '../../../../scripts/steps/headers';

const PAGES = [
  'index.html',
  '404.html',
  'en/index.html',
  'match/index.html',
  'zones/x/index.html',
  'en/zones/x/index.html',
  'embed/index.html',
  'en/embed/index.html'
];

/** What a host that adds up all rules that fit sends for a path. */
function sent(file: string, path: string): string {
  const rules = file.split('\n\n').filter(Boolean);
  return rules
    .filter((rule) => {
      const pattern = rule.split('\n')[0] ?? '';
      return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
    })
    .join('\n');
}

describe('headers', () => {
  it.each(['/', '/en/', '/match/', '/zones/x/', '/en/zones/x/', '/404.html'])('%s may not be framed', (path) => {
    expect(headersFor(path)['Content-Security-Policy']).toBe("frame-ancestors 'none'");
    expect(sent(headersFile(PAGES), path)).toContain("frame-ancestors 'none'");
    expect(sent(headersFile(PAGES, '/clusters'), `/clusters${path}`)).toContain('X-Frame-Options: DENY');
  });

  it.each(['/embed/', '/en/embed/'])('%s may be framed by anyone', (path) => {
    expect(headersFor(path)['Content-Security-Policy']).toBe('frame-ancestors *');
    expect(headersFor(path)['X-Frame-Options']).toBeUndefined();
    expect(sent(headersFile(PAGES), path)).not.toMatch(/frame-ancestors 'none'|X-Frame-Options/);
  });

  it.each(['/', '/embed/', '/data/v1/zones.json'])('%s is never guessed at, and asks for no device', (path) => {
    for (const headers of [JSON.stringify(headersFor(path)), sent(headersFile(PAGES), path)]) {
      expect(headers).toContain('nosniff');
      expect(headers).toContain('geolocation=()');
    }
  });

  it('only files named after their content are kept for good', () => {
    expect(headersFor('/_app/immutable/x.js')['Cache-Control']).toContain('immutable');
    for (const path of ['/', '/service-worker.js', '/_app/version.json', '/data/v1/zones.json']) expect(headersFor(path)['Cache-Control']).toBe('no-cache');
  });

  it('share cards are kept for a day', () => {
    expect(headersFor('/cards/zh/zones/x.png')['Cache-Control']).toBe('public, max-age=86400');
    expect(sent(headersFile(PAGES, '/clusters'), '/clusters/cards/en/site.png')).toContain('max-age=86400');
  });

  it('published data may be read from any page', () => {
    expect(headersFor('/data/v1/zones.json')['Access-Control-Allow-Origin']).toBe('*');
    expect(headersFor('/data/')['Access-Control-Allow-Origin']).toBeUndefined();
  });
});
