import { describe, expect, it } from 'vitest';
import { expand, sitemap } from '#lib/site/prerender/sitemap';

describe('paths of routes', () => {
  it.each([
    ['', {}, '/'],
    ['/targets', {}, '/targets/'],
    ['/zones/[id]', { id: 'x-1' }, '/zones/x-1/'],
    ['/(app)/units/[adcode=code]', { adcode: '330727' }, '/units/330727/'],
    ['/a/[...rest]', { rest: 'b' }, '/a/b/']
  ])('%s', (folder, entry, path) => {
    expect(expand(folder, entry)).toBe(path);
  });
});

describe('sitemap', () => {
  const addresses = { 'zh-CN': (path: string) => `https://x.test${path}`, en: (path: string) => `https://x.test/en${path}?a&b` };

  it('lists every page in each language with all alternates, escaped', () => {
    const xml = sitemap(['/', '/zones/x/'], addresses, false);
    expect(xml.match(/<url>/g)).toHaveLength(4);
    expect(xml).toContain('<loc>https://x.test/en/zones/x/?a&#38;b</loc>');
    expect(xml.match(/hreflang="x-default" href="https:\/\/x\.test\/zones\/x\/"/g)).toHaveLength(2);
    expect(xml).not.toContain('<!--');
  });

  it('says so where addresses are relative', () => {
    expect(sitemap(['/'], { 'zh-CN': (path) => path }, true)).toContain('PUBLIC_SITE_URL');
  });
});
