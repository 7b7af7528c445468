import type { DataIndex, Layout } from '#lib/schema/atlas';

/** What a published file is for, in the order shown. */
export type Group = 'tables' | 'map' | 'facts' | 'schemas';
export type DataFile = Readonly<{
  name: string;
  group: Group;
  format: string;
  bytes: number;
  /** first twelve digits: enough to see whether a download is the same */
  sha256: string;
  /** id of the layout whose zones it holds */
  layout?: string;
  /** the file that describes its fields */
  schema?: string;
}>;

const FORMATS: Readonly<Record<string, string>> = {
  csv: 'CSV',
  xlsx: 'XLSX',
  kml: 'KML',
  geojson: 'GeoJSON',
  'topo.json': 'TopoJSON',
  'schema.json': 'JSON Schema',
  json: 'JSON'
};
const ORDER: readonly Group[] = ['tables', 'map', 'facts', 'schemas'];

function groupOf(name: string, format: string): Group {
  if (name.startsWith('schema/')) return 'schemas';
  if (format === 'CSV' || format === 'XLSX') return 'tables';
  return format === 'JSON' ? 'facts' : 'map';
}

/** The files of the index with their format, sorted by use and name; a workbook goes before the tables in it. */
export function describeFiles(files: DataIndex['files'], layouts: readonly Pick<Layout, 'id'>[]): DataFile[] {
  const described = Object.entries(files).map(([name, { sha256, bytes }]): DataFile => {
    const ending = Object.keys(FORMATS).find((end) => name.endsWith(`.${end}`)) ?? '';
    const format = FORMATS[ending] ?? ending;
    const layout = layouts.find(({ id }) => name === `zones/${id}.geojson`)?.id;
    const schema = `schema/${name.replace(/\.json$/, '.schema.json')}`;
    return {
      name,
      group: groupOf(name, format),
      format,
      bytes,
      sha256: sha256.slice(0, 12),
      ...(layout ? { layout } : {}),
      ...(format === 'JSON' && schema in files ? { schema } : {})
    };
  });
  const rank = ({ group, format }: DataFile) =>
    ORDER.indexOf(group) * 10 + Object.values(FORMATS).indexOf(format === 'CSV' ? 'XLSX' : format) + (format === 'CSV' ? 1 : 0);
  return described.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
