import type { ImportRemark } from '../table/table';
import { decodeText, MOST_DOCUMENT, readText } from './documents';
import { featureRecords } from './feature-records';
import { Placemarks } from './placemarks';
import type { Records } from './records';
import { ImportRefused } from './refusal';
import { walkXml } from './read-xml';
import { unpackAll } from './zip';
import type { ZipEntry } from './zip';

function walk(text: string, marks: Placemarks): void {
  walkXml(text, { open: (name, attributes) => marks.open(name, attributes), close: (name) => marks.close(name), text: (part) => marks.characters(part) });
}

/** A link's address as a part's name, seen from the part that it stands in; undefined for addresses elsewhere. */
export function partName(href: string, from: string): string | undefined {
  if (/^[a-z][a-z\d+.-]+:/i.test(href)) return undefined;
  const path = href.replace(/[?#].*$/, '').replaceAll('\\', '/');
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    // a percent sign that stands for itself
  }
  const steps = decoded.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of decoded.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/').toLowerCase();
}

/** Reads the parts of a KMZ, one after the other, as their links lead. */
class Parts {
  readonly marks = new Placemarks();
  readonly read = new Set<ZipEntry>();
  readonly elsewhere: string[] = [];
  private unpacked = 0;

  constructor(
    private readonly file: Blob,
    private readonly entries: readonly ZipEntry[],
    private readonly signal?: AbortSignal
  ) {}

  async follow(entry: ZipEntry): Promise<void> {
    const waiting = [entry];
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (this.read.has(next)) continue;
      this.read.add(next);
      this.unpacked += next.unpacked;
      if (this.unpacked > MOST_DOCUMENT) throw new ImportRefused('too-large', { limit: MOST_DOCUMENT, size: this.unpacked });
      const before = this.marks.links.length;
      walk(decodeText(await unpackAll(this.file, next, this.signal)), this.marks);
      for (const href of this.marks.links.slice(before)) {
        const name = partName(href, next.name);
        const found =
          name === undefined ? undefined : this.entries.find((part) => part.name.toLowerCase() === name || part.name.toLowerCase() === partName(href, ''));
        if (found && /\.kml$/i.test(found.name)) waiting.push(found);
        else this.elsewhere.push(href);
      }
    }
  }
}

/** Open KML, or KMZ with all parts that its first one links to. Coordinates are WGS 84 by definition; files of Chinese maps may still be shifted. @throws ImportRefused */
export async function openKml(file: Blob, entries: readonly ZipEntry[], signal?: AbortSignal): Promise<Records> {
  const documents = entries.filter(({ name }) => /\.kml$/i.test(name) && !/(?:^|\/)(?:__MACOSX\/|\._)/.test(name));
  const parts = new Parts(file, documents, signal);
  const { marks, elsewhere } = parts;
  const main = documents.find(({ name }) => /^doc\.kml$/i.test(name)) ?? documents[0];
  if (main) {
    await parts.follow(main);
    // a first part that says nothing: the others are what was meant
    if (marks.features.length === 0) for (const entry of documents) await parts.follow(entry);
  } else {
    walk(await readText(file), marks);
    elsewhere.push(...marks.links);
  }
  if (marks.features.length === 0) throw new ImportRefused(elsewhere.length > 0 ? 'only-links' : 'no-geometry', { text: elsewhere[0]?.slice(0, 200) ?? 'kml' });
  const others = documents.filter((entry) => !parts.read.has(entry)).map(({ name }) => name);
  const remarks: ImportRemark[] = [];
  if (others.length > 0) remarks.push({ code: 'sheets-left-out', count: others.length, detail: others.join('、') });
  if (elsewhere.length > 0) remarks.push({ code: 'links-left-out', count: elsewhere.length, detail: elsewhere.slice(0, 3).join('  ').slice(0, 200) });
  return featureRecords('kml', marks.features, { geometry: true, bytes: file.size, remarks });
}
