import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportContext } from '#lib/features/own-data/table/import-context';

/** The built data that samples are made from and that rows are joined to. */
export const DATA = 'static/data/v1';
export const readData = (file: string): unknown => JSON.parse(readFileSync(join(DATA, file), 'utf8'));
export type Unit = ImportContext['units'][number];

/** Rows as an office would export them: quoted names and districts, coordinates within some kilometres of the district's label point. Always the same rows. */
export function writeSample(file: string, rows: number): void {
  const counties = (readData('admin.json') as Unit[]).filter(({ level }) => level === 'county');
  let seed = 1;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const lines = ['"name","district","lon","lat","output"'];
  for (let i = 0; i < rows; i++) {
    const { name, label } = counties[Math.floor(random() * counties.length)] as Unit;
    const place = label.map((degrees) => (degrees + (random() - 0.5) / 10).toFixed(5)).join(',');
    lines.push(`"Plant ${i}","${name.zh}",${place},${(random() * 1000).toFixed(1)}`);
  }
  writeFileSync(file, `${lines.join('\n')}\n`);
}
