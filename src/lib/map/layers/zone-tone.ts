import type { ZoneView } from '#lib/atlas/view';
import { TIERS } from '#lib/schema/terms';
import type { Tier } from '#lib/schema/terms';
import type { MapTokens } from '#lib/design/tokens/tokens';
import { mixColours, parseColour } from './colour';
import type { Rgba } from './colour';

/** Share of the label colour mixed into a tier's colour, for the first, second and third zone of that tier: still one hue. */
const SHADES = [0, 0.28, 0.5] as const;

/** Name of a zone's colour: its tier, and one of three shades by its number among the zones of that tier. */
export type Tone = `${Tier}-${number}`;

export const toneOf = (tier: Tier, index: number): Tone => `${tier}-${index % SHADES.length}`;

/** All tones with their colours. */
export function toneColours(tokens: MapTokens): Map<Tone, Rgba> {
  const ink = parseColour(tokens.label);
  return new Map(TIERS.flatMap((tier) => SHADES.map((share, index) => [toneOf(tier, index), mixColours(parseColour(tokens.tier[tier]), ink, share)] as const)));
}

/** A zone that is drawn, with its number among the layout's zones of its tier. */
export type DrawnZone = Readonly<{ view: ZoneView; index: number; tone: Tone }>;

/** The zones to draw: those with units, in the layout's order. Numbers do not depend on filters, so patterns stay put. */
export function drawnZones(zones: readonly ZoneView[]): DrawnZone[] {
  const seen = new Map<Tier, number>();
  return zones.flatMap((view) => {
    const { tier, units } = view.zone;
    if (units.length === 0) return [];
    const index = seen.get(tier) ?? 0;
    seen.set(tier, index + 1);
    return [{ view, index, tone: toneOf(tier, index) }];
  });
}
