import type { Manifest } from './budgets';
import { pageLoads } from './read-page';

/**
 * A page's HTML with a preload for every script that its own scripts import. SvelteKit leaves out one that some other chunk may also load
 * later, so that the browser would learn of it only after it has read its importer.
 * @param manifest Vite's, of the same build
 * @param base path that the site was built for, e.g. '' or '/site'
 */
export function addPreloads(html: string, manifest: Manifest, base: string): string {
  const chunks = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]));
  const at = (file: string) => `${base}/${file}`;
  const { scripts } = pageLoads(html);
  const known = new Set(scripts);
  const missing: string[] = [];
  const follow = (file: string): void => {
    for (const next of chunks.get(file)?.imports ?? []) {
      const imported = manifest[next]?.file;
      if (imported === undefined || known.has(at(imported))) continue;
      known.add(at(imported));
      missing.push(at(imported));
      follow(imported);
    }
  };
  for (const address of scripts) follow(address.slice(base.length + 1));
  const last = html.lastIndexOf('rel="modulepreload"');
  if (missing.length === 0 || last < 0) return html;
  const end = html.indexOf('>', last) + 1;
  return html.slice(0, end) + missing.map((address) => `<link href="${address}" rel="modulepreload">`).join('') + html.slice(end);
}
