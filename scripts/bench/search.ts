import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { prepareSearch } from '../../src/lib/domain/search-index';
import type { SearchIndex } from '../../src/lib/domain/search-index';
import { search } from '../../src/lib/domain/search';

/*
 * Time per keystroke of the site's search: every query is typed letter by letter into the built index.
 * `npx tsx scripts/bench/search.ts` after `npm run geodata`.
 */
const FILE = 'static/data/v1/search.json';
const QUERIES = [
  ...[
    '合成生物',
    '钱塘',
    '中国医药港',
    '天目医药港',
    '磐安',
    '舟山',
    '内窥镜',
    '细胞和基因治疗',
    '抗体偶联药物',
    '现代中药',
    '山区26县',
    '一核两带两圈',
    '行动计划',
    '药'
  ],
  ...['qiantang', 'hechengshengwu', 'yueqing', 'changxing', 'taizhou', 'lishui', 'quzhou', 'xiaoshan', 'liandu', 'jingning', 'tianmu', 'zhongyao', 'qian tang'],
  ...['qt', 'hcsw', 'yhlqlq', 'zgyyg', 'hzyyg', 'tmyyg', 'xdzy', 'nkj'],
  ...[
    'synbio',
    'synthetic biology',
    'endoscope',
    'vaccines',
    'medical devices',
    'cell and gene therapy',
    'contract manufacturing',
    'Class 1 new drugs',
    "Pan'an"
  ],
  ...['qiantnag', 'bingjiang', 'tiamnu', 'xiaohsan', 'hangzuo', 'synthteic', 'biologcis', 'pharmaceutcial port', 'endosocpe', 'vacciens'],
  ...['M3', 'M3用地', 'CDMO', '临安M3', '钱塘 synthetic', '39号', '2026年', 'zzzzzzzzzzzz', 'qwertyuiopasdf']
];

if (!existsSync(FILE)) throw new Error(`${FILE} is missing: run npm run geodata`);
const text = readFileSync(FILE, 'utf8');
const started = performance.now();
const searchable = prepareSearch(JSON.parse(text) as SearchIndex);
const prepared = performance.now() - started;

type Keystroke = Readonly<{ query: string; wall: number; cpu: number }>;

/** Processor time beside the clock's: a machine busy with other work stretches only the latter. */
function measure(): Keystroke[] {
  return QUERIES.flatMap((query) =>
    [...query].map((_, i, letters) => {
      const typed = letters.slice(0, i + 1).join('');
      const [before, used] = [performance.now(), process.cpuUsage()];
      search(searchable, typed);
      return { query: typed, wall: performance.now() - before, cpu: process.cpuUsage(used).user / 1000 };
    })
  );
}

const round = (ms = 0) => ms.toFixed(1);
console.log(`${searchable.all.length} entries, ${gzipSync(text).length} bytes gzip; read and prepared in ${round(prepared)} ms`);
for (const name of ['first run (cold)', 'second run', 'third run']) {
  const times = measure();
  for (const clock of ['cpu', 'wall'] as const) {
    const sorted = times.toSorted((a, b) => a[clock] - b[clock]);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    const figures = `median ${round(at(0.5)?.[clock])} ms, p95 ${round(at(0.95)?.[clock])} ms, max ${round(at(1)?.[clock])} ms (“${at(1)?.query ?? ''}”)`;
    console.log(`${name}, ${clock}: ${times.length} keystrokes of ${QUERIES.length} queries, ${figures}`);
  }
}
