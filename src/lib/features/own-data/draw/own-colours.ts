import { watchColours } from '#lib/design/browser/watch-colours';
import { readTokens } from '#lib/design/tokens/tokens';
import type { MapTokens } from '#lib/design/tokens/tokens';
import { OWN_COLOURS } from '../layer';

/** The map's colours, with those of a reader's own tables. */
export type OwnTokens = MapTokens & Readonly<{ own: readonly string[] }>;

/** Colours as they are at an element, now and whenever the scheme changes. @returns how to stop */
export const watchOwnTokens = (probe: HTMLElement, onchange: (tokens: OwnTokens) => void): (() => void) =>
  watchColours(probe, (colour) => onchange({ ...readTokens(colour), own: Array.from({ length: OWN_COLOURS }, (_, i) => colour(`--own-${i + 1}`).trim()) }));
