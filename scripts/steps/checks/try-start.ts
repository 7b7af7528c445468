import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { listFiles } from '../write-data';

const PATIENCE = 240_000;
/** What pages say of their own build: names of files, and what is a tag there and a header here. */
const text = (html: string): string => (/<main[^]*<\/main>/.exec(html)?.[0] ?? '').replace(/<!--[^]*?-->/g, '');

/**
 * What `npm start` does in a copy of the project that has been built: every page that the build has answers, with the same words in it,
 * and what does not exist is not found.
 * @returns complaints
 */
export async function tryStart(dir: string, base: string, env: Readonly<Record<string, string>>): Promise<string[]> {
  const port = 20_000 + (process.pid % 20_000);
  const origin = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', '--port', String(port)], {
    cwd: dir,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.setEncoding('utf8').on('data', (piece: string) => (said += piece));
  try {
    for (const until = Date.now() + PATIENCE; !said.includes('Serving'); await wait(200)) {
      if (server.exitCode !== null || Date.now() > until) return [`npm start does not serve: ${said}`];
    }
    const complaints = said.includes('is up to date') ? [] : ['npm start makes data again that did not change'];
    const pages = listFiles(join(dir, 'build')).filter((name) => name.endsWith('index.html'));
    for (const page of pages) {
      const response = await fetch(`${origin}${base}/${page.replaceAll('\\', '/').replace(/index\.html$/, '')}`);
      if (!response.ok) complaints.push(`npm start: ${response.status} for ${page}`);
      else if (text(await response.text()) !== text(readFileSync(join(dir, 'build', page), 'utf8')))
        complaints.push(`npm start: ${page} differs from the build's`);
    }
    const missing = await fetch(`${origin}${base}/nowhere/`);
    if (missing.status !== 404) complaints.push(`npm start: ${missing.status} for a page that does not exist`);
    return complaints;
  } finally {
    server.kill();
  }
}
