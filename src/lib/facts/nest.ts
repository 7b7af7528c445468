import type { Target } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';

/* Targets that lie inside others (partOf) or say the same thing twice (sameAs). Such values are never added up. */

/**
 * A target's share of another. `parent`: computed from the two printed figures, which have the same unit.
 * A part as large as the whole (3 named ones of “3 or more”) says nothing of a share.
 * `printed`: the document itself gives a share, of the wider area that its words name.
 */
export type Share = Readonly<{ kind: 'parent' | 'printed'; ratio: number; of: Target }>;

export type NestedTarget = Readonly<{
  target: Target;
  share?: Share;
  /** length as a part of the outermost target's; undefined where the figures cannot be compared */
  span?: number;
  parts: readonly NestedTarget[];
}>;

/** Ranges and growth rates have no one length to compare. */
const plain = (target: Target) =>
  target.upper === undefined && target.value > 0 && (target.counting === 'level' || target.counting === 'cumulative' || target.counting === 'new');

/** What “占全市” names a share of; autonomous regions and municipalities are what provinces are elsewhere. */
const WHOLES: readonly (readonly [words: RegExp, level: Target['scope']['level']])[] = [
  [/全市/, 'city'],
  [/全省|全自治区/, 'province'],
  [/全县|全区/, 'county']
];

function shareOf(target: Target, chain: readonly Target[]): Share | undefined {
  const parent = chain.at(-1);
  if (!parent) return undefined;
  if (target.counting === 'share') {
    // “占全市”: the share is of the city's figure, whatever the target is nested in
    const level = WHOLES.find(([words]) => words.test(target.wording))?.[1];
    const of = [...chain].reverse().find(({ scope }) => scope.level === level);
    const ratio = target.unit === 'percent' ? target.value / 100 : target.value;
    return of && ratio <= 1 ? { kind: 'printed', ratio, of } : undefined;
  }
  const ratio = target.value / parent.value;
  return target.unit === parent.unit && plain(target) && plain(parent) && ratio < 1 ? { kind: 'parent', ratio, of: parent } : undefined;
}

/** Chains of partOf, outermost first; only targets that contain another or lie in one. Unknown parents and circles are left out. */
export function nestTargets(targets: readonly Target[]): NestedTarget[] {
  const byId = new Map(targets.map((target) => [target.id, target]));
  const partsOf = new Map<string, Target[]>();
  for (const target of targets) if (target.partOf && byId.has(target.partOf)) partsOf.set(target.partOf, [...(partsOf.get(target.partOf) ?? []), target]);

  const grow = (target: Target, chain: readonly Target[], spans: ReadonlyMap<string, number>): NestedTarget => {
    const share = shareOf(target, chain);
    const base = share && spans.get(share.of.id);
    const span = chain.length === 0 ? 1 : share && base !== undefined ? base * share.ratio : undefined;
    const line = [...chain, target];
    const known = span === undefined ? spans : new Map(spans).set(target.id, span);
    const parts = (partsOf.get(target.id) ?? []).filter((part) => !line.includes(part)).map((part) => grow(part, line, known));
    return { target, ...(share ? { share } : {}), ...(span === undefined ? {} : { span }), parts };
  };
  return targets.filter((target) => partsOf.has(target.id) && !(target.partOf && byId.has(target.partOf))).map((target) => grow(target, [], new Map()));
}

export type NestRow = Readonly<{ nested: NestedTarget; depth: number; parent?: NestedTarget }>;

/** A nest as rows from the outside in. */
export function nestRows(nested: NestedTarget, depth = 0, parent?: NestedTarget): NestRow[] {
  return [{ nested, depth, ...(parent ? { parent } : {}) }, ...nested.parts.flatMap((part) => nestRows(part, depth + 1, nested))];
}

/**
 * A row of a nest by ids, for a page that has the targets already. `y` and `height` are its box in the picture: each box stands in that of
 * the target around it, parts of one whole below each other.
 */
export type NestBrief = Readonly<{
  id: string;
  depth: number;
  span: number | undefined;
  y: number;
  height: number;
  share: Readonly<{ ratio: number; fraction: string | undefined; printedOf: Text | undefined }> | undefined;
}>;

/** Heights in the picture of a nest, in px: a box without others in it, and the rim around those that it holds. */
const LEAF = 22;
const RIM = 6;
const heightOf = ({ parts }: NestedTarget): number =>
  parts.length === 0 ? LEAF : parts.reduce((sum, part) => sum + heightOf(part), 0) + RIM * (parts.length + 1);

/** A nest as rows from the outside in, by ids, with the boxes of its picture. */
export function briefNest(nest: NestedTarget, depth = 0, y = 0): NestBrief[] {
  const { target, share, span } = nest;
  const own = {
    id: target.id,
    depth,
    span,
    y,
    height: heightOf(nest),
    share: share && { ratio: share.ratio, fraction: target.fraction, printedOf: share.kind === 'printed' ? share.of.metric : undefined }
  };
  let next = y + RIM;
  const rows = nest.parts.map((part) => {
    const inside = briefNest(part, depth + 1, next);
    next += heightOf(part) + RIM;
    return inside;
  });
  return [own, ...rows.flat()];
}

/** Goals that the documents word twice: the main wording first, then the others. */
export function sameGoals(targets: readonly Target[]): Target[][] {
  return targets.flatMap((main) => {
    const twins = targets.filter(({ sameAs }) => sameAs === main.id);
    return twins.length > 0 ? [[main, ...twins]] : [];
  });
}
