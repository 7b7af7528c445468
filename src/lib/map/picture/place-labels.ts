/** A rectangle on the picture, px; x and y are its top left. */
export type Box = Readonly<{ x: number; y: number; width: number; height: number }>;
/** How a label may stand to its point. */
export type Stand = 'centre' | 'above' | 'below' | 'right' | 'left';
export type LabelWish = Readonly<{
  id: string;
  /** the point that is named */
  x: number;
  y: number;
  /** of the label with all its lines */
  width: number;
  height: number;
  /** in the order of preference */
  stands: readonly Stand[];
  /** between point and label where it does not stand in the middle, px */
  gap: number;
  /** it must be shown: room is looked for so far around its point, px; if there is none, it stands where it covers least */
  reach?: number;
}>;

const meets = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) * Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

function boxAt({ x, y, width, height, gap }: LabelWish, stand: Stand): Box {
  const [left, top] = [x - width / 2, y - height / 2];
  switch (stand) {
    case 'centre':
      return { x: left, y: top, width, height };
    case 'above':
      return { x: left, y: y - gap - height, width, height };
    case 'below':
      return { x: left, y: y + gap, width, height };
    case 'right':
      return { x: x + gap, y: top, width, height };
    case 'left':
      return { x: x - gap - width, y: top, width, height };
  }
}

/** Moved into the picture; undefined where it is too large for it. */
function inside(box: Box, within: Box): Box | undefined {
  if (box.width > within.width || box.height > within.height) return undefined;
  const x = Math.max(within.x, Math.min(within.x + within.width - box.width, box.x));
  const y = Math.max(within.y, Math.min(within.y + within.height - box.height, box.y));
  return { ...box, x, y };
}

/**
 * Find room for labels: the given first ones before the later, none over another, all within the picture. A label without
 * room is left out, unless it has a reach.
 * @param taken what is to be kept free, such as the scale bar
 * @param margin around each label, px
 */
export function placeLabels(wishes: readonly LabelWish[], taken: readonly Box[], within: Box, margin: number): ReadonlyMap<string, Box> {
  const placed = new Map<string, Box>();
  const grown = ({ x, y, width, height }: Box): Box => ({ x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin });
  for (const wish of wishes) {
    // a point off the picture has its name off the picture, too
    if (wish.x < within.x || wish.y < within.y || wish.x > within.x + within.width || wish.y > within.y + within.height) continue;
    const full = [...taken, ...placed.values()];
    const spots = wish.stands.flatMap((stand) => inside(boxAt(wish, stand), within) ?? []);
    const free = spots.find((spot) => !full.some((other) => meets(grown(spot), other)));
    const cover = (spot: Box) => full.reduce((sum, other) => sum + shared(spot, other), 0);
    const spot = free ?? (wish.reach !== undefined ? (shifted(wish, within, full, grown) ?? [...spots].sort((a, b) => cover(a) - cover(b))[0]) : undefined);
    if (spot) placed.set(wish.id, spot);
  }
  return placed;
}

/** Free room in rings around the point, nearest first. */
function shifted(wish: LabelWish, within: Box, full: readonly Box[], grown: (box: Box) => Box): Box | undefined {
  const step = Math.min(wish.height, wish.width) / 3;
  for (let ring = 1; ring * step <= (wish.reach ?? 0); ring++) {
    for (let i = 0; i < 16; i++) {
      const angle = (Math.PI * i) / 8;
      const spot = inside(boxAt({ ...wish, x: wish.x + Math.cos(angle) * ring * step, y: wish.y + Math.sin(angle) * ring * step }, 'centre'), within);
      if (spot && !full.some((other) => meets(grown(spot), other))) return spot;
    }
  }
  return undefined;
}
