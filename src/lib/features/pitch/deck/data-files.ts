import Papa from 'papaparse';
import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import type { Topology } from 'topojson-specification';
import writeXlsx from 'write-excel-file/browser';
import type { Atlas } from '#lib/atlas/atlas';
import type { Pitch } from '../build';
import { BOM, FORMULA } from '#lib/atlas/spreadsheet-text';
import type { Address } from '../text';
import { fullCitation } from '../text';
import { citationsOf, sectionsOf } from '../sheet/sections';
import { statusText } from '#lib/facts/status-text';
import { tierNameOf } from '#lib/facts/terms';
import { decodeGeometry, dissolve } from '#lib/map/layers/geometry';
import { local } from '#lib/design/page/local';
import { factTable, workbookTables } from './data-tables';
import type { DataTable } from './data-tables';

/** Excel refuses longer texts. */
const LONGEST_CELL = 32_767;

/** Text that no spreadsheet takes for a formula. */
const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Every statement as CSV (RFC 4180, UTF-8 with BOM). */
export function pitchCsv(atlas: Atlas, pitch: Pitch, address: Address): string {
  const { rows } = factTable(atlas, pitch, address);
  return (
    BOM +
    Papa.unparse(
      rows.map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell))),
      { newline: '\r\n' }
    )
  );
}

/** The workbook as XLSX; every text is typed as text and begins with no sign of a formula, should it be saved as CSV later. */
export function pitchXlsx(atlas: Atlas, pitch: Pitch, address: Address): Promise<Blob> {
  return writeXlsx(workbookTables(atlas, pitch, address).map(sheet)).toBlob();
}

function sheet({ name, rows }: DataTable) {
  const heading = (text: string | number) => ({ value: harmless(String(text)), type: String, fontWeight: 'bold' as const, backgroundColor: '#E9ECE9' });
  const cell = (value: string | number) =>
    value === '' ? null : typeof value === 'number' ? { value, type: Number } : { value: harmless(value).slice(0, LONGEST_CELL), type: String };
  const [head = [], ...body] = rows;
  return {
    sheet: name,
    data: [head.map(heading), ...body.map((row) => row.map(cell))],
    stickyRowsCount: 1,
    columns: head.map(() => ({ width: head.length > 1 ? 24 : 90 }))
  };
}

/**
 * The zones as GeoJSON (RFC 7946, WGS 84): outlines dissolved from the member units, with statements and citations.
 * A zone without named members has no geometry, and says so by null.
 */
export function pitchGeoJson(atlas: Atlas, pitch: Pitch, topology: Topology, address: Address): string {
  const geometry = decodeGeometry(topology);
  const features = pitch.zones.map((one): Feature<MultiPolygon | null> => {
    const { zone, layout, document, status, note } = one;
    const sections = sectionsOf(atlas, one).filter(({ id }) => id !== 'note');
    const outline = dissolve(geometry, zone.units);
    return {
      type: 'Feature',
      id: zone.id,
      geometry: outline ? rounded(outline) : null,
      properties: {
        id: zone.id,
        name: local(zone.name),
        layout: local(layout.name),
        tier: tierNameOf(zone),
        document: local(document.title),
        status: statusText(status),
        status_day: pitch.day,
        units: zone.units,
        note: note ?? null,
        statements: sections.flatMap(({ title, items }) =>
          items.map(({ text, value, detail }) => ({ topic: title, text, value: value ?? null, detail: detail ?? null }))
        ),
        citations: citationsOf(sections).map((citation) => fullCitation(atlas, citation, pitch.day, address)),
        page: address(`/zones/${zone.id}/`)
      }
    };
  });
  const collection: FeatureCollection<MultiPolygon | null> = { type: 'FeatureCollection', features };
  return JSON.stringify(collection);
}

/** To 1e-5 degree, about a metre: quantized boundaries give fifteen digits, which would triple the file. */
const rounded = (geometry: MultiPolygon): MultiPolygon => ({
  ...geometry,
  coordinates: geometry.coordinates.map((polygon) =>
    polygon.map((ring, i) =>
      wound(
        ring.map((point) => point.map((value) => Math.round(value * 1e5) / 1e5)),
        i === 0
      )
    )
  )
});

/** A ring wound as RFC 7946 asks: outer rings counter-clockwise, holes clockwise. */
function wound(ring: number[][], outer: boolean): number[][] {
  const doubled = ring.reduce((sum, [x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
  return doubled > 0 === outer ? ring : [...ring].reverse();
}
