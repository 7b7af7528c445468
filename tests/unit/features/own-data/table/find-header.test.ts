import { describe, expect, it } from 'vitest';
import { findHeader } from '#lib/features/own-data/table/find-header';

/** Rows as they are written in a test: cells between bars, blank ones empty. */
const rows = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split('|'));

const DATA = `1|甲|西湖区|120.1|30.2|10|5
2|乙|余杭区|119.9|30.3|11|6
3|丙|滨江区|120.2|30.1|12|7`;
const NAMES = ['序号', '名称', '区县', '经度', '纬度', '总投资（亿元）', '完成投资（亿元）'];

describe('a header', () => {
  it.each([
    [
      'units in a row of their own',
      `序号|名称|区县|经度|纬度|总投资|完成投资\n|||度|度|亿元|（亿元）\n${DATA}`,
      2,
      ['序号', '名称', '区县', '经度（度）', '纬度（度）', '总投资（亿元）', '完成投资（亿元）']
    ],
    ['names under headings, blank below', `序号|名称|建设地点|||投资情况|\n||区县|坐标||总投资|完成投资\n|||经度|纬度|（亿元）|（亿元）\n${DATA}`, 3, NAMES],
    [
      'the same with merged cells repeated',
      `序号|名称|建设地点|||投资情况|\n序号|名称|区县|坐标||总投资|完成投资\n序号|名称|区县|经度|纬度|（亿元）|（亿元）\n${DATA}`,
      3,
      NAMES
    ],
    ['a title, who reports and the unit above', `附件2||||||\n填报单位：某局||||单位：亿元||\n${NAMES.join('|')}\n${DATA}`, 3, NAMES],
    ['the unit alone above', `||||||单位：万元\n${NAMES.join('|')}\n${DATA}`, 2, NAMES],
    ['numbers of the columns below', `${NAMES.join('|')}\n1|2|3|4|5|6|7\n${DATA}`, 2, NAMES],
    ['numbers of the columns behind 甲 and 乙', `${NAMES.join('|')}\n甲|乙|丙|1|2|3|4\n${DATA}`, 2, NAMES],
    ['English below Chinese', `${NAMES.join('|')}\nid|name|district|lng|lat|total|done\n${DATA}`, 2, NAMES],
    ['types below names', `${NAMES.join('|')}\nint|string|string|double|double|double|double\n${DATA}`, 2, NAMES],
    ['a placeholder in the first row of data', `${NAMES.join('|')}\n1|甲|西湖区|120.1|30.2|待定|—\n${DATA}`, 1, NAMES],
    ['years over figures', `区县|2022|2023\n西湖区|10|11\n余杭区|12|13`, 1, ['区县', '2022', '2023']],
    [
      'headings that tell names apart',
      `区县|2022年||2023年|\n|产值|税收|产值|税收\n西湖区|10|1|11|2\n余杭区|12|1|13|2\n滨江区|5|1|6|2`,
      2,
      ['区县', '2022年 产值', '2022年 税收', '2023年 产值', '2023年 税收']
    ],
    [
      'years under headings',
      `区县|产值||税收|\n|2022|2023|2022|2023\n西湖区|10|11|1|2\n余杭区|12|13|1|2\n滨江区|5|6|1|2`,
      2,
      ['区县', '产值 2022', '产值 2023', '税收 2022', '税收 2023']
    ],
    ['no header at all', DATA, 0, ['1', '2', '3', '4', '5', '6', '7']],
    ['words only', `名称|区县\n甲|西湖区\n乙|余杭区`, 1, ['名称', '区县']],
    ['blank cells in words', `名称|区县|备注\n甲|西湖区|\n乙||好`, 1, ['名称', '区县', '备注']]
  ])('%s', (_, text, headerRows, header) => expect(findHeader(rows(text))).toMatchObject({ headerRows, header }));

  it('keeps what stands above it', () => {
    expect(findHeader(rows(`附件2  2024年情况表||||||\n填报单位：某局||||单位：亿元||\n${NAMES.join('|')}\n${DATA}`)).titles).toEqual([
      '附件2 2024年情况表',
      '填报单位：某局 · 单位：亿元'
    ]);
  });
});
