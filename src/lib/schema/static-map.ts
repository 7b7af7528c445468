import type { Text } from './common';
import type { Hue } from './terms';
import type { Waters } from './waters';

/** A zone's mark, hollow beside a unit that belongs to it only in part. */
export type StaticMark = Readonly<{ hue: Hue; mark: Text; part?: boolean }>;

/** A layout drawn at build time: SVG path data in pixels, for the page before (or without) the interactive map. */
export type StaticMap = Readonly<{
  width: number;
  height: number;
  /** neighbouring land */
  context: string;
  /** the region's own land */
  land: string;
  /** lines between its prefectures or counties */
  lines: string;
  waters: Waters;
  /** the ground that each zone fills, in the order of painting, empty for all the land; a core is outlined with all its members, which may be its ground */
  zones: readonly Readonly<{ id: string; hue: Hue; path: string; outlined?: boolean; outline?: string }>[];
  /** edges of units in the hues of zones that do not fill them, from the outline inwards */
  frames: readonly Readonly<{ unit: string; path: string; hues: readonly Hue[] }>[];
  /** names of units, each with the marks of the zones that the unit belongs to; and of zones, in their hues, each with its own mark */
  labels: readonly Readonly<{ id: string; name: Text; x: number; y: number; hue?: Hue; marks: readonly StaticMark[] }>[];
}>;
