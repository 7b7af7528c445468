import { describe, expect, test } from 'vitest';
import { badgesOf, framesOf, primaryGround, primaryZones } from '#lib/atlas/primary-zone';
import { zone } from './fixtures';

const county = (adcode: string, areaKm2 = 1) => ({ adcode, parent: `${adcode.slice(0, 4)}00`, areaKm2 });
const areas = [county('330101'), county('330102', 5), county('330201'), county('330202')];
const filled = (zones: Parameters<typeof primaryZones>[0]) => [...primaryZones(zones, areas)].map(([adcode, { id }]) => `${adcode} ${id}`);

describe('the zone that fills a county', () => {
  test('is the core before others that name the same city', () => {
    expect(filled([zone('belt', { tier: 'belt', units: ['330100'] }), zone('core', { units: ['330100'], membership: 'inferred' })])).toEqual([
      '330101 core',
      '330102 core'
    ]);
  });

  test('is one that names the county itself before one that names its city, even a core', () => {
    expect(filled([zone('core', { units: ['330100'] }), zone('circle', { tier: 'circle', units: ['330102', '330200'] })])).toEqual([
      '330101 core',
      '330102 circle',
      '330201 circle',
      '330202 circle'
    ]);
  });

  test('is one whose members the document states, then the one of the narrowest extent', () => {
    const outside = zone('outside', { tier: 'belt', units: ['330200'], membership: 'secondary' });
    const wide = zone('wide', { tier: 'belt', units: ['330100', '330200'] });
    const narrow = zone('narrow', { tier: 'belt', units: ['330200'] });
    expect(filled([outside, wide])).toEqual(['330101 wide', '330102 wide', '330201 wide', '330202 wide']);
    expect(filled([wide, outside, narrow])).toEqual(['330101 wide', '330102 wide', '330201 narrow', '330202 narrow']);
  });

  test('is none where no zone has it; zones that fill nothing have no ground', () => {
    const [core, belt] = [zone('core', { units: ['330100'] }), zone('belt', { tier: 'belt', units: ['330101'], membership: 'secondary' })];
    const ground = primaryGround([core, belt, zone('circle', { tier: 'circle', units: ['330100'] })], areas);
    expect([...ground].map(([{ id }, counties]) => [id, counties])).toEqual([
      ['core', ['330102']],
      ['belt', ['330101']]
    ]);
  });
});

describe('frames', () => {
  const framed = (zones: Parameters<typeof framesOf>[0]) => framesOf(zones, areas).map(({ zone: { id }, unit, band }) => `${unit} ${id} ${band}`);
  const core = zone('core', { units: ['330100'] });
  const belt = zone('belt', { tier: 'belt', units: ['330100', '330200'], membership: 'secondary' });

  test('show units in the colour of a zone that fills none of them or only a part, so that each unit a zone names is seen whole in its colour', () => {
    const circle = zone('circle', { tier: 'circle', units: ['330102', '330201'] });
    // the belt fills 330202 alone of 330200
    expect(framed([core, belt, circle])).toEqual(['330100 belt 0', '330200 belt 0']);
    expect(framed([belt])).toEqual([]);
    expect(framed([belt, circle])).toEqual(['330100 belt 0', '330200 belt 0']);
  });

  test('lie one within the other, the innermost first; a core has its outline', () => {
    const narrow = zone('narrow', { tier: 'circle', units: ['330100'] });
    expect(framed([core, belt, narrow])).toEqual(['330100 narrow 1', '330100 belt 0']);
    expect(framed([zone('circle', { tier: 'circle', units: ['330101', '330102'] }), core])).toEqual([]);
  });
});

describe('the marks at a name', () => {
  const zones = [
    zone('whole', { units: ['330100'] }),
    zone('counties', { units: ['330101', '330102'] }),
    zone('outside', { units: ['330100'], membership: 'secondary' }),
    zone('part', { units: ['330102', '330200'], membership: 'inferred' })
  ];
  const marks = (adcode: string, parent?: string) => badgesOf(zones, { adcode, parent }, areas).map(({ zone: { id }, part }) => id + (part ? ' in part' : ''));

  test('tell the whole and a part apart; all counties are the whole', () => {
    expect(marks('330100', '330000')).toEqual(['whole', 'counties', 'outside', 'part in part']);
    expect(marks('330200', '330000')).toEqual(['part']);
  });

  test('of a county are those of its city, too', () => {
    expect(marks('330101', '330100')).toEqual(['whole', 'counties', 'outside']);
    expect(marks('330102', '330100')).toEqual(['whole', 'counties', 'outside', 'part']);
  });
});
