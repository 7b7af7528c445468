import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { precompress } from '../../../../scripts/steps/precompress';
import { serveStatic } from '../../../../scripts/steps/serve-static';

const dir = mkdtempSync(join(tmpdir(), 'site-test-'));
const polygons = JSON.stringify({ type: 'FeatureCollection', features: Array.from({ length: 200 }, () => ({ type: 'Feature' })) });
const servers: Server[] = [];
let root = '';
let based = '';

function listen(base?: string): Promise<string> {
  const server = createServer(serveStatic(dir, base));
  servers.push(server);
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)));
}

beforeAll(async () => {
  mkdirSync(join(dir, 'en'));
  writeFileSync(join(dir, 'index.html'), 'home');
  writeFileSync(join(dir, 'en/index.html'), 'English home');
  writeFileSync(join(dir, '404.html'), 'no such page');
  writeFileSync(join(dir, 'worker.mjs'), 'export {};');
  writeFileSync(join(dir, 'counties.geojson'), polygons);
  await precompress(dir, ['.geojson']);
  root = await listen();
  based = await listen('/clusters');
});
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('serveStatic', () => {
  it.each([
    ['/', 'home'],
    ['/en/', 'English home'],
    ['/en/?zone=a', 'English home']
  ])('serves %s', async (path, text) => {
    const response = await fetch(root + path);
    expect([response.status, await response.text(), response.headers.get('content-type')]).toEqual([200, text, 'text/html;charset=utf-8']);
  });

  it('sends a page without its slash on, keeping the query', async () => {
    const response = await fetch(`${root}/en?zone=a`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([308, '/en/?zone=a']);
  });

  it('serves .mjs as JavaScript, as module workers need', async () => {
    expect((await fetch(`${root}/worker.mjs`)).headers.get('content-type')).toMatch(/^text\/javascript/);
  });

  it('serves precompressed geometry', async () => {
    const response = await fetch(`${root}/counties.geojson`, { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(Number(response.headers.get('content-length'))).toBeLessThan(polygons.length / 10);
    expect(await response.text()).toBe(polygons);
  });

  it.each(['/nowhere', '/en/nowhere/', '/%E0%A4%A'])('answers 404.html to %s', async (path) => {
    const response = await fetch(root + path);
    expect([response.status, await response.text()]).toEqual([404, 'no such page']);
  });

  it('serves below a base path and nothing beside it', async () => {
    expect(await (await fetch(`${based}/clusters/en/`)).text()).toBe('English home');
    expect((await fetch(`${based}/clusters`, { redirect: 'manual' })).headers.get('location')).toBe('/clusters/');
    expect((await fetch(`${based}/en/`)).status).toBe(404);
  });
});
