import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatZones, MOST_ZONES, parseZones } from '#lib/features/compare/address';

const ids = ['a-one', 'b-two', 'c-three', 'd-four', 'e-five'];
const known = new Set(ids);
/** any UTF-16 text, halves of surrogate pairs too */
const anything = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });
const parse = (search: string) => parseZones(new URLSearchParams(search), known, [{ from: 'old', to: 'b-two' }]);

describe('address of a comparison', () => {
  it.each([
    ['zones=a-one,b-two', ['a-one', 'b-two'], []],
    ['zones=a-one%2Cold', ['a-one', 'b-two'], []],
    ['zones=b-two,old,b-two', ['b-two'], []],
    ['zones=a-one,nowhere, c-three ', ['a-one', 'c-three'], ['nowhere']],
    ['zones=a-one,b-two,c-three,d-four,e-five', ['a-one', 'b-two', 'c-three', 'd-four'], ['e-five']],
    ['zones=', [], []],
    ['', [], []]
  ])('reads %s', (search, zones, refused) => {
    expect(parse(search)).toEqual({ zones, refused });
  });

  it('reads back what it writes and keeps the other parameters', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...ids), { maxLength: MOST_ZONES }), (zones) => {
        const query = formatZones(new URLSearchParams({ day: '2025-01-01', zones: 'x' }), zones);
        expect(parse(query)).toEqual({ zones, refused: [] });
        expect(new URLSearchParams(query).get('day')).toBe('2025-01-01');
      })
    );
  });

  it('writes nothing for nothing, and plain commas', () => {
    expect(formatZones(new URLSearchParams(), [])).toBe('');
    expect(formatZones(new URLSearchParams(), ['a-one', 'b-two'])).toBe('?zones=a-one,b-two');
  });

  it('gives at most four known, different zones, whatever the address holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          fc.array(fc.constantFrom(...ids, '__proto__', '')).map((list) => list.join(','))
        ),
        (value) => {
          const { zones } = parseZones(new URLSearchParams({ zones: value }), known);
          expect(zones.length).toBeLessThanOrEqual(MOST_ZONES);
          expect(new Set(zones).size).toBe(zones.length);
          expect(zones.every((id) => known.has(id))).toBe(true);
        }
      )
    );
  });
});
