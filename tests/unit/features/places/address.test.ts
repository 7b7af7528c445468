import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPlaces, parsePlaces } from '#lib/features/places/address';
import { DEFAULT_VIEW, KIND_CHOICES, SORT_KEYS } from '#lib/features/places/directory';
import type { PlacesView } from '#lib/features/places/directory';

const known = { cities: new Set(['330100', '330600']), sectors: new Set(['synbio', 'api']), facilities: new Set(['pilot']) };
const parse = (search: string) => parsePlaces(new URLSearchParams(search), known);

const view: fc.Arbitrary<PlacesView> = fc.record(
  {
    city: fc.constantFrom(...known.cities),
    kind: fc.constantFrom(...KIND_CHOICES),
    sector: fc.constantFrom(...known.sectors),
    facility: fc.constantFrom(...known.facilities),
    now: fc.boolean(),
    sort: fc.constantFrom(...SORT_KEYS),
    descending: fc.boolean()
  },
  { requiredKeys: ['now', 'sort', 'descending'] }
);

describe('address of the directory', () => {
  it('reads back every view that it writes', () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(parse(formatPlaces(given).toString())).toEqual({ view: given, problems: [] });
      })
    );
  });

  it('writes nothing for the whole list', () => {
    expect(formatPlaces(DEFAULT_VIEW).toString()).toBe('');
  });

  it('never throws, and gives only what is known, whatever the address holds', () => {
    const key = fc.constantFrom('city', 'kind', 'sector', 'facility', 'named', 'sort', 'day', '__proto__', 'constructor');
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'toString', '-', '--name', 'now', '330100 '));
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value), { maxLength: 12 }), (pairs) => {
        const { view: back } = parsePlaces(new URLSearchParams(pairs), known);
        expect(SORT_KEYS).toContain(back.sort);
        for (const [one, list] of [
          [back.city, [...known.cities]],
          [back.kind, KIND_CHOICES],
          [back.sector, [...known.sectors]],
          [back.facility, [...known.facilities]]
        ] as const)
          if (one !== undefined) expect(list).toContain(one);
      })
    );
  });

  it('keeps what it can read and names what it cannot', () => {
    expect(parse('city=330600&kind=castle&sector=toString&named=now&sort=-name')).toEqual({
      view: { city: '330600', now: true, sort: 'name', descending: true },
      problems: ['kind', 'sector']
    });
  });
});
