import type { Position } from 'geojson';

/** Points put between two of a line. */
const BETWEEN = 3;

/**
 * A line through the same points without corners, for what bends as water does: a centripetal Catmull–Rom curve, which has
 * neither loops nor overshoots (Yuksel, Schaefer and Keyser, “Parameterization and Applications of Catmull–Rom Curves”, 2011).
 * @param line points in any plane unit; the ends stay
 */
export function smoothLine(line: readonly Position[]): Position[] {
  const points = line.filter(([x, y], i) => i === 0 || x !== line[i - 1]?.[0] || y !== line[i - 1]?.[1]);
  return points.flatMap((point, i): Position[] => {
    const next = points[i + 1];
    if (!next) return [point];
    const [before, after] = [points[i - 1] ?? mirrored(point, next), points[i + 2] ?? mirrored(next, point)];
    return [point, ...Array.from({ length: BETWEEN }, (_, k) => onCurve([before, point, next, after], (k + 1) / (BETWEEN + 1)))];
  });
}

/** The point as far on the other side: what a curve needs beyond its end. */
const mirrored = ([x = 0, y = 0]: Position, [otherX = 0, otherY = 0]: Position): Position => [2 * x - otherX, 2 * y - otherY];

const knot = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number => Math.sqrt(Math.hypot(bx - ax, by - ay));

/** Between the second and the third of four distinct neighbours, by the pyramid of Barry and Goldman. @param share 0–1 of the way */
function onCurve([a, b, c, d]: readonly [Position, Position, Position, Position], share: number): Position {
  const [t1, t2, t3] = [knot(a, b), knot(a, b) + knot(b, c), knot(a, b) + knot(b, c) + knot(c, d)];
  const t = t1 + (t2 - t1) * share;
  const mix = (p: Position, q: Position, from: number, to: number): Position =>
    [0, 1].map((axis) => ((to - t) * (p[axis] ?? 0) + (t - from) * (q[axis] ?? 0)) / (to - from || 1));
  const [ab, bc, cd] = [mix(a, b, 0, t1), mix(b, c, t1, t2), mix(c, d, t2, t3)];
  return mix(mix(ab, bc, 0, t2), mix(bc, cd, t1, t3), t1, t2);
}
