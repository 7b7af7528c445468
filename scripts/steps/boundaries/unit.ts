import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';

/** A county-level unit on its way through the pipeline: its code, Chinese name and the prefecture that it belongs to. */
export interface UnitProperties {
  /** Six-digit GB/T 2260 code of the unit. */
  adcode: string;
  /** Official Chinese name, with 区, 县 or 市. */
  nameZh: string;
  /** Six-digit code of the prefecture (equal to `adcode` where a prefecture has no counties). */
  parent: string;
}

export type Area = Polygon | MultiPolygon;
export type Unit = Feature<Area, UnitProperties>;
export type Units = FeatureCollection<Area, UnitProperties>;

/** Wraps units in a FeatureCollection. */
export function unitsOf(features: Unit[]): Units {
  return { type: 'FeatureCollection', features };
}

/** Whether it is a small island that neighbouring land must not lose (geodata/boundaries/base-outlines.csv): it has a word in place of a code. */
export const isIsland = (adcode: string): boolean => !/^\d{6}$/.test(adcode);
