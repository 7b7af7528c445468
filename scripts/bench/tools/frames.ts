import { quantile } from './stats';
import type { Bench } from './browser';

type Point = Readonly<{ x: number; y: number }>;
/** Times between frames, ms, and scripts' share of one. */
export type Frames = Readonly<{ median: number; p95: number; scripts: number; count: number }>;

const TICK = 1000 / 60;
const PAN = { seconds: 3, radius: 100, turn: 1.5 } as const;
/** After the last input, ms. */
const PATIENCE = 5000;
const NOTCHES = 10;
const NOTCH_PX = 100;
/** CDP's number for Ctrl. */
const CTRL = 2;

async function watch(bench: Bench, act: () => Promise<void>): Promise<Frames> {
  const before = await bench.work();
  await bench.page.evaluate(() => window.bench.watchFrames());
  await act();
  const frames = await bench.page.evaluate(() => window.bench.frames());
  const { scripts } = await bench.work();
  return { median: quantile(frames, 0.5), p95: quantile(frames, 0.95), scripts: (scripts - before.scripts) / Math.max(1, frames.length), count: frames.length };
}

/** Send input at the pace of a hand, whether or not the page keeps up. */
async function atPace(ticks: number, every: number, send: (i: number) => Promise<unknown>): Promise<void> {
  const sent: Promise<unknown>[] = [];
  const started = performance.now();
  for (let i = 0; i < ticks; i++) {
    sent.push(send(i).catch(() => undefined));
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, started + (i + 1) * every - performance.now())));
  }
  // a page that cannot keep up answers late: what it has drawn by then counts
  await Promise.race([Promise.all(sent), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

/** Drag the map in circles, so that it stays in view. @param middle of the map on the screen, CSS px */
export async function pan(bench: Bench, middle: Point): Promise<Frames> {
  const mouse = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: Point, buttons = 1) =>
    bench.cdp.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons, clickCount: 1 });
  const { seconds, radius, turn } = PAN;
  const at = (i: number): Point => {
    const angle = (2 * Math.PI * i * TICK) / 1000 / turn;
    return { x: middle.x - radius + radius * Math.cos(angle), y: middle.y + radius * Math.sin(angle) };
  };
  await mouse('mouseMoved', middle, 0);
  await mouse('mousePressed', middle);
  // past the distance from which a press is a drag
  await mouse('mouseMoved', { x: middle.x + 8, y: middle.y });
  const frames = await watch(bench, () => atPace((1000 * seconds) / TICK, TICK, (i) => mouse('mouseMoved', at(i))));
  await mouse('mouseReleased', middle, 0);
  return frames;
}

/** Turn the wheel in and out again, ten notches a second. @param ctrl for maps in pages that scroll */
export async function zoom(bench: Bench, middle: Point, ctrl = false): Promise<Frames> {
  const notch = (deltaY: number) =>
    bench.cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...middle, deltaX: 0, deltaY, ...(ctrl ? { modifiers: CTRL } : {}) });
  return watch(bench, async () => {
    await atPace(NOTCHES, 100, () => notch(-NOTCH_PX));
    await atPace(NOTCHES, 100, () => notch(NOTCH_PX));
    await bench.page.waitForTimeout(500);
  });
}
