import { describe, expect, test } from 'vitest';
import { emphasisOf } from '#lib/map/layers/emphasis';
import { atlasData, unit, zone } from '../../atlas/fixtures';
import { viewOf } from './fixtures';

const data = atlasData({
  zones: [
    zone('core', { units: ['330100'] }),
    zone('belt', { tier: 'belt', units: ['330100', '330200'] }),
    zone('circle', { tier: 'circle', units: ['330200'] })
  ],
  admin: [unit('330000', 'province'), unit('330100', 'prefecture', '330000'), unit('330200', 'prefecture', '330000')]
});
const emphasis = (state: Parameters<typeof viewOf>[1], pointed?: string) => Object.fromEntries(emphasisOf(viewOf(data, state), pointed));

describe('what stands out', () => {
  test('is nothing at first, then the zone that is selected', () => {
    expect(emphasis({})).toEqual({ core: 'normal', belt: 'normal', circle: 'normal' });
    expect(emphasis({ selection: { kind: 'zone', id: 'belt' } })).toEqual({ core: 'dim', belt: 'strong', circle: 'dim' });
  });

  test('is what is pointed at rather than what is selected; a zone that is filtered out never', () => {
    expect(emphasis({ selection: { kind: 'zone', id: 'belt' } }, 'core')).toEqual({ core: 'strong', belt: 'pale', circle: 'pale' });
    expect(emphasis({ hiddenTiers: ['core'] }, 'core')).toEqual({ core: 'off', belt: 'normal', circle: 'normal' });
    expect(emphasis({}, 'elsewhere')).toEqual({ core: 'normal', belt: 'normal', circle: 'normal' });
  });

  test('is no zone where a selected unit is shared by several', () => {
    expect(emphasis({ selection: { kind: 'unit', adcode: '330100' } })).toEqual({ core: 'normal', belt: 'normal', circle: 'normal' });
    expect(emphasis({ hiddenTiers: ['core'], selection: { kind: 'unit', adcode: '330100' } })).toEqual({ core: 'off', belt: 'strong', circle: 'dim' });
  });
});
