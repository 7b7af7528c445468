import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW, filterRows, sortRows } from '#lib/features/places/directory';
import type { PlaceRow, PlacesView } from '#lib/features/places/directory';

const row = (id: string, more: Partial<PlaceRow> = {}): PlaceRow => ({
  id,
  name: { zh: id, en: id },
  kind: 'park',
  group: 'ground',
  city: '330100',
  county: '330114',
  zones: [],
  sectors: [],
  facilities: [],
  named: [{ document: 'plan' }],
  ...more
});
const rows = [
  row('b', { kind: 'institute', group: 'knowledge', sectors: ['synbio'] }),
  row('a', { facilities: ['pilot'], sectors: ['synbio', 'frontier'] }),
  row('z', { city: '330600', named: [{ document: 'past' }] }),
  row('n', { city: undefined, county: undefined, named: [] })
];
const ids = (asked: Partial<PlacesView>) => filterRows(rows, { ...DEFAULT_VIEW, ...asked }, new Set(['plan'])).map(({ id }) => id);
const order = (sort: PlacesView['sort'], descending = false) => sortRows(rows, { sort, descending }, ({ name }) => name.en).map(({ id }) => id);

describe('rows of the directory', () => {
  it('answer all that is asked, each question by itself and together', () => {
    expect(ids({})).toEqual(['b', 'a', 'z', 'n']);
    expect(ids({ city: '330600' })).toEqual(['z']);
    expect(ids({ kind: 'institute' })).toEqual(['b']);
    expect(ids({ kind: 'ground' })).toEqual(['a', 'z', 'n']);
    expect(ids({ sector: 'synbio' })).toEqual(['b', 'a']);
    expect(ids({ sector: 'synbio', facility: 'pilot' })).toEqual(['a']);
    expect(ids({ sector: 'api' })).toEqual([]);
  });

  it('what no document in force names is left out where that is asked', () => {
    expect(ids({ now: true })).toEqual(['b', 'a']);
  });

  it('stand with parks first, or by city with what none is known of last', () => {
    expect(order('usual')).toEqual(['a', 'z', 'n', 'b']);
    expect(order('name', true)).toEqual(['z', 'n', 'b', 'a']);
    expect(order('where')).toEqual(['a', 'b', 'z', 'n']);
    expect(order('where', true)).toEqual(['n', 'z', 'a', 'b']);
  });
});
