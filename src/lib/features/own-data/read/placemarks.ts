import type { Geometry, Position } from 'geojson';
import { describedFields } from './described-fields';
import type { ReadFeature } from './feature-records';

/** “lon,lat[,height]” separated by blanks; a blank may follow a comma in files made by hand. */
function positions(text: string): Position[] {
  return text
    .replace(/\s*,\s*/g, ',')
    .trim()
    .split(/\s+/)
    .map((triple) => triple.split(',').slice(0, 2).map(Number))
    .filter(([lon, lat]) => Number.isFinite(lon) && Number.isFinite(lat));
}

const shapeOf = (kind: string, line: Position[]): Geometry | undefined => {
  if (!line[0]) return undefined;
  if (kind === 'Point' || line.length === 1) return { type: 'Point', coordinates: line[0] };
  return kind === 'Polygon' ? { type: 'Polygon', coordinates: [line] } : { type: 'LineString', coordinates: line };
};

/** One place of all that stands in a placemark. */
function together(shapes: readonly Geometry[]): Geometry | null {
  const polygons = shapes.flatMap((shape) => (shape.type === 'Polygon' ? [shape.coordinates] : []));
  if (shapes.length < 2) return shapes[0] ?? null;
  return polygons.length === shapes.length ? { type: 'MultiPolygon', coordinates: polygons } : { type: 'GeometryCollection', geometries: [...shapes] };
}

/** Texts of a placemark that become columns under their own name. */
const OWN = new Set(['name', 'description', 'address', 'phoneNumber']);
const KINDS = new Set(['Point', 'LineString', 'LinearRing', 'Polygon', 'Track']);

/** Gathers placemarks, and links to further documents, as an XML reader walks through KML. */
export class Placemarks {
  readonly features: ReadFeature[] = [];
  readonly links: string[] = [];
  private readonly folders: string[] = [];
  private readonly path: string[] = [];
  private properties: Record<string, string> | undefined;
  private shapes: Geometry[] = [];
  private track: Position[] = [];
  private corner: Partial<Record<string, string>> = {};
  private kind = '';
  private inner = false;
  private dataName = '';
  private text = '';

  open(name: string, attributes: () => Readonly<Record<string, string>>): void {
    this.path.push(name);
    this.text = '';
    if (name === 'Folder') this.folders.push('');
    else if (name === 'Placemark') {
      this.properties = {};
      this.shapes = [];
    } else if (name === 'Data' || name === 'SimpleData') this.dataName = attributes().name ?? '';
    // a polygon's rings are lines inside it
    else if (KINDS.has(name) && !(name === 'LinearRing' && this.path.includes('Polygon'))) this.kind = name;
    else if (name === 'innerBoundaryIs') this.inner = true;
  }

  close(name: string): void {
    this.path.pop();
    const parent = this.path.at(-1);
    const text = this.text.trim();
    this.text = '';
    if (name === 'innerBoundaryIs') this.inner = false;
    else if (name === 'Folder') this.folders.pop();
    else if (name === 'name' && parent === 'Folder') this.folders[this.folders.length - 1] = text;
    else if (name === 'href' && this.path.includes('NetworkLink')) this.links.push(text);
    else if (this.properties) this.placemark(name, parent, text, this.properties);
  }

  private placemark(name: string, parent: string | undefined, text: string, properties: Record<string, string>): void {
    if (parent === 'Placemark' && OWN.has(name)) properties[name] = text;
    else if (name === 'SimpleData' || (name === 'value' && parent === 'Data')) properties[this.dataName || name] = text;
    else if (name === 'when' && parent === 'TimeStamp') properties.when = text;
    else if (name === 'Placemark') this.finish(properties);
    else this.geometry(name, parent, text);
  }

  private geometry(name: string, parent: string | undefined, text: string): void {
    // holes do not matter for a point inside, which is looked for on the outer ring
    if (name === 'coordinates' && !this.inner) this.add(shapeOf(this.kind, positions(text)));
    else if (name === 'coord') this.track.push(...positions(text.replace(/\s+/g, ',')));
    else if (name === 'Track') {
      this.add(shapeOf('Track', this.track));
      this.track = [];
    } else if (parent === 'Location') this.corner[name] = text;
    else if (name === 'Location') this.add(shapeOf('Point', positions(`${this.corner.longitude ?? ''},${this.corner.latitude ?? ''}`)));
  }

  private add(shape: Geometry | undefined): void {
    if (shape) this.shapes.push(shape);
  }

  private finish(properties: Record<string, string>): void {
    const { description, ...others } = properties;
    const described = description === undefined ? undefined : describedFields(description);
    const folder = this.folders.filter(Boolean).join(' / ');
    this.features.push({
      properties: { ...(described ? { ...others, ...missing(described, others) } : properties), ...(folder ? { Folder: folder } : {}) },
      geometry: together(this.shapes)
    });
    this.properties = undefined;
  }

  characters(text: string): void {
    this.text += text;
  }
}

/** Fields that a placemark has not got already. */
const missing = (fields: Readonly<Record<string, string>>, own: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !(key in own)));
