import type { Atlas } from '#lib/atlas/atlas';
import type { FiguresBeside } from '#lib/facts/target-figures';
import { targetScale } from '#lib/facts/target-scale';
import type { ScalePoint } from '#lib/facts/target-scale';
import { figureInBrief, figureValue } from '#lib/facts/target-text';
import { actualsBesideTargets } from '#lib/features/own-data/table/actuals';
import type { Actual, ActualPoint } from '#lib/features/own-data/table/actuals';
import * as m from '#lib/paraglide/messages';
import { formatNumber } from '#lib/design/page/local';

/**
 * The reader's own figures beside those published, for the targets that they are about. What cannot be compared with its target
 * (another unit, another way of counting) is told in words, as it is with published ones.
 */
export function withOwnFigures(atlas: Atlas, published: FiguresBeside, actuals: readonly Actual[]): FiguresBeside {
  return Object.fromEntries(
    actualsBesideTargets(atlas, actuals).map(({ target, points }) => {
      const figure = (value: number) => ({ operator: '=' as const, value, unit: target.unit });
      const point = ({ actual: { line, year }, value, standing }: ActualPoint): ScalePoint[] =>
        value === undefined || standing.kind === 'none'
          ? []
          : [{ id: `own-${line}`, value, day: `${year}-12-31`, text: figureInBrief(atlas, figure(value)), own: true }];
      const said = ({ actual, value }: ActualPoint) => ({
        text: m.published_figure({
          value: value === undefined ? `${formatNumber(actual.value)} ${actual.unit}` : figureValue(atlas, figure(value)),
          when: String(actual.year)
        })
      });
      const known = published[target.id];
      const scale = targetScale(target, [...(known?.scale?.marks ?? []), ...points.flatMap(point)]);
      const lines = [...(known?.lines ?? []), { kind: 'own' as const, figures: points.map(said) }];
      return [target.id, { ...known, ...(scale ? { scale } : {}), lines }] as const;
    })
  );
}
