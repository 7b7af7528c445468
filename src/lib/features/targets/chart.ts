import { scaleLinear } from 'd3-scale';
import type { Target } from '#lib/schema/atlas';
import type { DeadlineChart } from './axis';
import { DOT, LANE_TOP, dayPosition } from './axis';
import { dueDay } from './rows';

/*
 * Geometry of the deadline chart, worked out when the page is prerendered: only numbers go to the browser.
 * One lane per document; at each deadline a flag of dots, one dot per target, flying to the later side of its pole.
 */

const WIDTH = 780;
const LEFT = 8;
/** lane at the right for targets without a deadline */
const OPEN = 124;
const AXIS = 26;

/** @param documents ids in the order of the lanes */
export function drawDeadlines(targets: readonly Target[], documents: readonly string[]): DeadlineChart {
  const years = [...new Set(targets.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  const first = years[0] ?? 2020;
  const last = years.at(-1) ?? first;
  const from = `${first}-07-01`;
  const to = `${last + 1}-11-30`;
  const openX = WIDTH - OPEN;
  const x = scaleLinear()
    .domain([dayPosition(from), dayPosition(to)])
    .range([LEFT, openX - 12]);
  const end = (year: number) => Math.round(x(dayPosition(`${year}-12-31`)) * 10) / 10;

  let y = AXIS;
  const lanes = documents.map((document) => {
    const own = targets.filter((target) => target.document === document);
    const groups = [...years, undefined].flatMap((year) => {
      const members = own.filter((target) => target.year === year);
      return members.length > 0 ? [{ year, members }] : [];
    });
    const rows = Math.max(1, ...groups.map(({ members }) => Math.ceil(members.length / DOT.perRow)));
    const top = y;
    const height = LANE_TOP + rows * DOT.step + 8;
    y += height;
    const flags = groups.map(({ year, members }) => {
      const pole = year === undefined ? openX + 10 : end(year);
      return { x: pole, due: members[0] && dueDay(members[0]), ids: members.map(({ id }) => id) };
    });
    return { document, y: top, height, flags };
  });
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return {
    width: WIDTH,
    height: y,
    top: AXIS,
    openX,
    axis: { from, to, x0: LEFT, x1: openX - 12 },
    ticks: all.map((year) => ({ year, x: end(year), used: years.includes(year) })),
    lanes
  };
}
