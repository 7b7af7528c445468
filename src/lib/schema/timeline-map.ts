import type { Text } from './common';

/** Through what part of the outlines' picture documents of a level look, in its pixels, and the names in it. */
export type TimelineWindow = Readonly<{
  adcode: string;
  box: readonly [x: number, y: number, width: number, height: number];
  scale: 'wide' | 'near';
  labels: readonly Readonly<{ adcode: string; name: Text; x: number; y: number }>[];
}>;
