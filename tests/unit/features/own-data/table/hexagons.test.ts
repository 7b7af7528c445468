import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellKm, fromWorld, HexGrid, radiusAt, toWorld } from '#lib/features/own-data/table/hexagons';
import { makeTable } from './make-table';

const point = fc.record({
  lon: fc.double({ min: 118, max: 123, noNaN: true }),
  lat: fc.double({ min: 27, max: 31.2, noNaN: true }),
  value: fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined })
});

describe('hexagon grid', () => {
  test('there and back again', () => {
    fc.assert(
      fc.property(point, ({ lon, lat }) => {
        const [x, y] = fromWorld(...toWorld(lon, lat));
        expect(x).toBeCloseTo(lon, 9);
        expect(y).toBeCloseTo(lat, 9);
      })
    );
  });

  test('no row is lost or counted twice, and each lies in the cell with the nearest centre', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), fc.integer({ min: 5, max: 12 }), (points, zoom) => {
        const table = makeTable(points.map(({ lon, lat, value }) => ({ at: [lon, lat] as const, value })));
        const radius = radiusAt(zoom, 14);
        const grid = new HexGrid(table, radius, 0);
        grid.add(0, 20);
        grid.add(20, table.rows);
        const { cells } = grid;
        expect(cells.reduce((sum, { figures }) => sum + figures.rows, 0)).toBe(points.length);
        expect(cells.reduce((sum, { figures }) => sum + figures.sum, 0)).toBe(points.reduce((sum, { value = 0 }) => sum + value, 0));
        for (const { lon, lat } of points) {
          const [x, y] = toWorld(lon, lat);
          const own = cells[grid.at(lon, lat) ?? -1];
          expect(own).toBeDefined();
          const distance = (centre: readonly [number, number]) => Math.hypot(toWorld(...centre)[0] - x, toWorld(...centre)[1] - y);
          const mine = distance(own?.centre ?? [0, 0]);
          expect(mine).toBeLessThanOrEqual(radius * 1.000001);
          for (const { centre } of cells) expect(mine).toBeLessThanOrEqual(distance(centre) + radius * 1e-6);
        }
      })
    );
  });

  test('many thousands of cells, east and west of Greenwich and on both sides of the equator', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => ({ at: [-170 + (i % 200) * 1.7, -60 + Math.floor(i / 200) * 1.2] as const }));
    const grid = new HexGrid(makeTable(rows), radiusAt(6, 13));
    grid.add(0, rows.length);
    expect(grid.cells).toHaveLength(rows.length);
    rows.forEach(({ at }, i) => expect(grid.at(...at)).toBe(i));
  });

  test('rows known by district only have no cell', () => {
    const grid = new HexGrid(makeTable([{ at: [120, 30], placement: 'county' }]), 1);
    grid.add(0, 1);
    expect(grid.cells).toEqual([]);
    expect(grid.at(120, 30)).toBeUndefined();
  });

  test('the size on the ground: at the equator a world of 512 is 40,075 km', () => {
    expect(cellKm(512 / Math.sqrt(3), 0)).toBeCloseTo(40075, 6);
    expect(cellKm(1, 60)).toBeCloseTo(cellKm(1, 0) / 2, 6);
  });
});
