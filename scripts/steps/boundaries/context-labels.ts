import bbox from '@turf/bbox';
import bboxClip from '@turf/bbox-clip';
import type { Feature, FeatureCollection, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { labelPoint } from './label-point';
import { areaKm2 } from './ring-area';
import { isIsland, type Area } from './unit';

/** How far round the region its neighbours are named, in shares of the region's own height and width: so much of them is in view with it. */
const AROUND = 0.25;
/** Less of a neighbour in view has no room for a name, km². */
const LEAST_KM2 = 1500;

/**
 * Where the neighbours of a region are named: well inside what of each lies round the region, by code, WGS 84 degrees.
 * Those that only lie further off have no name.
 */
export function contextLabels(topology: Topology, provinceAdcode: string): Map<string, Position> {
  const areas = (name: string): Feature<Area, { adcode: string }>[] => {
    const object = topology.objects[name];
    return object ? (feature(topology, object) as unknown as FeatureCollection<Area, { adcode: string }>).features : [];
  };
  const own = areas('province');
  if (own.length === 0) throw new Error(`boundaries: the topology of ${provinceAdcode} holds no outline of the region`);
  const [west, south, east, north] = bbox({ type: 'FeatureCollection', features: own });
  const [aside, upright] = [(east - west) * AROUND, (north - south) * AROUND];
  const around: [number, number, number, number] = [west - aside, south - upright, east + aside, north + upright];
  return new Map(
    areas('context').flatMap((neighbour): [string, Position][] => {
      // a small island is named wherever it is
      if (isIsland(neighbour.properties.adcode)) return [[neighbour.properties.adcode, labelPoint(neighbour.geometry)]];
      const seen = bboxClip<Area, object>(neighbour.geometry, around).geometry as Area;
      return areaKm2(seen) >= LEAST_KM2 ? [[neighbour.properties.adcode, labelPoint(seen)]] : [];
    })
  );
}
