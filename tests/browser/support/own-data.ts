import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';

/** Four rows that can be placed, one of them by its district only, and three that cannot. */
export const ROWS: readonly (readonly string[])[] = [
  ['名称', '区县', '经度', '纬度', '产值'],
  ['甲企业', '钱塘区', '120.345', '30.335', '10'],
  ['乙企业', '钱塘区', '120.350', '30.330', ''],
  ['丙企业', '西湖区', '120.075', '30.130', '5.5'],
  ['丁企业', '萧山区', '', '', '4'],
  ['戊企业', '火星区', '', '', '100'],
  ['=1+1', '', '', '', '100'],
  ['己企业', '', '190', '95', '100']
];

/** The page's words in both languages. */
export const languages = [
  {
    path: '/data/',
    import: '导入',
    pick: '选择文件',
    kept: '读入 4 行',
    rejected: '剔除 3 行',
    download: '下载剔除的行（CSV）',
    byZone: /^按片区汇总/,
    byDistrict: '按区县汇总',
    total: '合计（不重复）',
    figure: '数值',
    sum: '产值，合计',
    qiantang: /^钱塘区/,
    xiaoshan: /^萧山区/,
    layout: '底图上的布局',
    shared: /每行只计一次。其中 4 行.*相加是 12/,
    keep: '保存在本浏览器（默认不保存）',
    saved: '保存在本浏览器的数据',
    open: /^打开/,
    rename: '给 plots.csv 改名',
    newName: '新名称',
    saveName: '确定',
    letGo: '松开即可读取',
    remove: /^删除/,
    sure: '确定删除',
    actuals: '放入填好的模板',
    reported: '您报告的实际值与文件目标',
    unit: '单位不同，不比较',
    sample: '用示例试一试',
    private: '数据不离开本浏览器。',
    gcj: /GCJ-02/,
    modes: ['六边形网格', '按区县', '按片区'],
    line: '文件第 2 行'
  },
  {
    path: '/en/data/',
    import: 'Import',
    pick: 'Choose a file',
    kept: '4 rows read',
    rejected: '3 rows rejected',
    download: 'Download the rejected rows (CSV)',
    byZone: /^By zone/,
    byDistrict: 'By district',
    total: 'Total, each row once',
    figure: 'Figure',
    sum: '产值, sum',
    qiantang: /^Qiantang/,
    xiaoshan: /^Xiaoshan/,
    layout: 'Background layout',
    shared: /each counted once\. .*zones: 4;.*add up to 12/,
    keep: 'Keep it in this browser (not kept by default)',
    saved: 'Kept in this browser',
    open: /^Open (?!the )/,
    rename: 'Rename plots.csv',
    newName: 'New name',
    saveName: 'Save name',
    letGo: 'Release to read the file',
    remove: /^Delete /,
    sure: 'Yes, delete',
    actuals: 'Open the completed template',
    reported: 'Values reported by you, beside the documents’ targets',
    unit: 'another unit: not compared',
    sample: 'Try it with a sample',
    private: 'Nothing leaves this browser.',
    gcj: /GCJ-02/,
    modes: ['Hexagons', 'By district', 'By zone'],
    line: 'Line 2 of the file'
  }
] as const;

/** A text in GBK, which Node cannot write: the inverse of what it can read. */
export function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (low !== 0x7f && character.length === 1) codes.set(character, [high, low]);
    }
  }
  return Buffer.from([...text].flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : (codes.get(character) ?? [0x3f]))));
}

/** Rows as CSV; no cell of them needs quotes. */
export const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\r\n');
/** A downloaded file's text. */
export const saved = async (download: Download) => readFile(await download.path(), 'utf8');

/** Hand a file to the page. @param label of the file field */
export async function bring(page: Page, label: string, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel(label, { exact: true }).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}
/** Drag a file over the page from another window and, after a look at the page, let go of it. */
export async function drop(page: Page, name: string, text: string, look: () => Promise<void>): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName));
      return transfer;
    },
    [name, text] as const
  );
  await page.dispatchEvent('h1', 'dragenter', { dataTransfer });
  await page.dispatchEvent('h1', 'dragover', { dataTransfer });
  await look();
  await page.dispatchEvent('h1', 'drop', { dataTransfer });
  await dataTransfer.dispose();
}
/** A figure of a table: the row by its name, the column by its number after the name. */
export const cell = (page: Page, region: string | RegExp, row: string | RegExp, column: number) =>
  page
    .getByRole('region', { name: region })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: row }) })
    .getByRole('cell')
    .nth(column);
