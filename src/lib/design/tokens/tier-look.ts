import type { Tier } from '#lib/schema/terms';

/* How each tier looks on every map, whoever draws it. Sizes are CSS px. */

/** Fill opacity and outline width of a tier as usual. Tiers with a motif have a faint ground. */
export const TIER_LOOK: Readonly<Record<Tier, Readonly<{ fill: number; line: number }>>> = {
  core: { fill: 0.5, line: 3 },
  park: { fill: 0.34, line: 1.8 },
  belt: { fill: 0.08, line: 1.8 },
  circle: { fill: 0.07, line: 1.6 },
  point: { fill: 0.2, line: 1.8 },
  base: { fill: 0.2, line: 1.8 },
  assignment: { fill: 0.08, line: 1.6 },
  pair: { fill: 0.16, line: 2.6 }
};

/** Tiers from the ground up: wide and faint below small and strong. */
export const TIER_ORDER: Readonly<Record<Tier, number>> = { circle: 0, belt: 1, assignment: 2, base: 3, point: 4, pair: 5, park: 6, core: 7 };

/**
 * Hatches that repeat seamlessly in a square tile: the line runs along a·x + b·y = const, so its angle and its
 * spacing, size / √(a² + b²), follow from a and b.
 */
export type Hatch = Readonly<{ kind: 'hatch'; size: number; a: number; b: number; width: number }>;
/** Two dots a tile, at a quarter and three quarters of it; a hollow dot is a small ring. */
export type Stipple = Readonly<{ kind: 'stipple'; size: number; radius: number; hollow: boolean }>;
export type Motif = Hatch | Stipple;

/** By a zone's number among its tier; further zones begin again. Neighbouring numbers differ in angle. */
export const MOTIFS: Partial<Record<Tier, readonly Motif[]>> = {
  belt: [
    { kind: 'hatch', size: 14, a: 1, b: 1, width: 1.9 },
    { kind: 'hatch', size: 14, a: 1, b: -1, width: 1.9 },
    { kind: 'hatch', size: 22, a: 1, b: 2, width: 1.8 }
  ],
  circle: [
    { kind: 'stipple', size: 14, radius: 1.5, hollow: false },
    { kind: 'stipple', size: 18, radius: 2.6, hollow: true }
  ],
  assignment: [
    { kind: 'hatch', size: 12, a: 0, b: 1, width: 1.2 },
    { kind: 'hatch', size: 12, a: 1, b: 0, width: 1.2 },
    { kind: 'hatch', size: 16, a: 1, b: 1, width: 1.2 },
    { kind: 'hatch', size: 16, a: 1, b: -1, width: 1.2 },
    { kind: 'stipple', size: 16, radius: 1.4, hollow: false },
    { kind: 'stipple', size: 20, radius: 2.8, hollow: true }
  ]
};
