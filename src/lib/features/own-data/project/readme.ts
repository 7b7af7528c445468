/*
 * The README of a project: in both languages, whoever saved it, for it may reach somebody who reads the other. Messages have only the page's.
 */

/** @param address of the page that opens the project @param layers their names, topmost first, with their rows */
export function readme(address: string, layers: readonly Readonly<{ name: string; rows: number }>[], saved: Date): string {
  const list = layers.map(({ name, rows }, i) => `  ${i + 1}  ${name.replace(/\p{Cc}+/gu, ' ')} (${rows})`);
  const at = `${saved.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return [
    '这是一份自己数据的项目',
    '',
    '在下面这个网页上打开整个 ZIP（拖到页面上即可），图层、颜色、顺序和数据都和保存时一样。文件只在浏览器里读取，不上传。',
    `  ${address}`,
    '',
    'CSV 文件可以直接用 Excel 或 WPS 打开，一个图层一份：原文件行号、原有各列、归入区划代码、WGS 84 经纬度、定位方式、备注。',
    '  定位方式：point 自带坐标；place 按地点名；county 按区县；prefecture 只知道设区市；address 按地址中的区县',
    '  备注：otherDistrict 坐标与所写区县不符；readAs 按旧名、开发区或乡镇归入；exchanged 经纬度曾对调',
    '没有读入的行另存一份，写明原因。文本如以 = + - @ 开头，前面加一个撇号，表格软件就不会当成公式。',
    'CSV 改动后，网页不再打开整个 ZIP：要用改动后的内容，请把那份 CSV 单独拖到页面上。',
    '',
    '',
    'A project of own data',
    '',
    'Open the whole ZIP on this page (drop it there): layers, colours, order and rows are as they were saved. It is read in the browser only; nothing is uploaded.',
    `  ${address}`,
    '',
    'The CSV files open in Excel or WPS, one for each layer: line in the original file, its own columns, district code, WGS 84 longitude and latitude, placed by, notes.',
    '  placed by: point = own coordinates; place = a place’s name; county = the district; prefecture = the city alone; address = the district in an address',
    '  notes: otherDistrict = the coordinates lie in another district than the row says; readAs = placed by a former name, a development zone or a town; exchanged = longitude and latitude were exchanged',
    'Rows that were left out have a file of their own, with the reasons. A text that begins with = + - or @ has an apostrophe before it, so that no spreadsheet takes it for a formula.',
    'Once a CSV has been changed the page no longer opens the ZIP as a project: to use what it says now, drop that CSV there by itself.',
    '',
    '',
    at,
    ...list,
    ''
  ].join('\r\n');
}
