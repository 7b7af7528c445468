import { readdirSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { makeBiff5, makeBinary, sheetOf } from '../unit/features/own-data/read/make-binary';
import { makeLayers, makeShapefile } from '../unit/features/own-data/read/make-shapefile';
import { makeXlsx } from '../unit/features/own-data/read/make-xlsx';

/** A file to start from. */
export type Sample = Readonly<{ name: string; bytes: Uint8Array }>;

const FOLDERS = ['../files/own-data/', '../files/cases/'].map((folder) => new URL(folder, import.meta.url));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const numbered = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

function sheet(rows: number, shared: boolean): string {
  const cell = (reference: string, index: number) =>
    shared ? `<c r="${reference}" t="s"><v>${index}</v></c>` : `<c r="${reference}" t="inlineStr"><is><t>企业${index}</t></is></c>`;
  const head = ['名称', '经度', '纬度']
    .map((_, i) => (shared ? `<c r="${'ABC'[i]}1" t="s"><v>${i}</v></c>` : `<c r="${'ABC'[i]}1" t="inlineStr"><is><t>${_}</t></is></c>`))
    .join('');
  const body = numbered(
    rows,
    (i) => `<row r="${i + 2}">${cell(`A${i + 2}`, i + 3)}<c r="B${i + 2}"><v>120.${i % 9}</v></c><c r="C${i + 2}"><v>30.2</v></c></row>`
  );
  return `<sheetData><row r="1">${head}</row>${body.join('')}</sheetData>`;
}

const feature = (properties: unknown, lon: number) => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, 30.2] } });
const collection = (features: unknown[]) => bytesOf(JSON.stringify({ type: 'FeatureCollection', features }));

/** The stored files of the importer's tests, and larger ones of every format made here. */
export function corpus(): Sample[] {
  const stored = FOLDERS.flatMap((folder) => readdirSync(folder).map((name): Sample => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) })));
  const kml = stored.find(({ name }) => name === 'points.kml')?.bytes ?? new Uint8Array();
  const strings = ['名称', '经度', '纬度', ...numbered(40, (i) => `企业${i}`)].map((text) => `<t>${text}</t>`);
  const land = numbered(30, (i) => ({ x: 120.1 + i / 100, y: 30.2, text: bytesOf(`地块${i}`), value: i }));
  const list = [['名称', '经度', '纬度'], ...numbered(40, (i): (string | number)[] => [`企业${i}`, 120.1 + i / 100, 30.2])];
  const made: Sample[] = [
    {
      name: 'quoted.csv',
      bytes: bytesOf(`名称,经度,纬度,说明\r\n${numbered(2000, (i) => `"企业, ${i}",120.${i % 9},30.2,"他说""好""\n第二行"`).join('\r\n')}\r\n`)
    },
    { name: 'plain.csv', bytes: bytesOf(`name,lon,lat,output\n${numbered(3000, (i) => `Plant ${i},120.${i % 9},30.2,${i}`).join('\n')}\n`) },
    {
      name: 'names.csv',
      bytes: bytesOf(`企业,区县,产值\n${numbered(300, (i) => `企业${i},${['西湖区', '钱塘区', '江干区', '海宁市'][i % 4] ?? ''},${i}`).join('\n')}`)
    },
    { name: 'many.geojson', bytes: collection(numbered(300, (i) => feature({ name: `点${i}`, value: i }, 120.1 + i / 1000))) },
    { name: 'bare.geojson', bytes: collection(numbered(5, (i) => feature(null, 120.1 + i / 1000))) },
    { name: 'half-bare.geojson', bytes: collection(numbered(6, (i) => feature(i % 2 ? { name: `点${i}` } : {}, 120.1 + i / 1000))) },
    {
      name: 'system.xls',
      bytes: bytesOf(
        `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>${numbered(
          40,
          (i) =>
            `<Row ss:Index="${i + 1}">${[i ? `企业${i}` : '名称', i ? '120.1' : '经度', i ? '30.2' : '纬度'].map((text) => `<Cell ss:MergeDown="${i % 2}"><Data ss:Type="String">${text}</Data></Cell>`).join('')}</Row>`
        ).join('')}</Table></Worksheet></Workbook>`
      )
    },
    { name: 'points.dat', bytes: bytesOf(numbered(60, (i) => `P${i},,${506_551 + i}.12,${3_336_078 + i}.5,${i}.1`).join('\r\n')) },
    { name: 'points.txt', bytes: bytesOf(numbered(60, (i) => `P${i}  ${3_336_078 + i}.5  ${40_506_551 + i}.12`).join('\n')) },
    {
      name: 'parcels.txt',
      bytes: bytesOf(
        `[属性描述]\n坐标系=2000国家大地坐标系\n带号=40\n[地块坐标]\n${numbered(
          9,
          (i) =>
            `4,0.07,${i},地块${i},面,,工业用地,,@\nJ1,1,${3_336_078 + i}.1,${40_506_551 + i}.2\nJ2,1,${3_336_178 + i}.1,${40_506_551 + i}.2\nJ3,1,${3_336_178 + i}.1,${40_506_651 + i}.2\nJ1,1,${3_336_078 + i}.1,${40_506_551 + i}.2`
        ).join('\n')}\n`
      )
    },
    { name: 'list.xls', bytes: makeBinary({ 表: sheetOf(list), 二: sheetOf(list.slice(0, 9)) }, 'biff8') },
    { name: 'old-list.xls', bytes: makeBiff5([65], list.slice(0, 30), { hidden: [3], formats: [0, 0, 0] }) },
    { name: 'records.json', bytes: bytesOf(JSON.stringify(numbered(50, (i) => ({ name: `企业${i}`, lon: 120.1, lat: 30.2, deep: { a: [i] } })))) }
  ];
  const zipped = [
    { name: 'shared.xlsx', bytes: makeXlsx({ 表: sheet(40, true) }, { strings }) },
    { name: 'inline.xlsx', bytes: makeXlsx({ 表: sheet(200, false) }) },
    { name: 'list.xlsb', bytes: makeBinary({ 表: sheetOf(list) }, 'xlsb') },
    { name: 'layers.zip', bytes: makeLayers({ a: { rows: land }, b: { rows: land.slice(0, 5) } }) },
    { name: 'land.zip', bytes: makeShapefile(land, { parts: { cpg: 'UTF-8' } }) },
    {
      name: 'tables.zip',
      bytes: zipSync({ 'a/一.csv': bytesOf('name,lon,lat\nA,120.1,30.2\n'), 'b/二.csv': bytesOf('name,lon,lat\nB,120.3,30.3\n'), 'c.txt': bytesOf('read me') })
    },
    { name: 'points.kmz', bytes: zipSync({ 'doc.kml': kml }) }
  ];
  return [...stored, ...made, ...zipped];
}
