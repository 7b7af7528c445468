import { neighbors } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Touching } from './neighbours';

/** Counties with a common border on land, from the arcs that they share in a boundary file. */
export function touchingIn(topology: Topology): Touching {
  const counties = (topology.objects as Record<string, GeometryCollection<{ adcode: string }>>).counties?.geometries ?? [];
  const code = (index: number) => (counties[index]?.properties as { adcode?: string } | undefined)?.adcode;
  return new Map(neighbors(counties).map((near, i) => [code(i) ?? '', new Set(near.flatMap((index) => code(index) ?? []))]));
}
