import { bring, languages, saved } from './support/own-data';
import { expect, oneScreen, test } from './support/test';

const words = languages[0];
const FILE = [
  '企业名称,省份,区县,详细地址,产值（亿元）',
  '甲,浙江省,江干区,凯旋路1号,1',
  '乙,浙江省,江干区,艮山西路2号,2',
  '丙,浙江省,富阳市,,3',
  '丁,上海市,普陀区,,4',
  '戊,浙江省,,杭州市余杭区塘栖镇5号,5'
].join('\n');

oneScreen();

test('names with a choice are chosen and read again; rows come out with their district; the form is still as it was', async ({ page }) => {
  await page.goto(words.path);
  await bring(page, words.pick, 'names.csv', Buffer.from(FILE));
  const role = page.getByRole('combobox', { name: /详细地址/ });
  await expect(role).toHaveValue('address');
  await page.getByRole('button', { name: words.import, exact: true }).click();

  // 凯旋街道 is known, 凯旋路 is a road: both rows of 江干区 wait for a choice
  await expect(page.getByText('读入 2 行')).toBeVisible();
  await expect(page.getByText('在外省市，不属于本区域')).toBeVisible();
  await page.getByRole('combobox', { name: /江干区（2 行）/ }).selectOption({ label: '上城区' });
  await page.getByRole('button', { name: '按所选重新读取' }).click();
  await expect(page.getByText('读入 4 行')).toBeVisible();

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '逐行 CSV', exact: true }).click()]);
  const rows = (await saved(download)).trim().split('\r\n');
  expect(rows).toHaveLength(5);
  expect(rows.find((row) => row.includes('甲'))).toContain('上城区');
  expect(rows.find((row) => row.includes('戊'))).toContain('临平区');
  const [book] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '逐行 XLSX', exact: true }).click()]);
  expect((await saved(book)).startsWith('PK')).toBe(true);

  await page.getByRole('button', { name: '调整列和坐标系' }).click();
  await expect(role).toHaveValue('address');
  await role.selectOption('text');
  await page.getByRole('button', { name: words.import, exact: true }).click();
  await expect(page.getByText('读入 3 行')).toBeVisible();
});
