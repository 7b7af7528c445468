import type { Geometry, Position } from 'geojson';
import { decodeText, MOST_DOCUMENT, readText } from './documents';
import { featureRecords } from './feature-records';
import type { ReadFeature } from './feature-records';
import type { Records } from './records';
import { ImportRefused } from './refusal';
import { walkXml } from './read-xml';
import { unpackAll } from './zip';
import type { ZipEntry } from './zip';

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
  if (kind === 'Point') return { type: 'Point', coordinates: line[0] };
  return kind === 'Polygon' ? { type: 'Polygon', coordinates: [line] } : { type: 'LineString', coordinates: line };
};

/** Texts of a placemark that become columns under their own name. */
const OWN = new Set(['name', 'description', 'address', 'phoneNumber']);

class Placemarks {
  readonly features: ReadFeature[] = [];
  private readonly folders: string[] = [];
  private readonly path: string[] = [];
  private properties: Record<string, string> | undefined;
  private geometry: Geometry | undefined;
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
      this.geometry = undefined;
    } else if (name === 'Data' || name === 'SimpleData') this.dataName = attributes().name ?? '';
    else if (name === 'Point' || name === 'LineString' || name === 'Polygon' || name === 'Track') this.kind = name;
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
    else if (this.properties) this.placemark(name, parent, text, this.properties);
  }

  private placemark(name: string, parent: string | undefined, text: string, properties: Record<string, string>): void {
    if (parent === 'Placemark' && OWN.has(name)) properties[name] = text;
    else if (name === 'SimpleData' || (name === 'value' && parent === 'Data')) properties[this.dataName || name] = text;
    else if (name === 'when' && parent === 'TimeStamp') properties.when = text;
    // of several geometries the first stands for all; holes do not matter for a point inside, which is looked for on the outer ring
    else if (name === 'coordinates' && !this.inner) this.geometry ??= shapeOf(this.kind, positions(text));
    else if (name === 'coord') this.geometry ??= shapeOf('Point', positions(text.replace(/\s+/g, ',')));
    else if (name === 'Placemark') {
      const folder = this.folders.filter(Boolean).join(' / ');
      this.features.push({ properties: folder ? { ...properties, Folder: folder } : properties, geometry: this.geometry ?? null });
      this.properties = undefined;
    }
  }

  characters(text: string): void {
    this.text += text;
  }
}

/** Open KML, or KMZ by its parts. Coordinates are WGS 84 by definition; files of Chinese maps may still be shifted. @throws ImportRefused */
export async function openKml(file: Blob, entries: readonly ZipEntry[], signal?: AbortSignal): Promise<Records> {
  const documents = entries.filter(({ name }) => /\.kml$/i.test(name));
  const main = documents.find(({ name }) => /^doc\.kml$/i.test(name)) ?? documents[0];
  if (main && main.unpacked > MOST_DOCUMENT) throw new ImportRefused('too-large', { limit: MOST_DOCUMENT, size: main.unpacked });
  const text = main ? decodeText(await unpackAll(file, main, signal)) : await readText(file);
  const marks = new Placemarks();
  walkXml(text, { open: (name, attributes) => marks.open(name, attributes), close: (name) => marks.close(name), text: (part) => marks.characters(part) });
  if (marks.features.length === 0) throw new ImportRefused('empty');
  const others = documents.filter((entry) => entry !== main).map(({ name }) => name);
  const remarks = others.length > 0 ? [{ code: 'sheets-left-out' as const, count: others.length, detail: others.join('、') }] : [];
  return featureRecords('kml', marks.features, { geometry: true, bytes: file.size, remarks });
}
