import type { Topology } from 'topojson-specification';
import type { Waters } from '#lib/schema/waters';
import { decodeGeometry } from '../layers/geometry';
import { inSteps, pathsWithin } from './clipped-path';

/**
 * Waters of a topology in pixels (./project-topology), as far as a picture shows them.
 * @param beyond the edge that is drawn, too, px
 */
export function waterPaths(topology: Topology, width: number, height: number, beyond: number): Waters {
  const within = pathsWithin(width, height, beyond);
  const { water } = decodeGeometry(topology);
  const of = (kind: string) =>
    water.features
      .filter(({ properties }) => properties.kind === kind)
      .map((feature) => inSteps(within(feature)))
      .join('');
  return { bays: of('estuary'), lakes: of('lake'), rivers: of('river') };
}
