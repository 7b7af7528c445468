import type { PlaceGroup } from '#lib/map/layers/images';
import type { Place, ZoneLink } from '#lib/schema/atlas';
import { PLACE_KINDS } from '#lib/schema/terms';

/* The directory of parks and platforms as a list: what a row holds, what a reader can ask for, and which rows answer. */

/** A place in the directory; ids only, whose names the page's data has once. */
export type PlaceRow = Readonly<
  Pick<Place, 'id' | 'name' | 'kind'> & {
    /** shape on the map */
    group: PlaceGroup;
    /** adcodes; a city is absent where only the province is known, a county where only the city is */
    city?: string | undefined;
    county?: string | undefined;
    /** facts and figures published elsewhere: how many, and the most telling in words */
    published?: number;
    told?: readonly string[];
    /** zones whose document names it */
    zones: readonly string[];
    /** of these zones, as far as said of where it lies; sectors with those above */
    sectors: readonly string[];
    facilities: readonly string[];
    /** policy documents that name it, and how each speaks of it */
    named: readonly Readonly<{ document: string; standing?: ZoneLink['standing'] }>[];
  }
>;

export const SORT_KEYS = ['usual', 'name', 'where'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
/** Shapes of places, parks first. */
export const GROUPS = ['ground', 'knowledge', 'transport'] as const satisfies readonly PlaceGroup[];
/** A kind of place, or all kinds of one shape on the map. */
export const KIND_CHOICES = [...GROUPS, ...PLACE_KINDS] as const;
export type KindChoice = (typeof KIND_CHOICES)[number];

/** What the reader asks for; absent means any. */
export type PlacesView = Readonly<{
  city?: string;
  kind?: KindChoice;
  sector?: string;
  facility?: string;
  /** named by a document in force */
  now: boolean;
  sort: SortKey;
  descending: boolean;
}>;
export const DEFAULT_VIEW: PlacesView = { now: false, sort: 'usual', descending: false };

/** Rows that answer all that is asked. @param inForce documents in force on the reader's day */
export function filterRows(rows: readonly PlaceRow[], view: PlacesView, inForce: ReadonlySet<string>): PlaceRow[] {
  const { city, kind, sector, facility, now } = view;
  return rows.filter(
    (row) =>
      (city === undefined || row.city === city) &&
      (kind === undefined || row.kind === kind || row.group === kind) &&
      (sector === undefined || row.sectors.includes(sector)) &&
      (facility === undefined || row.facilities.includes(facility)) &&
      (!now || row.named.some(({ document }) => inForce.has(document)))
  );
}

const groupRank = ({ group }: PlaceRow): number => GROUPS.indexOf(group);
const kindRank = ({ kind }: PlaceRow): number => PLACE_KINDS.indexOf(kind);
/** What no city is known of comes last. */
const whereOf = ({ city = '9', county = '9' }: PlaceRow): string => `${city} ${county}`;

/** Rows in the order asked for: usually parks first, by where they lie. @param nameOf in the reader's language */
export function sortRows(
  rows: readonly PlaceRow[],
  { sort, descending }: Pick<PlacesView, 'sort' | 'descending'>,
  nameOf: (row: PlaceRow) => string
): PlaceRow[] {
  const place = (a: PlaceRow, b: PlaceRow) => whereOf(a).localeCompare(whereOf(b));
  const rank = (a: PlaceRow, b: PlaceRow) => groupRank(a) - groupRank(b);
  const kind = (a: PlaceRow, b: PlaceRow) => kindRank(a) - kindRank(b);
  const collator = new Intl.Collator(undefined, { numeric: true });
  const sign = descending ? -1 : 1;
  const compare = (a: PlaceRow, b: PlaceRow): number => {
    switch (sort) {
      case 'usual':
        return sign * (rank(a, b) || place(a, b) || kind(a, b));
      case 'name':
        return sign * collator.compare(nameOf(a), nameOf(b));
      case 'where':
        return sign * place(a, b) || rank(a, b) || kind(a, b);
    }
  };
  return [...rows].sort(compare);
}
