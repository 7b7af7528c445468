import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bench } from '../tools/browser';
import { atMost } from '../tools/row';
import type { Row } from '../tools/row';
import { writeSample } from '../tools/sample';
import type { Context } from './context';

/* Does memory stay flat? The heap after collection, at first and after very many of the same acts in one page. Run once: each act is a sample. */
const SWITCHES = 200;
const IMPORTS = 20;
/** Acts until caches are full: from there on the heap should stay as it is. */
const WARM = { switches: 20, imports: 3 } as const;
const ROWS = 100_000;
const MB = 1e6;

type Heap = Awaited<ReturnType<Bench['heap']>>;
const total = ({ used, buffers }: Heap) => (used + buffers) / MB;

function rowsOf(what: string, first: Heap, last: Heap): Row[] {
  const change = (100 * (total(last) - total(first))) / total(first);
  return [
    { what: `${what}: heap and buffers at first`, unit: 'MB', samples: { ours: [total(first)] } },
    { what: `${what}: heap and buffers after all`, unit: 'MB', samples: { ours: [total(last)] } },
    { what: `${what}: growth`, unit: '%', samples: { ours: [change] }, target: atMost(10, '%') },
    { what: `${what}: growth of the number of DOM nodes`, unit: 'nodes', samples: { ours: [last.nodes - first.nodes] } },
    { what: `${what}: growth of the number of listeners`, unit: 'listeners', samples: { ours: [last.listeners - first.listeners] } }
  ];
}

export async function measureMemory(context: Context): Promise<Row[]> {
  const rows: Row[] = [];
  for (const soak of [switchLayouts, importAgain]) {
    try {
      rows.push(...(await soak(context)));
    } catch (error) {
      context.fail(soak.name, error);
    }
  }
  return rows;
}

const LIMIT = 600_000;
const page = { still: true, limit: LIMIT } as const;

const switchLayouts = ({ sites, say }: Context): Promise<Row[]> =>
  Bench.with(async (bench) => {
    await bench.page.goto(`${sites.ours.origin}/`);
    await bench.settled('drawn');
    let first: Heap | undefined;
    for (let i = 1; i <= SWITCHES; i++) {
      const began = await bench.now();
      await bench.page.evaluate(() => document.querySelector<HTMLElement>('nav > a[data-layout]:not([aria-current])')?.click());
      await bench.mark('drawn', began, 20_000);
      if (i === WARM.switches) first = await bench.heap();
      if (i % 20 === 0) say(`memory: ${i} of ${SWITCHES} layout switches, ${total(await bench.heap()).toFixed(1)} MB`);
    }
    return first ? rowsOf(`${SWITCHES} layout switches`, first, await bench.heap()) : [];
  }, page);

async function importAgain({ sites, say }: Context): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-memory-'));
  const sample = join(folder, 'sample.csv');
  writeSample(sample, ROWS);
  try {
    return await Bench.with(async (bench) => {
      await bench.page.goto(`${sites.ours.origin}/data/`);
      await bench.mark('ready');
      let first: Heap | undefined;
      for (let i = 1; i <= IMPORTS; i++) {
        // tables stay on the map until they are removed
        if (i > 1) await bench.page.getByRole('button', { name: '从页面上清除' }).click();
        const file = join(folder, `points-${i}.csv`);
        copyFileSync(sample, file);
        await bench.page.locator('input[type=file]').first().setInputFiles(file);
        // the new table stands under its own name; then its map rests
        await bench.page.locator('#own-table', { hasText: `points-${i}.csv` }).waitFor();
        await bench.settled('drawn', await bench.mark('guessed'));
        rmSync(file);
        if (i === WARM.imports) first = await bench.heap();
        if (i % 2 === 0) say(`memory: ${i} of ${IMPORTS} imports of ${ROWS} rows, ${total(await bench.heap()).toFixed(1)} MB`);
      }
      return first ? rowsOf(`${IMPORTS} imports of 100k rows`, first, await bench.heap()) : [];
    }, page);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
