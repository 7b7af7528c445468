const PLAN = 'documents/demo-plan';

/** A mistake that authors of packs make: which text of which file becomes which, or bytes that a file is written in. */
export type Mistake = Readonly<{
  what: string;
  file: string;
  edit: (text: string) => string;
  /** in this encoding instead of UTF-8 */
  bytes?: (text: string) => Buffer;
  zh: string;
  en: string;
}>;

const replace =
  (from: string, to: string) =>
  (text: string): string => {
    if (!text.includes(from)) throw new Error(`there is no “${from}” to replace`);
    return text.replace(from, to);
  };

/** Chinese characters of the demo pack's units as GBK has them. */
const GBK: Readonly<Record<string, readonly number[]>> = { 只: [0xd6, 0xbb], 万: [0xcd, 0xf2], 元: [0xd4, 0xaa] };
const inGbk = (text: string): Buffer => Buffer.concat([...text].map((sign) => Buffer.from(GBK[sign] ?? [sign.charCodeAt(0)])));

export const MISTAKES: readonly Mistake[] = [
  {
    what: 'a typo in a field',
    file: `${PLAN}/targets.yaml`,
    edit: replace('wording:', 'wordng:'),
    zh: 'documents/demo-plan/targets.yaml:11 第 1 个目标（demo-output） → wordng：没有“wordng”这个字段，应为 wording',
    en: 'documents/demo-plan/targets.yaml:11 target 1 (demo-output) → wordng: there is no field "wordng"; write wording'
  },
  {
    what: 'a typo in a field that need not be there',
    file: `${PLAN}/zones.yaml`,
    edit: replace('sectors: [kites]', 'sector: [kites]'),
    zh: 'documents/demo-plan/zones.yaml:26 第 1 个片区（demo-core） → sector：没有“sector”这个字段，应为 sectors',
    en: 'documents/demo-plan/zones.yaml:26 zone 1 (demo-core) → sector: there is no field "sector"; write sectors'
  },
  {
    what: 'a code of another region',
    file: `${PLAN}/zones.yaml`,
    edit: replace('"320508"', '"330106"'),
    zh: 'documents/demo-plan/zones.yaml:25 第 1 个片区（demo-core） → units 第 1 项：本数据包的区域里没有区划代码“330106”；最接近的是 320585 太仓市、320583 昆山市、320582 张家港市',
    en: 'documents/demo-plan/zones.yaml:25 zone 1 (demo-core) → units 1: unknown adcode "330106" in this pack\'s region; nearest are 320585 太仓市, 320583 昆山市, 320582 张家港市'
  },
  {
    what: 'a missing unit',
    file: `${PLAN}/targets.yaml`,
    edit: replace('  unit: kites\n', ''),
    zh: 'documents/demo-plan/targets.yaml:1 第 1 个目标（demo-output） → unit：缺少，要写 units.yaml 里的一个 id',
    en: 'documents/demo-plan/targets.yaml:1 target 1 (demo-output) → unit: missing; write an id of units.yaml'
  },
  {
    what: 'longitude and latitude exchanged',
    file: `${PLAN}/places.csv`,
    edit: replace('120.62,31.31', '31.31,120.62'),
    zh: 'documents/demo-plan/places.csv:2 lon 列：经度和纬度写反了：lon 写经度（73 到 136），lat 写纬度（3 到 54）',
    en: 'documents/demo-plan/places.csv:2 lon: lon and lat are exchanged: the longitude (73 to 136) goes into lon, the latitude (3 to 54) into lat'
  },
  {
    what: 'a day written as people do',
    file: `${PLAN}/document.yaml`,
    edit: replace('issued: 2026-01-01', 'issued: 2026年1月1日'),
    zh: 'documents/demo-plan/document.yaml:6 issued：“2026年1月1日”不对：写 2026-01-01',
    en: 'documents/demo-plan/document.yaml:6 issued: "2026年1月1日" does not fit: write 2026-01-01'
  },
  {
    what: 'a day that no calendar has',
    file: `${PLAN}/document.yaml`,
    edit: replace('issued: 2026-01-01', 'issued: 2025-02-30'),
    zh: 'documents/demo-plan/document.yaml:6 issued：日历上没有 2025-02-30 这一天',
    en: 'documents/demo-plan/document.yaml:6 issued: there is no 2025-02-30 in the calendar'
  },
  {
    what: 'days out of order',
    file: `${PLAN}/document.yaml`,
    edit: replace('issued: 2026-01-01', 'issued: 2026-01-01\npublished: 2025-12-01'),
    zh: 'documents/demo-plan/document.yaml:7 published：published（2025-12-01）早于 issued（2026-01-01）：改其中一个',
    en: 'documents/demo-plan/document.yaml:7 published: published (2025-12-01) is before issued (2026-01-01): one of them is wrong'
  },
  {
    what: 'an id twice, of an entry that was copied',
    file: `${PLAN}/zones.yaml`,
    edit: (text) => text + text.slice(text.indexOf('  - id: demo-north-wing'), text.indexOf('  - id: demo-lake-wing')),
    zh: 'documents/demo-plan/zones.yaml:51：片区的 id“demo-north-wing”用了两次（第一次在 documents/demo-plan/zones.yaml:29）：给其中一个换个 id',
    en: 'documents/demo-plan/zones.yaml:51: the zone id "demo-north-wing" is used twice (first in documents/demo-plan/zones.yaml:29): give one of them another'
  },
  {
    what: 'a tab',
    file: 'units.yaml',
    edit: replace('  name: { zh: "只"', '\tname: { zh: "只"'),
    zh: 'units.yaml:2：行首用了制表符（Tab）：改成空格，每一级两个',
    en: 'units.yaml:2: the line begins with a tab: write spaces, two for each level'
  },
  {
    what: 'a full-width colon',
    file: `${PLAN}/targets.yaml`,
    edit: replace('unit: kites', 'unit：kites'),
    zh: 'documents/demo-plan/targets.yaml:8：unit 后面是全角冒号“：”：改成半角冒号加一个空格，unit: …',
    en: 'documents/demo-plan/targets.yaml:8: unit is followed by a full-width colon (：): write a plain one and a space, unit: …'
  },
  {
    what: 'a full-width colon in braces',
    file: `${PLAN}/zones.yaml`,
    edit: replace('{ zh: "核心"', '{ zh： "核心"'),
    zh: 'documents/demo-plan/zones.yaml:11：zh 后面是全角冒号“：”：改成半角冒号加一个空格，zh: …',
    en: 'documents/demo-plan/zones.yaml:11: zh is followed by a full-width colon (：): write a plain one and a space, zh: …'
  },
  {
    what: 'a file in GBK',
    file: 'units.yaml',
    edit: (text) => text,
    bytes: inGbk,
    zh: 'units.yaml:6：文件是 GBK 编码：请另存为 UTF-8（Excel 选“CSV UTF-8（逗号分隔）”，记事本在“另存为”里选编码 UTF-8）',
    en: 'units.yaml:6: the file is in GBK: save it again as UTF-8 (in Excel “CSV UTF-8 (comma delimited)”, in Notepad “Save as” with the encoding UTF-8)'
  },
  {
    what: 'a missing column',
    file: `${PLAN}/places.csv`,
    edit: (text) => withoutColumn(text, 'kind'),
    zh: 'documents/demo-plan/places.csv:1：表头缺少 kind 列',
    en: 'documents/demo-plan/places.csv:1: the column kind is missing'
  },
  {
    what: 'a column misspelt',
    file: `${PLAN}/places.csv`,
    edit: replace(',lon,', ',long,'),
    zh: 'documents/demo-plan/places.csv:1：没有“long”这一列，应为 lon',
    en: 'documents/demo-plan/places.csv:1: there is no column "long"; write lon'
  },
  {
    what: 'a wrong operator',
    file: `${PLAN}/targets.yaml`,
    edit: replace('operator: ">="', 'operator: "≥"'),
    zh: 'documents/demo-plan/targets.yaml:6 第 1 个目标（demo-output） → operator：“≥”不在可选之列：写 >=',
    en: 'documents/demo-plan/targets.yaml:6 target 1 (demo-output) → operator: "≥" is none of the options: write >='
  },
  {
    what: 'a place outside its district',
    file: `${PLAN}/places.csv`,
    edit: replace('120.62,31.31', '120.95,31.38'),
    zh: 'documents/demo-plan/places.csv:2 adcode 列：地点“demo-kite-park”（120.95, 31.38）在 320583 昆山市 内，不在所写的 320508：改 adcode，或改经纬度（WGS 84；高德、腾讯、百度取的点要先转换）',
    en: 'documents/demo-plan/places.csv:2 adcode: place "demo-kite-park" (120.95, 31.38) lies in 320583 昆山市, not in its district 320508: change adcode, or the position (WGS 84; points from Chinese web maps must be converted)'
  },
  {
    what: 'a clause that is not there',
    file: `${PLAN}/targets.yaml`,
    edit: replace('clause: "一"', 'clause: "三"'),
    zh: 'documents/demo-plan/targets.yaml:2 第 1 个目标（demo-output） → clause：文件“demo-plan”没有条款“三”：写 document.yaml 所列的条款（一、二、附），或在那里补上',
    en: 'documents/demo-plan/targets.yaml:2 target 1 (demo-output) → clause: document "demo-plan" has no clause "三": write one of those in its document.yaml (一, 二, 附), or add it there'
  },
  {
    what: 'no clause',
    file: `${PLAN}/targets.yaml`,
    edit: replace('  clause: "一"\n', ''),
    zh: 'documents/demo-plan/targets.yaml:1 第 1 个目标（demo-output） → clause：缺少，要写 document.yaml 里的一个 id',
    en: 'documents/demo-plan/targets.yaml:1 target 1 (demo-output) → clause: missing; write an id of document.yaml'
  },
  {
    what: 'a zone without units',
    file: `${PLAN}/zones.yaml`,
    edit: replace('    units: ["320581", "320582"]\n', ''),
    zh: 'documents/demo-plan/zones.yaml:29 第 2 个片区（demo-north-wing）：片区“demo-north-wing”没有写成员：写 units（区划代码清单）或 unitGroup；文件没有列出成员的，写 membership: unknown',
    en: 'documents/demo-plan/zones.yaml:29 zone 2 (demo-north-wing): zone "demo-north-wing" has no units: write units (a list of codes) or unitGroup, or membership: unknown where the document names no members'
  },
  {
    what: 'a story to a zone that was removed',
    file: `${PLAN}/zones.yaml`,
    edit: (text) => text.slice(0, text.indexOf('  - id: demo-lake-wing')),
    zh: 'stories.yaml:11 第 1 个导读（demo-walk） → 第 2 个步骤 → focus → zones 第 1 项：没有“demo-lake-wing”这个片区：写已有的 id，或把这一处去掉',
    en: 'stories.yaml:11 story 1 (demo-walk) → step 2 → focus → zones 1: unknown zone "demo-lake-wing": write the id of one that is there, or take this out'
  },
  {
    what: 'parents in a circle',
    file: 'sectors.yaml',
    edit: replace('- id: kites\n', '- id: kites\n  parent: kite-frames\n'),
    zh: 'sectors.yaml:2 第 1 个产业（kites） → parent：上下级成了一圈（kites → kite-frames → kites），“kites”成了自己的上级：去掉其中一处',
    en: 'sectors.yaml:2 sector 1 (kites) → parent: "kites" is above itself (kites → kite-frames → kites): take out one of these steps'
  },
  {
    what: '亿 in a value',
    file: `${PLAN}/targets.yaml`,
    edit: replace('value: 1000', 'value: 1,000亿'),
    zh: 'documents/demo-plan/targets.yaml:7 第 1 个目标（demo-output） → value：“1,000亿”不是数字：只写 1000，“亿”写在 unit 里（如 unit: yi-yuan）',
    en: 'documents/demo-plan/targets.yaml:7 target 1 (demo-output) → value: "1,000亿" is no number: write 1000 alone, and put 亿 into unit (for example unit: yi-yuan)'
  },
  {
    what: 'digits of full width',
    file: `${PLAN}/targets.yaml`,
    edit: replace('value: 1000', 'value: １０００'),
    zh: 'documents/demo-plan/targets.yaml:7 第 1 个目标（demo-output） → value：“１０００”不是数字：只写 1000',
    en: 'documents/demo-plan/targets.yaml:7 target 1 (demo-output) → value: "１０００" is no number: write 1000 alone'
  },
  {
    what: 'a code without quotes',
    file: `${PLAN}/zones.yaml`,
    edit: replace('units: ["320508"]', 'units: [320508]'),
    zh: 'documents/demo-plan/zones.yaml:25 第 1 个片区（demo-core） → units 第 1 项：要加引号：写 "320508"',
    en: 'documents/demo-plan/zones.yaml:25 zone 1 (demo-core) → units 1: it needs quotes: write "320508"'
  },
  {
    what: 'a range from more to less',
    file: `${PLAN}/targets.yaml`,
    edit: replace('value: 1000', 'value: 1000\n  upper: 800'),
    zh: 'documents/demo-plan/targets.yaml:8 第 1 个目标（demo-output） → upper：“demo-output”的上限 800 不大于下限 1000：小的写 value，大的写 upper',
    en: 'documents/demo-plan/targets.yaml:8 target 1 (demo-output) → upper: the range of "demo-output" ends at 800, not above 1000: the lower end is value, the upper one is upper'
  },
  {
    what: 'a tier that the layout does not have',
    file: `${PLAN}/zones.yaml`,
    edit: replace('    tier: core\n', '    tier: park\n'),
    zh: 'documents/demo-plan/zones.yaml:20 第 1 个片区（demo-core） → tier：片区“demo-core”的层级 park 不在布局“demo-two-wings”的 tiers 里：写 core、belt 之一，或在布局里补上',
    en: 'documents/demo-plan/zones.yaml:20 zone 1 (demo-core) → tier: zone "demo-core" is a park, which is no tier of its layout "demo-two-wings": write one of core, belt, or add it to the layout'
  }
];

/** A table without one of its columns; its cells hold no quoted commas before that column. */
function withoutColumn(text: string, name: string): string {
  const [header = '', ...rows] = text.split('\n');
  const at = header.split(',').indexOf(name);
  return [header, ...rows].map((row) => (row === '' ? row : row.split(',').toSpliced(at, 1).join(','))).join('\n');
}
