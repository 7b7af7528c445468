import type { Locator } from '#lib/schema/locator';

type Label = Locator['labels'][number];

const SIZE = 12;
const GAP = 2;

/** Width in pixels of a name's wider version; Latin letters are about half as wide as Chinese ones. */
const widthOf = ({ zh, en }: Label['name']): number => Math.max(zh.length, en.length * 0.56) * SIZE;

/** A name without its kind, as it stands on small maps: “Qiantang District” → “Qiantang”. */
const shortEnglish = (name: string): string => name.replace(/ (?:(?:\w+ )?Autonomous County|District|County|City)$/, '');

/**
 * Keep the labels that have room, the given first ones before the later, moved inward where they would leave the picture.
 * A label that touches one already placed is left out.
 */
export function placeLabels(candidates: readonly Label[], width: number): Label[] {
  const placed: (Label & { half: number })[] = [];
  for (const candidate of candidates) {
    const label = { ...candidate, name: { zh: candidate.name.zh, en: shortEnglish(candidate.name.en) } };
    const half = widthOf(label.name) / 2;
    // a shown area that is crowded out gets its name a line above or below rather than none
    const rows = label.main ? [0, -SIZE, SIZE] : [0];
    const x = Math.round(Math.max(half + GAP, Math.min(width - half - GAP, label.x)));
    const free = (y: number) => placed.every((other) => Math.abs(other.x - x) > other.half + half + GAP || Math.abs(other.y - y) > SIZE);
    const y = rows.map((row) => label.y + row).find(free);
    if (y !== undefined) placed.push({ ...label, x, y, half });
  }
  return placed.map(({ half: _, ...label }) => label);
}
