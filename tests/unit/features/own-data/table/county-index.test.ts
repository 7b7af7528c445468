import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import fc from 'fast-check';
import type { Feature, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { buildCountyIndex } from '#lib/features/own-data/table/county-index';
import type { AreaFeature } from '#lib/features/own-data/table/county-index';
import { SQUARES } from '../read/small-region';

/** A star with a hole and, beside it, an area that shares a ragged border. */
const star: AreaFeature = {
  properties: { adcode: 'star' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      Array.from({ length: 41 }, (_, i) => {
        const radius = i % 2 === 0 ? 1 : 0.55;
        const angle = (2 * Math.PI * (i % 40)) / 40;
        return [120 + radius * Math.cos(angle), 30 + radius * Math.sin(angle)];
      }),
      [
        [119.9, 29.9],
        [120.1, 29.95],
        [120, 30.1],
        [119.9, 29.9]
      ]
    ]
  }
};
const islands: AreaFeature = {
  properties: { adcode: 'islands' },
  geometry: {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [121.5, 30],
          [121.6, 30],
          [121.55, 30.2],
          [121.5, 30]
        ]
      ],
      [
        [
          [121.7, 30.5],
          [121.9, 30.5],
          [121.9, 30.6],
          [121.7, 30.5]
        ]
      ]
    ]
  }
};

describe('county of a point', () => {
  it('is what turf says, everywhere', () => {
    const areas = [star, islands];
    const { countyAt } = buildCountyIndex(areas);
    fc.assert(
      fc.property(fc.double({ min: 118.8, max: 122, noNaN: true }), fc.double({ min: 28.8, max: 31.2, noNaN: true }), (lon, lat) => {
        const wanted = areas.findIndex((area) => booleanPointInPolygon([lon, lat], { type: 'Feature', ...area } as unknown as Feature<Polygon>));
        expect(countyAt(lon, lat)).toBe(wanted + 1);
      }),
      { numRuns: 5000 }
    );
  });

  it('is exactly one on a shared border, and none beyond the edge', () => {
    const { countyAt, bbox, adcodes } = buildCountyIndex(SQUARES);
    expect(adcodes).toEqual(['330106', '330114', '330481']);
    expect(bbox).toEqual([120, 30.1, 120.8, 30.5]);
    for (let lat = 30.1; lat < 30.3; lat += 0.001) expect([1, 2]).toContain(countyAt(120.2, lat));
    for (const [lon, lat] of [
      [119.99, 30.2],
      [NaN, 30],
      [120.1, 30.31],
      [999, 999],
      [120.1, NaN]
    ] as const)
      expect(countyAt(lon, lat)).toBe(0);
  });

  it('counts a corner at the height of a point once', () => {
    const corners = [
      [120, 30],
      [120.5, 29.5],
      [121, 30],
      [120.5, 30.5],
      [120, 30]
    ];
    const { countyAt } = buildCountyIndex([{ properties: { adcode: 'diamond' }, geometry: { type: 'Polygon', coordinates: [corners] } }]);
    expect([countyAt(121 - 1e-7, 30), countyAt(120 + 1e-7, 30), countyAt(120 - 1e-7, 30), countyAt(121 + 1e-7, 30)]).toEqual([1, 1, 0, 0]);
  });

  it('is none where there are no areas', () => expect(buildCountyIndex([]).countyAt(120, 30)).toBe(0));
});
