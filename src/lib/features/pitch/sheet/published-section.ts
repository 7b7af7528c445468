import type { Atlas } from '#lib/atlas/atlas';
import type { PublishedPage } from '#lib/schema/published';
import * as m from '#lib/paraglide/messages';
import { local } from '#lib/design/page/local';
import { momentText } from '#lib/facts/moment-text';
import { classText, sourceOf } from '#lib/facts/published-block';
import { publishedLines } from '#lib/facts/zone-published';
import type { Pitch } from '../build';
import type { PitchZone } from '../zone';

/* What is published elsewhere, in words. Not among sectionsOf: those are what documents say, and go into tables of facts too. */

/** A figure in words with the number of its page among the pitch's sources. */
export type PublishedItem = Readonly<{ text: string; value: string; detail: string; number: string }>;

/** Numbers of a pitch's pages go on after those of its clauses. */
export const pageNumber = ({ footnotes, published }: Pick<Pitch, 'footnotes' | 'published'>, { url }: Pick<PublishedPage, 'url'>): number =>
  footnotes.length + 1 + published.pages.findIndex((page) => page.url === url);

/** The pages of what is told of a zone, in the order of their numbers. */
export function pagesOf({ published }: Pick<Pitch, 'published'>, { zone }: Pick<PitchZone, 'zone'>): PublishedPage[] {
  const told = new Set(published.figures.get(zone.id)?.map(({ figure }) => figure.page.url));
  return published.pages.filter(({ url }) => told.has(url));
}

/** What is published about a zone's areas: each with the area that it is of and its time; never added up. */
export function publishedItems(atlas: Atlas, pitch: Pick<Pitch, 'footnotes' | 'published'>, { zone }: Pick<PitchZone, 'zone'>): PublishedItem[] {
  const { all, figures } = pitch.published;
  return publishedLines(atlas, all, figures.get(zone.id) ?? []).map(({ value, label, where, when, standing, conflicts, source }) => ({
    value,
    text: label + m.pitch_in_brackets({ text: [where, when].filter(Boolean).join(m.citation_separator()) }),
    detail: [standing, ...conflicts].filter(Boolean).join(' · '),
    number: String(pageNumber(pitch, source))
  }));
}

/** Who publishes a page, of what class, and when: what a sheet has room for beside its title. */
export const pageInBrief = (page: PublishedPage): string =>
  [
    local(page.publisher),
    classText(page),
    page.published ? m.published_on({ day: momentText(page.published) }) : m.published_read({ day: momentText(page.read) })
  ].join(m.citation_separator());

/** A page in full but its address: title, who publishes it, of what class, and when. */
export function pageInWords(page: PublishedPage): string {
  const { title, publisher, class: kind, dates } = sourceOf(page);
  return [title, publisher, kind, dates].join(' · ');
}
