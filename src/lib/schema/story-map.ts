import type { Text } from './common';
import type { Locator } from './locator';
import type { Hue, Precision, Tier } from './terms';

type Point = readonly [x: number, y: number];

/** What a story draws inside one frame (a province or a city): path data in pixels, once for all its steps. */
export type StoryMap = Pick<Locator, 'frame' | 'width' | 'height' | 'context' | 'land' | 'lines' | 'waters'> &
  Readonly<{
    /** wide ones first; `link`: ends of a pair's line */
    zones: readonly Readonly<{ id: string; tier: Tier; hue: Hue; mark: Text; path: string; link?: readonly [Point, Point] }>[];
    units: readonly Readonly<{ adcode: string; path: string }>[];
    places: readonly Readonly<{ id: string; name: Text; precision: Precision; x: number; y: number }>[];
    /** `in`: zones that the unit belongs to, by id, and how (atlas/primary-zone.ts) */
    names: readonly Readonly<{ adcode: string; name: Text; x: number; y: number; in: readonly (readonly [zone: string, 'whole' | 'part'])[] }>[];
  }>;

/** How one step looks at its frame. */
export type StoryView = Readonly<{
  frame: string;
  box: readonly [x: number, y: number, width: number, height: number];
  /** names that have room in this view, by language */
  names: Readonly<Record<keyof Text, readonly string[]>>;
}>;
