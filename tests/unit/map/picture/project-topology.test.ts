import { topology } from 'topojson-server';
import { describe, expect, it } from 'vitest';
import { merge } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { projectTopology } from '#lib/map/picture/project-topology';
import type { Shape } from '#lib/map/picture/project-topology';

/** Two squares side by side; their common border has a dent that is too small to see. */
const square = (west: number, dent: number): GeoJSON.Polygon => {
  const border = [
    [121, 30],
    [121 + dent, 29.5],
    [121, 29]
  ];
  const ring = west < 121 ? [[120, 30], ...border, [120, 29], [120, 30]] : [[121, 30], [122, 30], [122, 29], ...border.toReversed()];
  return { type: 'Polygon', coordinates: [ring] };
};
const areas = { a: square(120, 1e-4), b: square(121, 1e-4) };
const source = topology({ all: { type: 'GeometryCollection', geometries: Object.values(areas) } as GeoJSON.GeometryCollection }, 1e5);
const members = (source.objects.all as GeometryCollection).geometries as unknown as Shape<Record<string, unknown>>[];

describe('topology on a small picture', () => {
  const picture = projectTopology(source, members, 212, 6);

  it('fills the width within its margin', () => {
    const xs = picture.topology.arcs.flat().map(([x = NaN]) => x);
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([6, 206]);
    expect(picture.project(120, 30)).toEqual([6, 6]);
    expect(picture.project(122, 29)).toEqual([206, picture.height - 6]);
  });

  it('neighbours still share their border once it is simpler', () => {
    const [outline, ...holes] = merge(picture.topology, members).coordinates[0]!;
    expect(holes).toEqual([]);
    expect(new Set(outline!.map(String)).size).toBeLessThanOrEqual(6);
    expect(picture.topology.arcs.flat().length).toBeLessThan(source.arcs.flat().length);
  });
});
