import { TIERS } from '#lib/schema/terms';
import type { Tier } from '#lib/schema/terms';
import { MOTIFS } from '#lib/design/tokens/tier-look';
import type { Hatch, Motif, Stipple } from '#lib/design/tokens/tier-look';
import type { MapTokens } from '#lib/design/tokens/tokens';
import type { Rgba } from './colour';
import { toneColours, toneOf } from './zone-tone';

/** An image as MapLibre takes it: RGBA bytes, not premultiplied; `pixelRatio` image pixels to a CSS pixel. */
export type PixelImage = Readonly<{ width: number; height: number; data: Uint8Array; pixelRatio: number }>;

/** Image pixels to a CSS pixel. */
const RATIO = 2;

/** Image id of the pattern of a tier's nth zone; undefined for tiers that are plain. Tone and motif together tell zones apart. */
export function patternId(tier: Tier, index: number): string | undefined {
  const motifs = MOTIFS[tier];
  return motifs && `pattern-${toneOf(tier, index)}-${index % motifs.length}`;
}

/** Every pattern image that a style may name, by id. */
export function patternImages(tokens: MapTokens): Map<string, PixelImage> {
  const colours = toneColours(tokens);
  const images = new Map<string, PixelImage>();
  for (const tier of TIERS) {
    const motifs = MOTIFS[tier] ?? [];
    for (let index = 0; index < motifs.length * 3; index++) {
      const id = patternId(tier, index);
      const motif = motifs[index % motifs.length];
      const colour = colours.get(toneOf(tier, index));
      if (id && motif && colour && !images.has(id)) images.set(id, drawMotif(motif, colour));
    }
  }
  return images;
}

function drawMotif(motif: Motif, colour: Rgba): PixelImage {
  const distance = motif.kind === 'hatch' ? hatchDistance(motif) : stippleDistance(motif);
  return drawTile(motif.size, colour, distance);
}

/** Signed distance from a line's edge, CSS px; negative inside. */
function hatchDistance({ size, a, b, width }: Hatch): (x: number, y: number) => number {
  const norm = Math.hypot(a, b);
  return (x, y) => {
    const phase = (((a * x + b * y) % size) + size) % size;
    return Math.min(phase, size - phase) / norm - width / 2;
  };
}

/** Signed distance from the nearest dot's edge, CSS px; dots at a quarter and three quarters of the tile. */
function stippleDistance({ size, radius, hollow }: Stipple): (x: number, y: number) => number {
  const centres = [size / 4, (3 * size) / 4];
  return (x, y) => {
    const nearest = Math.min(...centres.map((c) => Math.hypot(x - c, y - c)));
    return hollow ? Math.abs(nearest - radius) - 0.7 : nearest - radius;
  };
}

/** Paint a square tile of `size` CSS px with edges smoothed over one image pixel. */
export function drawTile(size: number, [r, g, b, a]: Rgba, distance: (x: number, y: number) => number): PixelImage {
  const side = size * RATIO;
  const data = new Uint8Array(side * side * 4);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const cover = Math.min(1, Math.max(0, 0.5 - distance((column + 0.5) / RATIO, (row + 0.5) / RATIO) * RATIO));
      data.set([r, g, b, Math.round(a * cover)], (row * side + column) * 4);
    }
  }
  return { width: side, height: side, data, pixelRatio: RATIO };
}
