import type { Text } from './common';
import type { Waters } from './waters';

/** A small map drawn at build time: a frame (province or prefecture) with some of its units, as SVG path data in pixels. */
export type Locator = Readonly<{
  /** adcode of the area that the picture shows */
  frame: string;
  width: number;
  height: number;
  /** neighbouring land */
  context: string;
  /** the frame's own land */
  land: string;
  /** lines between its prefectures or counties */
  lines: string;
  waters: Waters;
  /** areas to show, of one or more units each; cities before the counties in them */
  units: readonly Readonly<{ adcodes: readonly string[]; path: string }>[];
  /** `main`: of a unit that is shown, not of its surroundings; `water`: of a river, with an id of its own; `beyond`: of land around the province */
  labels: readonly Readonly<{ adcode: string; name: Text; x: number; y: number; main: boolean; water?: true; beyond?: true }>[];
  /** the whole that the areas are a part of, small, in a corner that is free */
  overview?: Readonly<{ x: number; y: number; width: number; height: number; land: string; area: string }>;
  /** places in it: what is made there or found out, and whether the site is known; its name in lines, where there is room */
  places?: readonly Readonly<{
    id: string;
    name: Text;
    x: number;
    y: number;
    group: 'ground' | 'knowledge' | 'transport';
    solid: boolean;
    /** what the picture is about, where it is a place */
    own?: true;
    words?: Readonly<{
      lines: readonly string[];
      x: number;
      y: number;
      /** they end at x */ end: boolean;
      /** a line leads to them, at this height */ from?: number;
    }>;
  }>[];
  /** how far the place that the picture is about may lie from its symbol */
  reach?: Readonly<{ x: number; y: number; r: number }>;
}>;
