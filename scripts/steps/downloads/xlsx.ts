import { unzipSync, zipSync } from 'fflate';
import writeXlsx from 'write-excel-file/node';
import type { SheetData } from 'write-excel-file/node';
import type { Text } from '#lib/schema/common';
import type { Cell, Table } from './table';

/** Excel refuses longer texts. */
const LONGEST_CELL = 32_767;
/** A zip holds times; a fixed one keeps the file, and so its checksum, the same for the same data. */
const FIXED_TIME = new Date(1980, 0, 1);

type About = Readonly<{ title: Text; version: string; day: string }>;

/** The tables as one workbook, a sheet each, behind a sheet that says what every column holds. */
export async function toXlsx(tables: readonly Table[], about: About): Promise<Uint8Array> {
  const sheets = [aboutSheet(tables, about), ...tables.map(sheet)];
  const written = await writeXlsx(sheets).toBuffer();
  return zipSync(unzipSync(written), { mtime: FIXED_TIME });
}

const heading = (value: string) => ({ value, type: String, fontWeight: 'bold' as const, backgroundColor: '#E9ECE9' });
// every text is typed as text, so none can become a formula
const cell = (value: Cell) =>
  value === undefined || value === '' ? null : typeof value === 'number' ? { value, type: Number } : { value: value.slice(0, LONGEST_CELL), type: String };

function sheet({ name, columns, rows }: Table) {
  const data: SheetData = [columns.map(({ key }) => heading(key)), ...rows.map((row) => row.map(cell))];
  return { sheet: name, data, stickyRowsCount: 1, columns: columns.map(({ key }) => ({ width: widthOf(key) })) };
}

const widthOf = (key: string): number => (/_(zh|en)$/.test(key) ? 32 : 16);

function aboutSheet(tables: readonly Table[], { title, version, day }: About) {
  const line = (...texts: string[]) => texts.map(cell);
  const data: SheetData = [
    [heading(title.zh), heading(title.en)],
    line('数据版本', 'Data version', version),
    line('文件状态截至', 'Status of documents on', day),
    line('坐标：WGS 84，度', 'Coordinates: WGS 84, degrees'),
    [null],
    [heading('表'), heading('Table'), heading('column'), heading('内容'), heading('Contents')],
    ...tables.flatMap((table) => table.columns.map(({ key, about }) => line(`${table.title.zh} ${table.name}`, table.title.en, key, about.zh, about.en)))
  ];
  return { sheet: 'about', data, columns: [{ width: 24 }, { width: 24 }, { width: 24 }, { width: 48 }, { width: 48 }] };
}
