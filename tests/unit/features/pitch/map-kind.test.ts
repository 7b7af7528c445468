import { describe, expect, it } from 'vitest';
import { approvedPicture, mapKind } from '#lib/features/pitch/map-kind';

const picture = { data: 'data:image/png;base64,AAAA', width: 400, height: 300 };

describe('what stands where a map would', () => {
  it('is a map only with an approval number, or for colleagues', () => {
    expect(mapKind('investor', undefined, undefined)).toBe('schematic');
    expect(mapKind('internal', undefined, undefined)).toBe('map');
    expect(mapKind('investor', '浙S(2026)1号', undefined)).toBe('map');
    expect(mapKind('investor', undefined, { picture, number: '浙S(2026)1号' })).toBe('approved');
    // without its number a picture is not known to be approved
    expect(mapKind('investor', undefined, { picture, number: ' ' })).toBe('schematic');
  });

  it('is the approved picture whole, with its number below', () => {
    const { svg, height } = approvedPicture({ picture, number: '审图号：浙S(2026)1号<b>' }, 800);
    expect(height).toBeGreaterThan(600);
    expect(svg).toContain('width="800" height="600"');
    expect(svg).toContain('审图号：浙S(2026)1号&lt;b&gt;');
  });
});
