import type { Feature, FeatureCollection, Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { AdminUnit } from '#lib/schema/atlas';
import type { Levels } from './dissolve-levels';
import { contextLabels } from './context-labels';
import { englishNames } from './english-name';
import { labelPoint } from './label-point';
import { readLabelPoints } from './read-label-points';
import { readPrefectures } from './read-base';
import type { Region } from './region';
import { areaKm2 } from './ring-area';
import { standingsOf } from './standings';
import type { Area } from './unit';

/** What every published boundary carries. */
export interface BoundaryProperties {
  adcode: string;
  nameZh: string;
  nameEn: string;
  /** What the unit is; in a prefecture without counties the one area of `counties` is the prefecture itself. */
  level: AdminUnit['level'];
  /** A prefecture and a county in one: directly below the province, with nothing below it. */
  undivided?: true;
  /** Code of the unit above, never the unit's own; empty for the province. */
  parent: string;
  /** Area on the WGS 84 ellipsoid, computed from the geometry before simplification, km². */
  areaKm2: number;
  /** A point well inside the largest part, WGS 84 degrees. */
  labelLon: number;
  labelLat: number;
}

export type Boundary = Feature<Area, BoundaryProperties>;
export type Boundaries = FeatureCollection<Area, BoundaryProperties>;

/** The layers that boundaries are published in, named for what they mostly hold. */
type Layer = 'province' | 'prefecture' | 'county';

/** Properties of every unit by layer and code, from the geometry at full detail; labels keep off `water`. */
export function describeLevels(levels: Levels, region: Region, water: readonly Area[]): Map<string, BoundaryProperties> {
  const english = englishNames(region.extra);
  const prefectures = readPrefectures();
  const labels = readLabelPoints(region.extra);
  const standings = standingsOf(
    levels.counties.features.map(({ properties }) => properties),
    region.provinceAdcode
  );
  // what is of several levels is one unit in all their layers, not a unit inside itself
  const known = new Map<string, BoundaryProperties>();
  const described = (adcode: string, nameZh: string, area: Area): BoundaryProperties => {
    const { level, parent, undivided } = standings.get(adcode)!;
    const [labelLon = NaN, labelLat = NaN]: Position = labels.get(adcode) ?? labelPoint(area, water);
    const nameEn = level === 'province' ? region.provinceName.en : english(adcode, nameZh);
    return {
      adcode,
      nameZh,
      nameEn,
      level,
      parent,
      ...(undivided ? { undivided } : {}),
      areaKm2: Number(areaKm2(area).toFixed(2)),
      labelLon,
      labelLat
    };
  };
  const once = (adcode: string, nameZh: string, area: Area): BoundaryProperties => {
    const properties = known.get(adcode) ?? described(adcode, nameZh, area);
    known.set(adcode, properties);
    return properties;
  };
  const province = once(region.provinceAdcode, region.provinceName.zh, levels.province.geometry);
  const upper = levels.prefectures.features.map(({ geometry, properties: { adcode } }) => once(adcode, prefectures.get(adcode)?.nameZh ?? adcode, geometry));
  const lower = levels.counties.features.map(({ geometry, properties: { adcode, nameZh } }) => once(adcode, nameZh, geometry));
  const layer = (name: Layer, list: readonly BoundaryProperties[]) => list.map((properties) => [`${name} ${properties.adcode}`, properties] as const);
  return new Map([...layer('province', [province]), ...layer('prefecture', upper), ...layer('county', lower)]);
}

/** Gives features of one layer their properties, in order of code. */
export function withProperties(
  features: readonly Feature<Area, { adcode: string }>[],
  layer: Layer,
  described: ReadonlyMap<string, BoundaryProperties>
): Boundaries {
  return {
    type: 'FeatureCollection',
    features: features
      .map((feature): Boundary => ({
        type: 'Feature',
        properties: described.get(`${layer} ${feature.properties.adcode}`)!,
        geometry: feature.geometry
      }))
      .sort((a, b) => a.properties.adcode.localeCompare(b.properties.adcode))
  };
}

/** Puts the same properties on the objects of a topology (context gets code, names, level `context` and, near the region, a label point). Returns a new topology. */
export function describeTopology(topology: Topology, region: Region, described: ReadonlyMap<string, BoundaryProperties>): Topology {
  const english = englishNames(region.extra);
  const around = contextLabels(topology, region.provinceAdcode);
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
        return { adcode, nameZh, nameEn: english(adcode, nameZh), level: 'context', ...labelled(around.get(adcode)) };
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

const labelled = (point: Position | undefined): object => (point ? { labelLon: point[0], labelLat: point[1] } : {});
