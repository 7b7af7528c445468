import type { Text } from './common';

/** Outlines for the page on the strategy over time: path data once, in pixels; the steps refer to it by adcode. */
export type TimelineMap = Readonly<{
  width: number;
  height: number;
  counties: readonly Readonly<{ adcode: string; path: string }>[];
  /** neighbouring land */
  context: string;
  /** lines between prefectures, and the region's outline */
  lines: string;
  /** one per level of document: what part of the picture it shows, and the names in it */
  windows: readonly Readonly<{
    adcode: string;
    box: readonly [x: number, y: number, width: number, height: number];
    scale: 'wide' | 'near';
    labels: readonly Readonly<{ adcode: string; name: Text; x: number; y: number }>[];
  }>[];
}>;
