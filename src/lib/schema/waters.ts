/** Waters on a small map, as SVG path data in pixels: bays that counties count as their area, lakes, and rivers as lines. */
export type Waters = Readonly<{ bays: string; lakes: string; rivers: string }>;
