import type { Atlas } from '#lib/atlas/atlas';
import { besideOf, figuresOfZone } from '#lib/atlas/published';
import type { ZoneFigure } from '#lib/atlas/published';
import type { Published, PublishedPage } from '#lib/schema/published';
import type { PitchZone } from './zone';

/** Figures told of each zone: a sheet has no room for more. */
const MOST = 2;

/** What is published elsewhere about the zones of a pitch, apart from everything that has a citation. */
export type PitchPublished = Readonly<{
  /** all that is published, for what else is said of the same matter */
  all: Published;
  /** the figures told, by zone */
  figures: ReadonlyMap<string, readonly ZoneFigure[]>;
  /** what stands beside targets of the zones, by target */
  beside: ReadonlyMap<string, readonly ZoneFigure[]>;
  /** the pages that state them, each once, in the order of their numbers */
  pages: readonly PublishedPage[];
}>;

/** What stands on short lines first: those that need more words, of a part of an area or of no named year, after those that are plain. */
const rank = ({ kind, figure }: ZoneFigure): number => (kind === 'comparable' ? 0 : (figure.scope ?? figure.period) ? 2 : 1);

/** Of each zone the first figures, comparable ones before others; they are of the areas named and never the zone's own. */
export function publishedOfZones(atlas: Atlas, zones: readonly Pick<PitchZone, 'zone' | 'targets'>[], published?: Published): PitchPublished {
  const all = published ?? { figures: [], profiles: [], beside: [] };
  const figures = new Map(
    zones.map(({ zone }) => [
      zone.id,
      figuresOfZone(atlas, all, zone)
        .sort((a, b) => rank(a) - rank(b))
        .slice(0, MOST)
    ])
  );
  const beside = new Map(
    zones.flatMap(({ targets }) =>
      targets.flatMap(({ target }): [string, ZoneFigure[]][] => {
        const { comparable, near } = besideOf(all, target.id);
        const found = [...comparable.map((one) => ({ ...one, kind: 'comparable' as const })), ...near.map((one) => ({ ...one, kind: 'near' as const }))];
        return found.length > 0 ? [[target.id, found.slice(0, MOST)]] : [];
      })
    )
  );
  const pages = new Map([...figures.values(), ...beside.values()].flat().map(({ figure: { page } }) => [page.url, page]));
  return { all, figures, beside, pages: [...pages.values()] };
}
