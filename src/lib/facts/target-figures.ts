import type { Atlas } from '#lib/atlas/atlas';
import { besideOf } from '#lib/atlas/published';
import type { Target } from '#lib/schema/atlas';
import type { FigureBeside, Published, PublishedFigure } from '#lib/schema/published';
import * as m from '#lib/paraglide/messages';
import { local } from '#lib/design/page/local';
import { periodText } from './moment-text';
import { classText } from './published-block';
import { figureInBrief } from './target-text';
import { targetScale } from './target-scale';
import type { ScalePoint, TargetScale } from './target-scale';

/** A line of figures beside a target: comparable ones one by one, near ones by what sets them apart. */
export type FigureLine = Readonly<{
  kind: FigureBeside['kind'] | 'own';
  /** each with its place on the page of published figures; own ones have none */
  figures: readonly Readonly<{ id?: string; text: string }>[];
  /** who says it, or what differs */
  more?: string;
}>;
/** What was published beside a target, as pages show it: only what is comparable is drawn. */
export type TargetFigures = Readonly<{ scale?: TargetScale; lines: readonly FigureLine[]; /** sources disagree */ conflict?: true }>;

/** Last day of a year, month or day. */
export function lastDay(moment: string): string {
  const [year = '', month, day] = moment.split('-');
  if (day) return moment;
  return month ? new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10) : `${year}-12-31`;
}

/** A comparable figure as a point of its target's scale. */
const pointOf = (atlas: Atlas, figure: PublishedFigure): ScalePoint => ({
  id: figure.id,
  value: figure.value,
  day: lastDay(figure.to),
  text: figureInBrief(atlas, figure)
});

const said = (atlas: Atlas, figure: PublishedFigure) => ({
  id: figure.id,
  text: m.published_figure({ value: figureInBrief(atlas, figure), when: periodText(figure) })
});

/**
 * What was published beside a target. Comparable figures stand on the target's own scale and in words; near ones in words only.
 * @returns undefined where nothing was found
 */
export function besideTarget(atlas: Atlas, published: Published, target: Target): TargetFigures | undefined {
  const { comparable, near } = besideOf(published, target.id);
  if (comparable.length + near.length === 0) return undefined;
  const scale = targetScale(
    target,
    comparable.map(({ figure }) => pointOf(atlas, figure))
  );
  const ids = new Set(comparable.map(({ figure }) => figure.id));
  const conflict = comparable.some(({ figure }) => figure.conflicts.some((id) => ids.has(id)));
  return {
    ...(scale ? { scale } : {}),
    ...(conflict ? { conflict } : {}),
    lines: [
      ...comparable.map(({ figure, differs }): FigureLine => ({
        kind: 'comparable',
        figures: [said(atlas, figure)],
        more: [classText(figure.page), differs && local(differs)].filter(Boolean).join(m.published_joint())
      })),
      ...[...Map.groupBy(near, ({ differs }) => (differs ? local(differs) : ''))].map(([differs, list]): FigureLine => ({
        kind: 'near',
        figures: list.map(({ figure }) => said(atlas, figure)),
        more: differs
      }))
    ]
  };
}

/** What was published beside targets, by the targets' ids; those of which nothing was found are not in it. */
export type FiguresBeside = Readonly<Record<string, TargetFigures>>;

/** `besideTarget` of several targets. */
export function figuresBeside(atlas: Atlas, published: Published, targets: readonly Target[]): FiguresBeside {
  return Object.fromEntries(
    targets.flatMap((target) => {
      const figures = besideTarget(atlas, published, target);
      return figures ? [[target.id, figures] as const] : [];
    })
  );
}
