import type { Published, PublishedFile, PublishedPage } from '#lib/schema/published';
import type { Pack } from './read-pack';

type Sourced = PublishedFile['figures'][number] | PublishedFile['profiles'][number];

/** What is published elsewhere, each figure and fact with its page written out; empty, and without a day, where the pack has none. */
export function compilePublished({ published }: Pick<Pack, 'published'>): Published {
  if (!published) return { figures: [], profiles: [], beside: [] };
  const { searched, pages, figures, profiles, beside } = published.data;
  const byId = new Map(pages.map(({ id, ...page }) => [id, page]));
  const sourced = <T extends Sourced>({ page: id, confidence, ...entry }: T): (Omit<T, 'page' | 'confidence'> & { page: PublishedPage })[] => {
    const page = byId.get(id);
    return page ? [{ ...entry, page: { ...page, confidence } }] : [];
  };
  return { searched, figures: figures.flatMap(sourced), profiles: profiles.flatMap(sourced), beside };
}
