import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLACE_KINDS, TIERS } from '#lib/schema/terms';
import { embedSnippet, formatEmbed, parseEmbed } from '#lib/features/explorer/embed-address';
import { readSvg } from '../../map/picture/read-svg';

const ids = (...names: string[]) => new Map(names.map((name) => [name, true]));
const known = {
  layouts: ids('home', 'other'),
  zones: ids('z-one'),
  sectors: ids('synbio'),
  documents: ids('d-one'),
  places: ids('p-one'),
  units: ids('330114'),
  index: { defaultLayout: 'home', renamed: [] }
};
const state = fc.record(
  {
    layout: fc.constantFrom('home', 'other'),
    hiddenTiers: fc.uniqueArray(fc.constantFrom(...TIERS)),
    hiddenKinds: fc.uniqueArray(fc.constantFrom(...PLACE_KINDS)),
    selection: fc.constant({ kind: 'zone' as const, id: 'z-one' }),
    sector: fc.constant('synbio')
  },
  { requiredKeys: ['layout', 'hiddenTiers', 'hiddenKinds'] }
);
const options = fc.record({ legend: fc.boolean(), interactive: fc.boolean() });

describe('address of an embedded map', () => {
  test('reads back what it writes', () => {
    fc.assert(
      fc.property(state, options, (given, wished) => {
        expect(parseEmbed(formatEmbed(given, wished, 'home'), known)).toEqual({ state: given, options: wished, problems: [] });
      })
    );
  });

  test('writes nothing for the default', () => {
    expect(formatEmbed({ layout: 'home', hiddenTiers: [], hiddenKinds: [] }, { legend: true, interactive: true }, 'home').toString()).toBe('');
  });

  test('never throws; what it cannot read it names and leaves at the default', () => {
    const key = fc.constantFrom('layout', 'zone', 'legend', 'interactive', 'view', '__proto__', 'constructor');
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.string({ unit: 'binary' })), { maxLength: 10 }), (pairs) => {
        const back = parseEmbed(new URLSearchParams(pairs), known);
        expect(known.layouts.has(back.state.layout)).toBe(true);
        expect(Object.values(back.options).every((value) => typeof value === 'boolean')).toBe(true);
      })
    );
    const hostile = parseEmbed(new URLSearchParams({ legend: '"><script>', interactive: 'no', layout: 'nowhere' }), known);
    expect(hostile.options).toEqual({ legend: true, interactive: true });
    expect(hostile.problems.map(({ parameter }) => parameter)).toEqual(['layout', 'legend', 'interactive']);
  });
});

test('the snippet is one whole element, whatever the title', () => {
  const [frame] = readSvg(embedSnippet('https://example.org/embed/?layout=a&zone=b', '“一核” & <b>"x"</b>', 560));
  expect(frame?.name).toBe('iframe');
  expect(frame?.attributes).toMatchObject({
    src: 'https://example.org/embed/?layout=a&zone=b',
    title: '“一核” & <b>"x"</b>',
    width: '100%',
    height: '560',
    loading: 'lazy'
  });
});
