import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { openBrowser } from './browser';

/** What the figures were measured on, as lines of Markdown. */
export async function describeMachine(): Promise<string[]> {
  const browser = await openBrowser();
  const page = await browser.newPage();
  const renderer = await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    return gl ? String(gl.getParameter(gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER)) : 'no WebGL 2';
  });
  const version = browser.version();
  await browser.close();
  return [
    `- Processor: ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores; memory ${(totalmem() / 2 ** 30).toFixed(0)} GiB; load at start ${loadavg()[0]?.toFixed(1)}`,
    `- Drawing: ${renderer}`,
    `- Chromium ${version}, headless, 1440 × 900; Node.js ${process.versions.node}; ${process.platform} ${process.arch}`,
    `- ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, commit ${commit()}`
  ];
}

function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return git('rev-parse', '--short=12', 'HEAD') + (git('status', '--porcelain', '--', 'src', 'geodata', 'package-lock.json') ? ' with changes' : '');
  } catch {
    return 'unknown';
  }
}
