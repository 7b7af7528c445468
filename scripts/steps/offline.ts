import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { servedAt, sharePieces } from '#lib/site/offline/bundle';
import type { OfflinePack } from '#lib/site/offline/bundle';
import { headersFor } from './headers';
import { listFiles } from './write-data';

/** Pages whose HTML is kept; of the others (dossiers, by the hundred) the facts are, and the site's code draws them. */
const KEPT_PAGE = /^([a-z]{2}\/)?([a-z-]+\/)?index\.html$|^404\.html$/;
const KEPT_TEXT =
  /(^|\/)__data\.json$|^data\/v\d+\/([a-z-]+\.json|boundaries\/[a-z.]+\.json)$|^[a-z]+\.js$|^(timeline|layouts)\/.*\.svg$|^([a-z]{2}\/)?data\/[a-z-]+\.csv$/;

/** Files that never change under their name: named after their content, and the icon of the tab (scripts/icons.ts). */
const KEPT_FILE = /^_app\/immutable\/|^icons\/icon-64\.png$/;

/**
 * Everything that a browser needs to show a built site with the network off, but what is only for taking away: downloads, full outlines.
 * @param dir the built site
 */
export function offlinePack(dir: string): OfflinePack {
  const names = listFiles(dir)
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !/\.(br|gz)$/.test(name) && name !== 'service-worker.js');
  const texts = names.filter((name) => KEPT_PAGE.test(name) || KEPT_TEXT.test(name));
  return {
    files: names.filter((name) => KEPT_FILE.test(name)),
    headers: Object.fromEntries(texts.filter((name) => name.endsWith('.html')).map((name) => [name, headersFor(servedAt('', name))])),
    ...sharePieces(new Map(texts.map((name) => [name, readFileSync(join(dir, name), 'utf8')])))
  };
}
