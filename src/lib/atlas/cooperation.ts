import type { Zone } from '#lib/schema/atlas';
import type { Atlas } from './atlas';
import { lineage } from './atlas';

/** One unit is the other or lies in it. */
export function overlap(atlas: Atlas, a: string, b: string): boolean {
  return lineage(atlas, a).some(({ adcode }) => adcode === b) || lineage(atlas, b).some(({ adcode }) => adcode === a);
}

/** Pairs of units that a document wants to work together, where one of them is a unit of the zone or lies in one. */
export function cooperationOf(atlas: Atlas, zone: Zone): Zone[] {
  const pairs = atlas.data.zones.filter((other) => other.id !== zone.id && atlas.layout.get(other.layout)?.kind === 'pairs');
  return pairs.filter((pair) => pair.units.some((unit) => zone.units.some((own) => overlap(atlas, own, unit))));
}
