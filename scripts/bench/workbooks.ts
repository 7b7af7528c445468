import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, copyFileSync, createWriteStream, mkdtempSync, openAsBlob, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Zip, ZipDeflate, ZipPassThrough, strToU8 } from 'fflate';
import { openRecords } from '#lib/features/own-data/read/open-records';
import { sniff } from '#lib/features/own-data/read/sniff';
import { readDirectory } from '#lib/features/own-data/read/zip';

/*
 * XLSX from a file to rows of cells, by this importer's reader and by kept ones: time, memory, and rows right. Every run is a process of its own.
 * `npx tsx scripts/bench/workbooks.ts [megabytes …]`; 5 and 50 if none are given. Prints Markdown.
 */

const SIZES = [5, 50];
/** Rows of a megabyte, as they are written here. */
const ROWS_OF_MB = 15_000;

/** A list of firms: half of the texts shared by a few rows, half of their own, four columns of numbers. */
async function writeWorkbook(path: string, rows: number): Promise<void> {
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

/** Sizes into the heads of the parts, as programs write them that do not stream: SheetJS reads no other archives, and read-excel-file not these. */
async function stateSizes(from: string, path: string): Promise<void> {
  copyFileSync(from, path);
  const file = openSync(path, 'r+');
  for (const { offset, method, crc, packed, unpacked } of await readDirectory(await openAsBlob(path))) {
    const head = new DataView(new ArrayBuffer(20));
    head.setUint16(2, method, true);
    [crc, packed, unpacked].forEach((value, i) => head.setUint32(8 + 4 * i, value, true));
    writeSync(file, new Uint8Array(head.buffer, 0, 4), 0, 4, offset + 6);
    writeSync(file, new Uint8Array(head.buffer, 8, 12), 0, 12, offset + 14);
  }
  closeSync(file);
}

/** Rows, the header's among them, and the last cell of the last row. */
type Counted = Readonly<{ rows: number; last: unknown }>;
type Way = (path: string) => Promise<Counted>;

const WAYS: Readonly<Record<string, readonly [about: string, way: Way]>> = {
  own: [
    'this importer’s reader, in batches',
    async (path) => {
      const blob = await openAsBlob(path);
      const records = await openRecords(blob, await sniff(blob));
      let [rows, last]: [number, unknown] = [0, undefined];
      for await (const batch of records.batches()) {
        rows += batch.rows.length;
        last = batch.rows.at(-1)?.cells.at(-1) ?? last;
      }
      return { rows, last };
    }
  ],
  'read-excel-file': [
    'read-excel-file, all at once',
    async (path) => {
      const { readSheet } = await import('read-excel-file/node');
      const rows = await readSheet(path);
      return { rows: rows.length, last: rows.at(-1)?.at(-1) };
    }
  ],
  sheetjs: [
    'SheetJS, all at once',
    async (path) => {
      const { read } = await import('@e965/xlsx');
      const book = read(readFileSync(path), { dense: true, cellText: false, cellHTML: false, cellFormula: false });
      const rows = book.Sheets[book.SheetNames[0] ?? '']?.['!data'] ?? [];
      return { rows: rows.length, last: rows.at(-1)?.at(-1)?.v };
    }
  ]
};

type Measure = Counted & Readonly<{ ms: number; cpu: number; peak: number }>;

async function measure(way: Way, path: string): Promise<Measure> {
  const before = process.memoryUsage.rss();
  const used = process.cpuUsage();
  const started = performance.now();
  const counted = await way(path);
  const { user, system } = process.cpuUsage(used);
  return { ...counted, ms: performance.now() - started, cpu: (user + system) / 1000, peak: process.resourceUsage().maxRSS * 1024 - before };
}

async function main(sizes: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-workbooks-'));
  try {
    console.log('| reader | MB | rows | ms | processor ms | peak, MB |\n| --- | ---: | ---: | ---: | ---: | ---: |');
    for (const size of sizes) {
      const path = join(folder, `${size}.xlsx`);
      const stated = join(folder, `${size}-stated.xlsx`);
      await writeWorkbook(path, size * ROWS_OF_MB);
      await stateSizes(path, stated);
      for (const [id, [about]] of Object.entries(WAYS)) {
        const mb = (statSync(path).size / 1e6).toFixed(1);
        try {
          const { rows, ms, cpu, peak } = JSON.parse(
            execFileSync(process.execPath, [...process.execArgv, process.argv[1] ?? '', '--one', id, id === 'sheetjs' ? stated : path], {
              encoding: 'utf8',
              stdio: ['ignore', 'pipe', 'pipe']
            })
          ) as Measure;
          console.log(`| ${about} | ${mb} | ${rows} | ${ms.toFixed(0)} | ${cpu.toFixed(0)} | ${(peak / 1e6).toFixed(0)} |`);
        } catch (error) {
          const why = /heap out of memory|\w*Error: [^\n]*/.exec(String((error as { stderr?: string }).stderr ?? error))?.[0] ?? 'failed';
          console.log(`| ${about} | ${mb} | – | ${why} | – | – |`);
        }
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [mode, id = '', path = ''] = process.argv.slice(2);
const way = WAYS[id]?.[1];
if (mode === '--one' && way) console.log(JSON.stringify(await measure(way, path)));
else await main(process.argv.length > 2 ? process.argv.slice(2).map(Number) : SIZES);
