import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../tools/browser';
import { pan } from '../tools/frames';
import { all, atMost, below, Samples } from '../tools/row';
import type { Row, Subject, Target } from '../tools/row';
import { writeSample } from '../tools/sample';
import { inTurn, mapPage } from './context';
import type { Context } from './context';
import { middleOfMap } from './load';

/*
 * A CSV file of very many points brought to each page, whose map is open: from the choice of the file to the draw call, then weighed, then dragged.
 * On the site's page for own data the form that asks for corrections is confirmed at once, as it stands.
 */
const MB = 1e6;
const LIMIT = 180_000;
const SIZES = [
  { rows: 100_000, name: '100k rows', time: 300, memory: undefined },
  { rows: 1_000_000, name: '1M rows (46.7 MB)', time: 1200, memory: 80 }
] as const;

export async function measurePoints(context: Context): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-points-'));
  const rows: Row[] = [];
  try {
    for (const { rows: count, name, time, memory } of SIZES) {
      const file = join(folder, 'points.csv');
      writeSample(file, count);
      const samples = new Samples();
      await inTurn(context, name, ['ours', 'echarts', 'kepler'], (subject, bench) => bringOnce(context, bench, subject, { file, count }, samples));
      const row = (what: string, unit: string, figure: string, target?: Target, note?: string): Row => ({
        what: `${name}: ${what}`,
        unit,
        samples: samples.of(figure),
        ...(target ? { target } : {}),
        ...(note ? { note } : {})
      });
      rows.push(
        row(
          'file chosen to draw call',
          'ms',
          'drawn',
          all(atMost(time, 'ms'), below('kepler')),
          'all maps are open and rest before the file is chosen, as they do while a reader looks for it; the site then looks at the file, and checks and joins every row; its form is confirmed as soon as it stands'
        ),
        row('of it looking at the file', 'ms', 'guess'),
        row('of it reading, in the worker, until the table stands on the page', 'ms', 'read'),
        row('of it working out what is drawn, and drawing', 'ms', 'map'),
        row('longest main-thread task meanwhile', 'ms', 'longest', atMost(100, 'ms')),
        row('memory that the rows added, workers included', 'MB', 'weight', memory ? atMost(memory, 'MB') : undefined),
        row('heap of the page after', 'MB', 'heap'),
        row('buffers of the page after', 'MB', 'buffers')
      );
      if (count === 100_000)
        rows.push(
          row('frame while panning, median', 'ms', 'pan-median', atMost(200, 'ms'), 'the site gathers so many rows in hexagons until one comes near'),
          row('frame while panning, p95', 'ms', 'pan-p95', atMost(350, 'ms')),
          row('each row as a point: frame while panning, median', 'ms', 'points-median', atMost(200, 'ms')),
          row('each row as a point: frame while panning, p95', 'ms', 'points-p95', atMost(350, 'ms'))
        );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return rows;
}

async function bringOnce(
  context: Context,
  bench: Bench,
  subject: Subject,
  { file, count }: Readonly<{ file: string; count: number }>,
  samples: Samples
): Promise<string> {
  const { page } = bench;
  const add = (figure: string, value: number | undefined) => samples.add(figure, subject, value);
  const ours = subject === 'ours';
  await page.goto(ours ? `${context.sites.ours.origin}/data/` : mapPage(context, subject));
  if (ours) await bench.settled('drawn');
  else await bench.mark('drawn');
  await page.waitForTimeout(500);
  const before = await bench.weight();
  await page.locator('input[type=file]').first().setInputFiles(file);
  const chosen = await bench.mark('chosen');
  // ECharts draws on a 2D canvas and says itself when it has; the others' points are instances of one draw call
  const drawn = await bench.mark(subject === 'echarts' ? 'points' : 'instances', chosen, LIMIT);
  if (ours) await bench.settled('drawn', drawn);
  else await bench.mark('points', chosen, LIMIT);
  await page.waitForTimeout(500);
  const marks = await bench.marks();
  add('drawn', drawn - chosen);
  if (ours) {
    const [guessed = NaN, table = NaN] = [marks.guessed, marks.table];
    add('guess', guessed - chosen);
    add('read', table - guessed);
    add('map', drawn - table);
  }
  add('longest', await page.evaluate((since) => window.bench.longest(since), chosen));
  const after = await bench.weight();
  if (before !== undefined && after !== undefined) add('weight', (after - before) / MB);
  const { used, buffers } = await bench.heap();
  add('heap', used / MB);
  add('buffers', buffers / MB);
  const said = `drawn after ${(drawn - chosen).toFixed(0)} ms`;
  // of a million rows ECharts and kepler.gl need seconds a frame
  if (count > 100_000) return said;
  const dragged = async (figure: string) => {
    if (ours) await page.locator('[data-testid=map]').scrollIntoViewIfNeeded();
    const { median, p95 } = await pan(bench, await middleOfMap(bench, subject));
    add(`${figure}-median`, median);
    add(`${figure}-p95`, p95);
    return `${median.toFixed(0)} / ${p95.toFixed(0)} ms`;
  };
  const panned = await dragged('pan');
  if (ours) {
    await page.locator('.controls input[type=radio]').nth(1).check();
    await bench.settled('drawn');
    await dragged('points');
  } else {
    add('points-median', samples.of('pan-median')[subject]?.at(-1));
    add('points-p95', samples.of('pan-p95')[subject]?.at(-1));
  }
  return `${said}, frames ${panned}`;
}
