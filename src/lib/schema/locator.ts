import type { Text } from './common';
import type { StaticMark } from './static-map';
import type { Hue } from './terms';
import type { Waters } from './waters';

/** A name: `main` of a unit that is shown, with the marks of its zones, not of its surroundings; `water` of a river or lake, with an id of its own; `beyond` of land around the province. */
export type LocatorLabel = Readonly<{
  adcode: string;
  name: Text;
  x: number;
  y: number;
  main: boolean;
  water?: true;
  beyond?: true;
  marks?: readonly StaticMark[];
}>;

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
  labels: readonly LocatorLabel[];
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
  /** a crowded part of it, larger: where it stands and what it enlarges */
  inset?: LocatorPart & Readonly<{ x: number; y: number; from: Readonly<{ x: number; y: number; width: number; height: number }> }>;
  /** how far the place that the picture is about may lie from its symbol */
  reach?: Readonly<{ x: number; y: number; r: number }>;
}>;

/** What a picture and its inset both are. */
export type LocatorPart = Pick<Locator, 'width' | 'height' | 'context' | 'land' | 'lines' | 'waters' | 'units' | 'labels'>;

/** A city's counties, each in the hue of the zone that fills it. */
export type CityMap = Locator & Readonly<{ hues: readonly (readonly [adcode: string, hue: Hue])[] }>;
