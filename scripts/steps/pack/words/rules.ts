import type { Said } from '../../problem';

/** What the schema itself says of a value that breaks a rule of its own, in Chinese. A test holds the list against the schemas. */
const CHINESE: Readonly<Record<string, string>> = {
  'an id is lower-case letters, digits and single hyphens': '标识只用小写字母、数字和单个连字符',
  'an adcode is a string of six digits, e.g. "440305"': '区划代码是加引号的六位数字，如 "440305"',
  'Chinese text is missing': '缺少中文',
  'English text is missing': '缺少英文',
  'a fraction is written like 1/3': '分数写成 1/3 的样子',
  'a day is written YYYY-MM-DD': '日期写成“年-月-日”，如 2026-03-01',
  'from is after to': 'from 在 to 之后',
  'a version is year.month.number': '版本写成“年.月.序号”，如 2026.3.0',
  'a mark in Chinese is one Chinese character': '中文标记是一个汉字',
  'a mark in English is one capital letter, or a capital and a small one': '英文标记是一个大写字母，或一个大写加一个小写',
  'a document has a plan period or, where it states none, a horizon': '文件或有规划期，或在没有规划期时有目标年（horizon），不能都写',
  'years are proved by a page in sources; there is none': '年份须有 sources 中的网页证明，这里没有',
  'give one of gloss, sector, capability': 'gloss、sector、capability 三者写一个',
  'an address begins with http:// or https://': '网址以 http:// 或 https:// 开头',
  'a moment is written YYYY, YYYY-MM or YYYY-MM-DD': '时间写成 2026、2026-03 或 2026-03-01',
  'these ids are taken by the page: for, on, day, draft, documents, s, stage, land, want, near, others, named, must, invest, layouts, zones':
    '这几个标识页面已用：for、on、day、draft、documents、s、stage、land、want、near、others、named、must、invest、layouts、zones',
  'the Chinese of a term is written in Han characters': '术语的中文须有汉字',
  'degrees are decimal numbers, e.g. 120.62, or left empty': '经纬度写十进制度数，如 120.62，没有就留空',
  'lon and lat are exchanged: the longitude (73 to 136) goes into lon, the latitude (3 to 54) into lat':
    '经度和纬度写反了：lon 写经度（73 到 136），lat 写纬度（3 到 54）',
  'this position is not in China: lon is 73 to 136, lat is 3 to 54': '这个位置不在中国境内：lon 在 73 到 136 之间，lat 在 3 到 54 之间'
};

/** A rule of the schema's own in both languages; undefined if it has no Chinese. */
export const schemaRule = (en: string): Said | undefined => (Object.hasOwn(CHINESE, en) ? { zh: CHINESE[en] ?? en, en } : undefined);
