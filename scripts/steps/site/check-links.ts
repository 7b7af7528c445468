import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../write-data';
import { addressesIn } from './read-page';

/**
 * Addresses on this site that lead out of the folder it is served under, or to nothing; on a page's own parts, those that it does not have.
 * @param base path that the site is served under, e.g. "/clusters"; empty at a domain's root
 * @param site its public address, where it was built with one
 */
export function checkLinks(dir: string, base: string, site = ''): string[] {
  const complaints = new Map<string, string>();
  const there = new Map<string, boolean>();
  const exists = (path: string): boolean => {
    let known = there.get(path);
    if (known === undefined) {
      const file = join(dir, decodeURIComponent(path));
      known = path.endsWith('/') || path === '' ? existsSync(join(file, 'index.html')) : existsSync(file) && statSync(file).isFile();
      there.set(path, known);
    }
    return known;
  };
  for (const page of listFiles(dir).filter((name) => name.endsWith('.html'))) {
    const html = readFileSync(join(dir, page), 'utf8');
    for (const address of addressesIn(html)) {
      if (/^#./.test(address) && address !== '#top' && !html.includes(`id="${decodeURIComponent(address.slice(1))}"`))
        complaints.set(`${page}${address}`, `${page}: ${address} is not on the page`);
      const own = site !== '' && address.startsWith(`${site}/`) ? address.slice(site.length) : address;
      if (/^(https?:|mailto:|data:|blob:|#|\?)/.test(own) || own === '') continue;
      const path = own.split(/[?#]/)[0] ?? '';
      if (!path.startsWith(`${base}/`)) complaints.set(address, `${page}: ${address} is not under ${base}/`);
      else if (!exists(path.slice(base.length + 1))) complaints.set(address, `${page}: ${address} leads to nothing`);
    }
  }
  return [...complaints.values()];
}
