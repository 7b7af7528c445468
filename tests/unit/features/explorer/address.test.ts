import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExplorerState } from '#lib/atlas/state';
import { PLACE_KINDS, TIERS } from '#lib/schema/terms';
import { formatState, parseState } from '#lib/features/explorer/address';

const ids = (...names: string[]) => new Map(names.map((name) => [name, true]));
const known = {
  layouts: ids('home', 'other'),
  zones: ids('z-one', 'z-two'),
  sectors: ids('synbio', 'api'),
  documents: ids('d-one'),
  places: ids('p-one'),
  units: ids('330100', '330114'),
  index: { defaultLayout: 'home', renamed: [{ from: 'z-old', to: 'z-two', since: '2026.11.0' }] }
};
const parse = (search: string) => parseState(new URLSearchParams(search), known);

const selection = fc.oneof(
  fc.constantFrom('z-one', 'z-two').map((id) => ({ kind: 'zone' as const, id })),
  fc.constantFrom('330100', '330114').map((adcode) => ({ kind: 'unit' as const, adcode })),
  fc.constant({ kind: 'place' as const, id: 'p-one' })
);
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const camera = fc.record({
  lon: fc.integer({ min: -1_800_000, max: 1_800_000 }).map((n) => n / 1e4),
  lat: fc.integer({ min: -850_000, max: 850_000 }).map((n) => n / 1e4),
  zoom: fc.integer({ min: 0, max: 2200 }).map((n) => n / 100)
});
const state: fc.Arbitrary<ExplorerState> = fc.record(
  {
    layout: fc.constantFrom('home', 'other'),
    hiddenTiers: fc.uniqueArray(fc.constantFrom(...TIERS)),
    hiddenKinds: fc.uniqueArray(fc.constantFrom(...PLACE_KINDS)),
    selection,
    sector: fc.constantFrom('synbio', 'api'),
    document: fc.constant('d-one'),
    camera,
    tiles: fc.constantFrom('/large/points.pmtiles', '/live/{z}/{x}/{y}'),
    day
  },
  { requiredKeys: ['layout', 'hiddenTiers', 'hiddenKinds'] }
);

describe('explorer address', () => {
  it('reads back every state that it writes', () => {
    fc.assert(
      fc.property(state, (given) => {
        const { state: back, problems } = parseState(formatState(given, 'home'), known);
        expect(back).toEqual(given);
        expect(problems).toEqual([]);
      })
    );
  });

  it('writes nothing for the default state', () => {
    expect(formatState({ layout: 'home', hiddenTiers: [], hiddenKinds: [] }, 'home').toString()).toBe('');
  });

  it('never throws and always gives a known layout, whatever the address holds', () => {
    const key = fc.constantFrom('layout', 'zone', 'unit', 'place', 'sector', 'doc', 'hide', 'hideplaces', 'day', 'view', 'tiles', '__proto__', 'constructor');
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.string({ unit: 'binary' })), { maxLength: 12 }), (pairs) => {
        const { state: back } = parseState(new URLSearchParams(pairs), known);
        expect(known.layouts.has(back.layout)).toBe(true);
      })
    );
  });

  it('keeps what it can read and names what it cannot', () => {
    const { state: back, problems } = parse('layout=nowhere&zone=z-one&view=1,2&day=2026-02-30&hide=core.nonsense');
    expect(back).toMatchObject({ layout: 'home', selection: { kind: 'zone', id: 'z-one' }, hiddenTiers: ['core'] });
    expect(back.camera).toBeUndefined();
    expect(back.day).toBeUndefined();
    expect(problems.map(({ parameter }) => parameter).sort()).toEqual(['day', 'hide', 'layout', 'view']);
  });

  it('selects one thing and tells of the others', () => {
    const { state: back, problems } = parse('zone=z-one&unit=330100&place=p-one');
    expect(back.selection).toEqual({ kind: 'zone', id: 'z-one' });
    expect(problems).toEqual([
      { parameter: 'unit', value: '330100' },
      { parameter: 'place', value: 'p-one' }
    ]);
    expect(parse('unit=330100&place=p-one').problems.map(({ parameter }) => parameter)).toEqual(['place']);
  });

  it('follows renamed ids', () => {
    expect(parse('zone=z-old').state.selection).toEqual({ kind: 'zone', id: 'z-two' });
  });
});
