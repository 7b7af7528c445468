import type { ProfileFact } from '#lib/schema/published';
import { fieldText } from '#lib/facts/published-block';
import { momentText } from '#lib/facts/moment-text';
import * as m from '#lib/paraglide/messages';
import { getLocale } from '#lib/paraglide/runtime';
import { local } from '#lib/design/page/local';
import { largeNumber } from './large-number';
import type { LargeNumber } from './large-number';

/* What is published of a place that says at once what it is for, who runs it and how large it is: for its head and for the directory. */

/** What a place is, before how large it is. */
export const WHAT_IT_IS: readonly ProfileFact['field'][] = ['focus', 'operator'];
/** What size is told by, the most telling first. */
const TELLING: readonly ProfileFact['field'][] = ['area-km2', 'planned-area-km2', 'founded', 'firms', 'output', 'floor-area', 'level', 'investment'];
/** A value in large letters is no longer than this. */
const LONGEST = { zh: 26, en: 70 } as const;

/** A fact in short, with when it was so and who publishes it. */
export type KeyFact = Readonly<{ id: string; label: string; value: string; large?: LargeNumber; when: string; note: string }>;

const momentOf = ({ asOf, page }: ProfileFact): string => asOf ?? page.published ?? page.read;

/** The facts of a profile that fit a head, one of a field: the latest. Where sources disagree, it says so. @param fields the most telling first */
export function keyFacts(profile: readonly ProfileFact[], most: number, fields = TELLING): KeyFact[] {
  return fields
    .flatMap((field) => {
      const [latest] = profile.filter((fact) => fact.field === field).sort((a, b) => momentOf(b).localeCompare(momentOf(a)));
      if (!latest || [...local(latest.value)].length > LONGEST[getLocale()]) return [];
      const when = latest.asOf ? momentText(latest.asOf) : '';
      const parts = [local(latest.page.publisher), when, latest.conflicts.length > 0 ? m.places_sources_differ() : ''];
      const found = largeNumber(latest, getLocale());
      // a number that only the whole of its words explains is said in these words
      const large = found?.rest === local(latest.value) ? undefined : found;
      return [
        { id: latest.id, label: fieldText(field), value: local(latest.value), ...(large ? { large } : {}), when, note: parts.filter(Boolean).join(' · ') }
      ];
    })
    .slice(0, most);
}
