import { execFileSync } from 'node:child_process';
import { closeSync, copyFileSync, mkdtempSync, openAsBlob, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecords } from '#lib/features/own-data/read/open-records';
import { sniff } from '#lib/features/own-data/read/sniff';
import { readDirectory } from '#lib/features/own-data/read/zip';
import { writeWorkbook } from './tools/workbook';

/*
 * XLSX from a file to rows of cells, by this importer's reader and by kept ones: time, memory, and rows right. Every run is a process of its own.
 * `npm run bench:workbooks -- [megabytes …]`; 5 and 50 if none are given. Prints Markdown.
 */

const SIZES = [5, 50];
/** Rows of a megabyte, as they are written here. */
const ROWS_OF_MB = 15_000;

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
