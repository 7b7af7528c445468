import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Zip, ZipDeflate, ZipPassThrough, strToU8 } from 'fflate';

/** A list of firms: half of the texts shared by a few rows, half of their own, four columns of numbers. */
export async function writeWorkbook(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path);
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    out.write(chunk);
  });
  const part = (name: string, text: string) => {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    entry.push(strToU8(text), true);
  };
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (list: readonly string[]) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const override = (name: string, type: string) => `<Override PartName="/xl/${name}.xml" ContentType="${kind}.${type}+xml"/>`;
  part(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('worksheets/sheet1', 'worksheet')}${override('sharedStrings', 'sharedStrings')}${override('styles', 'styles')}</Types>`
  );
  part('_rels/.rels', relations([relation('a', 'officeDocument', 'xl/workbook.xml')]));
  part(
    'xl/_rels/workbook.xml.rels',
    relations([relation('b', 'worksheet', 'worksheets/sheet1.xml'), relation('c', 'sharedStrings', 'sharedStrings.xml'), relation('d', 'styles', 'styles.xml')])
  );
  part(
    'xl/workbook.xml',
    `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A" sheetId="1" r:id="b"/></sheets></workbook>`
  );
  part(
    'xl/styles.xml',
    `<?xml version="1.0"?><styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" xfId="0"/></cellXfs></styleSheet>`
  );
  const stream = async (name: string, pieces: Iterable<string>) => {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    for (const piece of pieces) {
      entry.push(strToU8(piece));
      if (out.writableNeedDrain) await once(out, 'drain');
    }
    entry.push(new Uint8Array(), true);
  };
  const header = ['name', 'street', 'lon', 'lat', 'output', 'staff'];
  const own = Math.floor(rows / 2);
  function* texts() {
    yield `<?xml version="1.0"?><sst xmlns="${main}">${header.map((text) => `<si><t>${text}</t></si>`).join('')}`;
    for (let i = 0; i < own; i++) yield `<si><t>浙江第${i}制药有限公司${(i * 7919) % 9973}</t></si>`;
    for (let i = 0; i < 500; i++) yield `<si><t>文一西路${i}号</t></si>`;
    yield '</sst>';
  }
  function* cells() {
    yield `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData><row r="1">${header.map((_, c) => `<c r="${'ABCDEF'[c] ?? ''}1" t="s"><v>${c}</v></c>`).join('')}</row>`;
    for (let i = 0; i < rows; i++) {
      const r = i + 2;
      yield `<row r="${r}"><c r="A${r}" t="s"><v>${6 + (i % own)}</v></c><c r="B${r}" t="s"><v>${6 + own + (i % 500)}</v></c><c r="C${r}"><v>${(118 + ((i * 7919) % 4_000_003) / 1e6).toFixed(6)}</v></c><c r="D${r}"><v>${(27 + ((i * 104_729) % 4_000_037) / 1e6).toFixed(6)}</v></c><c r="E${r}"><v>${((i * 31_337) % 1_000_003) / 100}</v></c><c r="F${r}"><v>${(i * 17) % 997}</v></c></row>`;
    }
    yield '</sheetData></worksheet>';
  }
  await stream('xl/sharedStrings.xml', texts());
  await stream('xl/worksheets/sheet1.xml', cells());
  zip.end();
  await new Promise<void>((resolve, reject) => out.end((error?: Error | null) => (error ? reject(error) : resolve())));
}
