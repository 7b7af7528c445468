import { prepareSearch } from '#lib/features/search/entries';
import type { SearchIndex } from '#lib/features/search/entries';
import { search } from '#lib/features/search/find';
import { atMost } from '../tools/row';
import type { Row } from '../tools/row';
import { readData } from '../tools/sample';
import { quantile } from '../tools/stats';
import type { Context } from './context';

/* Time per keystroke of the site's search, in Node: every query is typed letter by letter into the built index. */
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

export function measureSearch({ runs, say }: Pick<Context, 'runs' | 'say'>): Promise<Row[]> {
  const figures = { prepared: [] as number[], median: [] as number[], p95: [] as number[], most: [] as number[] };
  const text = readData('search.json') as SearchIndex;
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    const searchable = prepareSearch(text);
    figures.prepared.push(performance.now() - started);
    const times = QUERIES.flatMap((query) =>
      [...query].map((_, i, letters) => {
        const typed = letters.slice(0, i + 1).join('');
        const before = performance.now();
        search(searchable, typed);
        return performance.now() - before;
      })
    );
    figures.median.push(quantile(times, 0.5));
    figures.p95.push(quantile(times, 0.95));
    figures.most.push(Math.max(...times));
    say(`search, run ${run + 1}: ${times.length} keystrokes of ${QUERIES.length} queries, p95 ${quantile(times, 0.95).toFixed(1)} ms`);
  }
  return Promise.resolve([
    { what: 'search: preparing the index', unit: 'ms', samples: { ours: figures.prepared } },
    { what: 'search: a keystroke, median', unit: 'ms', samples: { ours: figures.median } },
    { what: 'search: a keystroke, p95', unit: 'ms', samples: { ours: figures.p95 }, target: atMost(30, 'ms') },
    { what: 'search: a keystroke, slowest', unit: 'ms', samples: { ours: figures.most }, target: atMost(30, 'ms') }
  ]);
}
