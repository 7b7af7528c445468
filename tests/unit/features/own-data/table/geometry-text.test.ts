import fc from 'fast-check';
import type { Geometry } from 'geojson';
import wkx from 'wkx';
import { describe, expect, it } from 'vitest';
import { looksLikeGeometry, readGeometry } from '#lib/features/own-data/table/geometry-text';

const number = fc.double({ min: -1e7, max: 1e7, noNaN: true }).map((value) => Math.round(value * 1e6) / 1e6 + 0);
const position = fc.tuple(number, number).map((pair) => [...pair]);
const line = fc.array(position, { minLength: 2, maxLength: 5 });
const polygon = fc.array(fc.array(position, { minLength: 4, maxLength: 6 }), { minLength: 1, maxLength: 3 });
const simple: fc.Arbitrary<Geometry> = fc.oneof(
  position.map((coordinates): Geometry => ({ type: 'Point', coordinates })),
  line.map((coordinates): Geometry => ({ type: 'LineString', coordinates })),
  polygon.map((coordinates): Geometry => ({ type: 'Polygon', coordinates })),
  line.map((coordinates): Geometry => ({ type: 'MultiPoint', coordinates })),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((coordinates): Geometry => ({ type: 'MultiLineString', coordinates })),
  fc.array(polygon, { minLength: 1, maxLength: 3 }).map((coordinates): Geometry => ({ type: 'MultiPolygon', coordinates }))
);
const geometry = fc.oneof(
  simple,
  fc.array(simple, { minLength: 1, maxLength: 3 }).map((geometries): Geometry => ({ type: 'GeometryCollection', geometries }))
);

describe('geometry in a cell', () => {
  it('is read back from every form that wkx writes', () => {
    fc.assert(
      fc.property(geometry, (shape) => {
        const written = wkx.Geometry.parseGeoJSON(shape);
        written.srid = 4549;
        for (const text of [
          written.toWkt(),
          written.toEwkt(),
          written.toWkb().toString('hex'),
          `\\x${written.toEwkb().toString('hex').toUpperCase()}`,
          JSON.stringify(shape)
        ]) {
          expect(looksLikeGeometry(text) || text.length <= 20, text).toBe(true);
          expect(readGeometry(text)?.geometry, text).toEqual(shape);
        }
        expect([readGeometry(written.toEwkt())?.srid, readGeometry(written.toEwkb().toString('hex'))?.srid]).toEqual([4549, 4549]);
      })
    );
  });

  it.each([
    ['point z(120.1 30.2 5)', { type: 'Point', coordinates: [120.1, 30.2] }],
    ['POINTZM (120.1 30.2 5 6)', { type: 'Point', coordinates: [120.1, 30.2] }],
    ['srid=4490; POINT(1.2e2 30.2)', { type: 'Point', coordinates: [120, 30.2] }],
    [
      'MULTIPOINT (1 2, 3 4)',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4]
        ]
      }
    ],
    [
      'MULTIPOINT ((1 2), (3 4))',
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 2],
          [3, 4]
        ]
      }
    ],
    ['{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}', { type: 'Point', coordinates: [1, 2] }]
  ])('%s', (text, shape) => {
    expect(readGeometry(text)?.geometry).toEqual(shape);
  });

  it('is none of what only begins like it', () => {
    const texts = [
      'POINT',
      'POLYGON ((1 2, 3',
      'Point of sale',
      '0101000000',
      '330106001002000011',
      '{"type":"Point"',
      '',
      'polygon(x)',
      '01010000000000',
      '0106000000ffffffff0101000000'
    ];
    for (const text of texts) expect(readGeometry(text), text).toBeUndefined();
  });
});
