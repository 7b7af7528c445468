import type { Atlas } from '#lib/atlas/atlas';
import { figuresOfZone } from '#lib/atlas/published';
import type { ZoneFigure } from '#lib/atlas/published';
import type { Zone } from '#lib/schema/atlas';
import type { Published } from '#lib/schema/published';
import * as m from '#lib/paraglide/messages';
import { local } from '#lib/design/page/local';
import { publishedBlock, sourceOf } from './published-block';
import type { PublishedRow, PublishedSource } from './published-block';
import { figureInBrief } from './target-text';

/** A figure published about a zone's ground, in a few words. It is of the area named, never of the zone. */
export type PublishedLine = Readonly<{
  id: string;
  kind: ZoneFigure['kind'];
  value: string;
  label: string;
  /** area or place that it is of */
  where: string;
  when: string;
  /** that it is comparable with a target, or why it is not */
  standing?: string;
  conflicts: readonly string[];
  source: PublishedSource;
}>;

/** These figures in words, in their order. */
export function publishedLines(atlas: Atlas, published: Published, figures: readonly ZoneFigure[]): PublishedLine[] {
  const block = publishedBlock(atlas, published, [{ figures: figures.map(({ figure }) => figure) }]);
  const rows = new Map<string, PublishedRow>(block?.groups.flatMap((group) => group.rows.map((row) => [row.id, row])));
  return figures.map(({ figure, kind, differs }) => {
    const row = rows.get(figure.id);
    const standing = kind === 'comparable' ? m.published_line_comparable() : differs && m.published_line_differs({ differs: local(differs) });
    return {
      id: figure.id,
      kind,
      value: figureInBrief(atlas, figure),
      label: local(figure.metric),
      where: row?.where ?? local(atlas.unit.get(figure.adcode)?.name ?? { zh: figure.adcode, en: figure.adcode }),
      when: row?.when ?? '',
      ...(standing ? { standing } : {}),
      conflicts: row?.conflicts.map(({ text }) => m.published_conflict({ text })) ?? [],
      source: sourceOf(figure.page)
    };
  });
}

/** All that is published about a zone's ground, in words, as `figuresOfZone` orders it. */
export const zonePublished = (atlas: Atlas, published: Published, zone: Zone): PublishedLine[] =>
  publishedLines(atlas, published, figuresOfZone(atlas, published, zone));
