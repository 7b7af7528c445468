import { among, oneOf, orderBy, readChoices } from '#lib/design/page/read-choices';
import { DEFAULT_VIEW, KIND_CHOICES, SORT_KEYS } from './directory';
import type { PlacesView } from './directory';

/** What can be asked for: taken from the facts. */
export type KnownPlaces = Readonly<{ cities: ReadonlySet<string>; sectors: ReadonlySet<string>; facilities: ReadonlySet<string> }>;

/** Read filters and order from search parameters. Total: what cannot be used is left out and named, so that the reader can be told. */
export function parsePlaces(params: URLSearchParams, known: KnownPlaces): { view: PlacesView; problems: string[] } {
  const { one, problems } = readChoices(params);
  const city = one('city', among(known.cities));
  const kind = one('kind', oneOf(KIND_CHOICES));
  const sector = one('sector', among(known.sectors));
  const facility = one('facility', among(known.facilities));
  const named = one('named', oneOf(['now']));
  const order = one('sort', orderBy(SORT_KEYS));
  return {
    view: {
      ...DEFAULT_VIEW,
      ...(city === undefined ? {} : { city }),
      ...(kind === undefined ? {} : { kind }),
      ...(sector === undefined ? {} : { sector }),
      ...(facility === undefined ? {} : { facility }),
      now: named !== undefined,
      ...order
    },
    problems: problems.map(({ parameter }) => parameter)
  };
}

/** Write filters and order as search parameters; defaults are left out, the order is fixed. */
export function formatPlaces(view: PlacesView): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of ['city', 'kind', 'sector', 'facility'] as const) {
    const value = view[key];
    if (value !== undefined) params.set(key, value);
  }
  if (view.now) params.set('named', 'now');
  if (view.sort !== DEFAULT_VIEW.sort || view.descending) params.set('sort', `${view.descending ? '-' : ''}${view.sort}`);
  return params;
}
