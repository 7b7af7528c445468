/** Waters on a small map, as SVG path data in pixels: bays that counties count as their area, lakes, and rivers as lines, `wide` px where that is told. */
export type Waters = Readonly<{ bays: string; lakes: string; rivers: string; wide?: number }>;
