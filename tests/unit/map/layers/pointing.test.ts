import { expect, test } from 'vitest';
import { groundAt } from '#lib/map/layers/pointing';
import { atlasData, unit, zone } from '../../atlas/fixtures';
import { viewOf } from './fixtures';

const data = atlasData({
  zones: [
    zone('core', { units: ['330100'] }),
    zone('belt', { tier: 'belt', units: ['330100', '330200'] }),
    zone('circle', { tier: 'circle', units: ['330102'] })
  ],
  admin: [unit('330000', 'province'), unit('330100', 'prefecture', '330000'), unit('330200', 'prefecture', '330000')]
});
const at = (county: string, state: Parameters<typeof viewOf>[1] = {}) => groundAt(viewOf(data, state), { county, prefecture: `${county.slice(0, 4)}00` });

test('ground means a zone only where that zone has it to itself', () => {
  expect(at('330201')).toBe('belt');
  expect(at('330101')).toBeUndefined();
  expect(at('330101', { hiddenTiers: ['core'] })).toBe('belt');
  // named itself, not only as a part of its city
  expect(at('330102')).toBe('circle');
  expect(at('330301')).toBeUndefined();
});
