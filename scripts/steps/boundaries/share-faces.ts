import inside from '@turf/boolean-point-in-polygon';
import type { Position } from 'geojson';
import { eachEdge, edgeKey, edgeLength } from './edges';
import type { Area } from './unit';

interface Part {
  adcode: string;
  nameZh: string;
  at: Position;
}

/**
 * Shares faces of one cut out among parts: a face goes to the part whose point it holds; a face that holds none
 * (a splinter where a line strays over an old border) joins the neighbour with the longest common border;
 * faces that touch nothing (islands) go to `rest`. Returns the faces of each part by code.
 * Throws an Error beginning with `where` if a point lies in no face or two points lie in one.
 */
export function shareFaces(faces: readonly Area[], parts: readonly Part[], rest: string, where: string): Map<string, Area[]> {
  const owner = new Map<number, string>();
  for (const { adcode, nameZh, at } of parts) {
    const index = faces.findIndex((face) => inside(at, face));
    if (index < 0) throw new Error(`${where}: ${at.join(', ')} of ${adcode} ${nameZh} lies outside the units that are cut`);
    const taken = owner.get(index);
    if (taken) throw new Error(`${where}: the lines do not separate ${adcode} ${nameZh} from ${taken}`);
    owner.set(index, adcode);
  }
  const edges = faces.map(edgesOf);
  for (let grown = true; grown;) {
    grown = false;
    faces.forEach((_, index) => {
      if (owner.has(index)) return;
      const neighbour = longestNeighbour(index, edges, owner);
      if (neighbour === undefined) return;
      owner.set(index, neighbour);
      grown = true;
    });
  }
  const shared = new Map<string, Area[]>();
  faces.forEach((face, index) => {
    const adcode = owner.get(index) ?? rest;
    shared.set(adcode, [...(shared.get(adcode) ?? []), face]);
  });
  return shared;
}

/** Edges of a face with their length. */
function edgesOf(face: Area): Map<string, number> {
  const edges = new Map<string, number>();
  eachEdge(face, (a, b) => edges.set(edgeKey(a, b), edgeLength(a, b)));
  return edges;
}

function longestNeighbour(index: number, edges: readonly Map<string, number>[], owner: ReadonlyMap<number, string>): string | undefined {
  const common = new Map<string, number>();
  for (const [other, adcode] of owner) {
    let length = common.get(adcode) ?? 0;
    for (const [key, part] of edges[index]!) if (edges[other]!.has(key)) length += part;
    if (length > 0) common.set(adcode, length);
  }
  return [...common].sort((a, b) => b[1] - a[1])[0]?.[0];
}
