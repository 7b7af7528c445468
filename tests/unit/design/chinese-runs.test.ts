import { expect, it } from 'vitest';
import { chineseRuns } from '#lib/design/page/chinese-runs';

it.each([
  ['no Chinese at all (2024)', ['no Chinese at all (2024)']],
  ['Core (核)', ['Core (', '核', ')']],
  ['under 杭政办函〔2022〕59号, of 2022', ['under ', '杭政办函〔2022〕59号', ', of 2022']],
  ['“And others” (等, 等地)', ['“And others” (', '等', ', ', '等地', ')']],
  ['国家（浙江）新药安全评价研究中心 and 三（七）2', ['', '国家（浙江）新药安全评价研究中心', ' and ', '三（七）', '2']],
  ['', ['']]
])('cuts “%s” where Chinese begins and ends', (text, runs) => {
  expect(chineseRuns(text)).toEqual(runs);
  expect(chineseRuns(text).join('')).toBe(text);
});
