import type { Bench } from '../tools/browser';
import { atMost, Samples } from '../tools/row';
import type { Row, Subject } from '../tools/row';
import { inTurn, mapPage } from './context';
import type { Context } from './context';

/*
 * What the main thread does for one act of a reader, from the event until the map rests: all tasks, drawing commands included.
 * With reduced motion the camera jumps instead of flying, so that only the act's own work is counted.
 */
const ROUNDS = 4;
type Act = Readonly<{ name: string; figure: string; act: (bench: Bench, round: number) => Promise<void> }>;

const click = (bench: Bench, selector: string) => bench.page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), selector);
const choose = (bench: Bench, option: number) =>
  bench.page.evaluate((index) => {
    const field = document.querySelector<HTMLSelectElement>('[data-testid=explorer] select');
    if (!field) throw new Error('no filter');
    field.selectedIndex = index;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }, option);

const ACTS: readonly Act[] = [
  { name: 'switching layouts', figure: 'layout', act: (bench) => click(bench, 'nav > a[data-layout]:not([aria-current])') },
  { name: 'filtering by sector', figure: 'filter', act: (bench, round) => choose(bench, round % 2 === 0 ? 1 + round : 0) },
  {
    name: 'selecting a zone',
    figure: 'select',
    act: (bench, round) => click(bench, round % 2 === 0 ? `li:nth-child(${round + 1}) > a[data-zone]` : '[data-testid=selection] button')
  }
];

export async function measureActs(context: Context): Promise<Row[]> {
  const samples = new Samples();
  await inTurn(
    context,
    'acts',
    ['ours', 'maplibre', 'echarts'],
    async (subject, bench) => {
      await bench.page.goto(mapPage(context, subject));
      await bench.settled('drawn');
      return subject === 'ours' ? actOnce(bench, samples) : recolour(bench, subject, samples);
    },
    true
  );
  return ACTS.flatMap(({ name, figure }) => [
    {
      what: `${name}: main-thread work until the map rests`,
      unit: 'ms',
      samples: samples.of(figure),
      target: atMost(50, 'ms'),
      ...(figure === 'layout' ? { note: 'the rivals only recolour their counties; the site also fits panel, legend, labels and address' } : {})
    },
    { what: `${name}: longest task`, unit: 'ms', samples: samples.of(`${figure}-longest`), note: '0: none took 50 ms' }
  ]);
}

async function actOnce(bench: Bench, samples: Samples): Promise<string> {
  const said: string[] = [];
  for (const { figure, act } of ACTS) {
    for (let round = 0; round < ROUNDS; round++) {
      const [began, before] = [await bench.now(), await bench.work()];
      await act(bench, round);
      await bench.settled('drawn', began, 300);
      const { tasks } = await bench.work();
      // the first of a kind also compiles its code: that is a reader's wait, too
      samples.add(figure, 'ours', tasks - before.tasks);
      samples.add(`${figure}-longest`, 'ours', await bench.page.evaluate((since) => window.bench.longest(since), began));
      said.push(`${figure} ${(tasks - before.tasks).toFixed(0)}`);
    }
  }
  return `${said.join(', ')} ms`;
}

async function recolour(bench: Bench, subject: Subject, samples: Samples): Promise<string> {
  for (let round = 0; round < ROUNDS; round++) {
    const [began, before] = [await bench.now(), await bench.work()];
    await bench.page.evaluate((lit) => window.restyle?.(lit), round % 2 === 0);
    await bench.page.waitForTimeout(300);
    const { tasks } = await bench.work();
    samples.add('layout', subject, tasks - before.tasks);
    samples.add('layout-longest', subject, await bench.page.evaluate((since) => window.bench.longest(since), began));
  }
  return `${samples.of('layout')[subject]?.at(-1)?.toFixed(0)} ms`;
}
