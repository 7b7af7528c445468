import type { Feature, FeatureCollection, Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { Levels } from './dissolve-levels';
import { englishNames } from './english-name';
import { labelPoint } from './label-point';
import { readLabelPoints } from './read-label-points';
import { readPrefectures } from './read-base';
import type { Region } from './region';
import { areaKm2 } from './ring-area';
import type { Area } from './unit';

/** What every published boundary carries. */
export interface BoundaryProperties {
  adcode: string;
  nameZh: string;
  nameEn: string;
  level: 'province' | 'prefecture' | 'county';
  /** Code of the unit above; empty for the province. */
  parent: string;
  /** Area on the WGS 84 ellipsoid, computed from the geometry before simplification, km². */
  areaKm2: number;
  /** A point well inside the largest part, WGS 84 degrees. */
  labelLon: number;
  labelLat: number;
}

export type Boundary = Feature<Area, BoundaryProperties>;
export type Boundaries = FeatureCollection<Area, BoundaryProperties>;

/** Properties of every county, prefecture and the province, by code, from the geometry at full detail; labels keep off `water`. */
export function describeLevels(levels: Levels, region: Region, water: readonly Area[]): Map<string, BoundaryProperties> {
  const english = englishNames();
  const prefectures = readPrefectures();
  const labels = readLabelPoints();
  const described = (adcode: string, nameZh: string, level: BoundaryProperties['level'], parent: string, area: Area): BoundaryProperties => {
    const [labelLon = NaN, labelLat = NaN]: Position = labels.get(adcode) ?? labelPoint(area, water);
    const nameEn = level === 'province' ? region.provinceName.en : english(adcode, nameZh);
    return { adcode, nameZh, nameEn, level, parent, areaKm2: Number(areaKm2(area).toFixed(2)), labelLon, labelLat };
  };
  const all = [
    described(region.provinceAdcode, region.provinceName.zh, 'province', '', levels.province.geometry),
    ...levels.prefectures.features.map(({ geometry, properties: { adcode } }) =>
      described(adcode, prefectures.get(adcode)?.nameZh ?? adcode, 'prefecture', region.provinceAdcode, geometry)
    ),
    ...levels.counties.features.map(({ geometry, properties: { adcode, nameZh, parent } }) => described(adcode, nameZh, 'county', parent, geometry))
  ];
  // a prefecture without counties is its own county: one code, told apart by level
  return new Map(all.map((properties) => [`${properties.level} ${properties.adcode}`, properties]));
}

/** Gives features of one level their properties, in order of code. */
export function withProperties(
  features: readonly Feature<Area, { adcode: string }>[],
  level: BoundaryProperties['level'],
  described: ReadonlyMap<string, BoundaryProperties>
): Boundaries {
  return {
    type: 'FeatureCollection',
    features: features
      .map((feature): Boundary => ({
        type: 'Feature',
        properties: described.get(`${level} ${feature.properties.adcode}`)!,
        geometry: feature.geometry
      }))
      .sort((a, b) => a.properties.adcode.localeCompare(b.properties.adcode))
  };
}

/** Puts the same properties on the objects of a topology (context gets code, names and level `context`). Returns a new topology. */
export function describeTopology(topology: Topology, region: Region, described: ReadonlyMap<string, BoundaryProperties>): Topology {
  const english = englishNames();
  const describe = (name: string, own: Record<string, unknown>): object | undefined => {
    const { adcode, nameZh, parent } = own as { adcode: string; nameZh: string; parent: string };
    switch (name) {
      case 'province':
        return described.get(`province ${region.provinceAdcode}`);
      case 'prefectures':
        return described.get(`prefecture ${parent}`);
      case 'counties':
        return described.get(`county ${adcode}`);
      case 'context':
        return { adcode, nameZh, nameEn: english(adcode, nameZh), level: 'context' };
      default:
        return own;
    }
  };
  const objects = Object.entries(topology.objects).map(([name, object]) => {
    if (object.type !== 'GeometryCollection') throw new Error(`boundaries: object ${name} is a ${object.type}`);
    const geometries = object.geometries.map((geometry) => ({
      ...geometry,
      properties: describe(name, (geometry.properties ?? {}) as Record<string, unknown>) ?? {}
    }));
    return [name, { ...object, geometries }] as const;
  });
  return { ...topology, objects: Object.fromEntries(objects) };
}
