import { watchColours } from '#lib/design/browser/watch-colours';
import { readTokens } from '#lib/design/tokens/tokens';
import type { MapTokens } from '#lib/design/tokens/tokens';

/** The map's colours as they are at an element, now and whenever the scheme changes. @returns how to stop */
export const watchTokens = (probe: HTMLElement, onchange: (tokens: MapTokens) => void): (() => void) =>
  watchColours(probe, (colour) => onchange(readTokens(colour)));
