import inside from '@turf/boolean-point-in-polygon';
import type { Feature, FeatureCollection, Position } from 'geojson';
import { anchorLines } from './anchor-lines';
import { joinUnits } from './join-units';
import type { Cut, DividingLines } from './read-changes';
import { runMapshaper } from './run-mapshaper';
import { shareFaces } from './share-faces';
import type { Area, Unit } from './unit';

interface Faces {
  'faces.json': { geometries: Area[] };
}

/**
 * Joins the units, cuts them along the named lines and shares the faces out among the parts of the cut.
 * Positions are WGS 84; borders with other units keep their vertices.
 * Throws an Error beginning with `where` for an unknown line, a line that does not reach the outline,
 * or a part whose point lies in no face or in the face of another part (the lines do not separate them).
 */
export async function cutUnits(units: readonly Unit[], cut: Cut, lines: DividingLines, where: string): Promise<Unit[]> {
  const parent = units[0]!.properties.parent;
  const whole = await joinUnits(units, { adcode: cut.rest, nameZh: '', parent }, where);
  const chosen = cut.along.map((id) => {
    const line = lines.get(id);
    if (!line) throw new Error(`${where}: unknown line ${id}; known are ${[...lines.keys()].join(', ')}`);
    return line;
  });
  const faces = await facesOf(whole, anchorLines(chosen, whole.geometry, where), where);
  const shared = shareFaces(faces, cut.parts, cut.rest, where);
  return Promise.all(
    cut.parts.map(({ adcode, nameZh }) => {
      const own = shared.get(adcode) ?? [];
      return joinUnits(
        own.map((geometry) => plainUnit(geometry)),
        { adcode, nameZh, parent },
        where
      );
    })
  );
}

/** The faces into which lines cut an area. */
async function facesOf(whole: Unit, lines: readonly Position[][], where: string): Promise<Area[]> {
  const collection: FeatureCollection = {
    type: 'FeatureCollection',
    features: lines.map((coordinates): Feature => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates }
    }))
  };
  const output = await runMapshaper<Faces>(
    where,
    { 'whole.json': { ...whole, properties: {} }, 'lines.json': collection },
    [
      '-i whole.json lines.json combine-files',
      '-lines target=whole',
      '-merge-layers target=whole,lines force name=net',
      '-polygons target=net',
      '-o faces.json target=net format=geojson geojson-type=GeometryCollection'
    ],
    ['faces.json']
  );
  // a line may stray over the outline: what it closes off outside is no part of the units
  return output['faces.json'].geometries.filter((face) => inside(innerPoint(face), whole.geometry));
}

/** A point inside a face: the middle of a horizontal chord through the middle of its bounding box. */
function innerPoint(face: Area): Position {
  const rings = (face.type === 'Polygon' ? [face.coordinates] : face.coordinates).flat();
  const heights = rings.flat().map((point) => point[1]!);
  const low = Math.min(...heights);
  const high = Math.max(...heights);
  const y = low + (high - low) * 0.4999;
  const crossings = rings
    .flatMap((ring) =>
      ring.slice(1).flatMap((b, index) => {
        const a = ring[index]!;
        return a[1]! > y !== b[1]! > y ? [a[0]! + ((y - a[1]!) / (b[1]! - a[1]!)) * (b[0]! - a[0]!)] : [];
      })
    )
    .sort((a, b) => a - b);
  return [((crossings[0] ?? NaN) + (crossings[1] ?? NaN)) / 2, y];
}

function plainUnit(geometry: Area): Unit {
  return { type: 'Feature', properties: { adcode: '', nameZh: '', parent: '' }, geometry };
}
