import type { Text } from './common';
import type { Tier } from './terms';

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
  zones: readonly Readonly<{ id: string; tier: Tier; path: string }>[];
  labels: readonly Readonly<{ adcode: string; name: Text; x: number; y: number }>[];
}>;
