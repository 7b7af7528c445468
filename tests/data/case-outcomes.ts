/* Files that people had trouble with, and what becomes of each: how many rows, where they lie, what is left out and why, sums of the figures. */

/** `districts` in the order of the rows; '' where only the city is known. */
export type Outcome = Readonly<{
  file: string;
  districts: readonly string[];
  rejected?: Readonly<Record<string, number>>;
  sums?: Readonly<Record<string, number>>;
}>;

/** Six firms in six districts, in this order, in most of the files. */
export const SIX = ['西湖区', '余杭区', '滨江区', '萧山区', '钱塘区', '上城区'];
const ELEVEN = [...SIX, '柯桥区', '海曙区', '鄞州区', '义乌市', '桐庐县'];

export const OUTCOMES: readonly Outcome[] = [
  { file: '02-decimal-comma.csv', districts: SIX, sums: { 'Output (100m yuan)': 21.75 } },
  { file: '03-second-sheet.xlsx', districts: SIX, sums: { '产值（亿元）': 21 } },
  { file: '05-html-export.xls', districts: SIX },
  { file: '06-workbook22.xlsx', districts: SIX, sums: { '产值（亿元）': 21 } },
  { file: '07-zip64.xlsx', districts: SIX, sums: { '产值（亿元）': 21 } },
  { file: '09-filtered-rows.xlsx', districts: SIX, sums: { '产值（亿元）': 210 } },
  {
    file: '10-subtotals-merged.xlsx',
    districts: ['西湖区', '西湖区', '余杭区', '余杭区', '滨江区', '滨江区'],
    rejected: { 'total-row': 4 },
    sums: { '产值（亿元）': 90 }
  },
  {
    file: '11-city-and-counties.csv',
    districts: ['上城区', '西湖区', '余杭区', '海曙区', '鄞州区'],
    rejected: { 'total-row': 3 },
    sums: { '规上工业产值（亿元）': 500 }
  },
  { file: '12-formulas-uncached.xlsx', districts: SIX },
  { file: '14-ids-as-text.xlsx', districts: ['西湖区', '余杭区', '滨江区'] },
  { file: '14-ids.csv', districts: ['西湖区', '余杭区', '滨江区'] },
  { file: '15a-gk-metres.csv', districts: SIX, sums: { '面积（亩）': 135 } },
  { file: '16-epsg4549.geojson', districts: SIX },
  { file: '18-nan.geojson', districts: SIX, sums: { 产值: 20.5 } },
  { file: '20-bigint.geojson', districts: SIX },
  { file: '21-esri.json', districts: SIX },
  { file: '23-networklinks.kmz', districts: SIX },
  { file: '25-prefixed.kml', districts: SIX },
  { file: '26-multigeometry.kml', districts: ['钱塘区', '滨江区'] },
  { file: '29-gk40-gbk-folder-mac.zip', districts: SIX, sums: { 面积: 615 } },
  { file: '31-geoparquet-4549.parquet', districts: SIX },
  { file: '33-dates.parquet', districts: SIX },
  { file: '34a-wkt-polygon.csv', districts: SIX, sums: { 面积: 135 } },
  { file: '35-zero-width.csv', districts: ['西湖区', '余杭区', '滨江区', '萧山区', '钱塘区', '上城区', '西湖区'] },
  { file: '36-placeholders.csv', districts: [...SIX, ...SIX], sums: { '投资额（亿元）': 42 } },
  { file: '37a-dms-pair.csv', districts: SIX },
  { file: '37b-dms-spaced-pair.csv', districts: SIX },
  { file: '38-addresses.csv', districts: SIX, sums: { '产值（亿元）': 21 } },
  { file: '39-two-datums.csv', districts: SIX },
  {
    file: '41b-former-names-mixed.csv',
    districts: [...ELEVEN, '临平区', '富阳区', '临安区', '上虞区', '柯桥区', '奉化区', '洞头区', '萧山区'],
    sums: { '产值（亿元）': 190 }
  },
  {
    file: '42b-loose-names-mixed.csv',
    districts: [...ELEVEN, '临平区', '钱塘区', '钱塘区', '西湖区', '西湖区', '', '余杭区'],
    rejected: { 'ambiguous-name': 1 },
    sums: { '产值（亿元）': 175 }
  },
  { file: '45-zipped-csv.zip', districts: SIX },
  { file: '46-three-row-header.xlsx', districts: SIX, rejected: { 'total-row': 1 }, sums: { '总投资（亿元）': 75, '完成投资（亿元）': 45 } },
  { file: '47a.ods', districts: SIX, sums: { '产值（亿元）': 21 } },
  { file: '49-same-names.csv', districts: ['余杭区', '滨江区', '萧山区'], rejected: { elsewhere: 3 }, sums: { '产值（亿元）': 6 } },
  { file: '50-empty-lonlat-beside-pair.csv', districts: SIX },
  { file: '51-null-geometry-with-district.geojson', districts: SIX },
  { file: '52-done-of-planned.csv', districts: SIX, sums: { '投资额（亿元）': 21 } },
  { file: '59-amounts-partly-unknown.csv', districts: SIX, sums: { '投资额（亿元）': 9.2 } }
];
