import { bring, cell } from './support/own-data';
import { expect, oneScreen, test } from './support/test';

test.describe('what a column is', () => {
  oneScreen();

  const rows = [
    '公司;信用代码;区县;经度_高德;纬度_高德;坐标;产值',
    '甲;91330100799655058B;西湖区;120,068;30,144;;1,125',
    '乙;91440300708461136T;滨江区;120,185;30,182;;待定',
    '丙;91110000802100433B;滨江区;120,185;30,182;;2,125'
  ].join('\n');

  test('is said with its reason; commas that may be decimal signs are a choice, and blanks by words are told', async ({ page }) => {
    await page.goto('/data/');
    await bring(page, '选择文件', 'rows.csv', Buffer.from(rows));
    const lon = page.getByLabel('“经度_高德”列的用途');
    await expect(lon).toHaveValue('lon');
    await expect(lon).toHaveAccessibleDescription('100% 落在浙江省内（按 GCJ-02）');
    await expect(page.getByLabel('“信用代码”列的用途')).toHaveValue('text');
    await expect(page.getByLabel('“信用代码”列的用途')).toHaveAccessibleDescription(/校验位相符/);
    await expect(page.getByLabel('“坐标”列的用途')).toHaveAccessibleDescription('所看的行都空着');
    // a reason holds for what was guessed, not for what the reader says
    await lon.selectOption('number');
    await expect(lon).toHaveAccessibleDescription('');
    await lon.selectOption('lon');
    const comma = page.getByRole('checkbox', { name: /^逗号是小数点/ });
    await expect(comma).toBeChecked();

    await page.getByRole('button', { name: '导入', exact: true }).click();
    await expect(page.getByText('读入 3 行')).toBeVisible();
    await expect(page.getByText('剔除 0 行')).toBeVisible();
    await page.getByRole('combobox', { name: '数值', exact: true }).selectOption({ label: '产值，合计' });
    await expect(cell(page, '按区县汇总', /^滨江区/, 2)).toHaveText('2.125');
    await expect(page.getByText('“产值”有 1 格只写明未知（待定），按空白读取')).toBeVisible();
  });

  test('columns of metres that the reader names get the choice of systems, and nothing that was set is lost', async ({ page }) => {
    const metres = ['a1,3336078,506552', 'a2,3359448,491991', 'a3,3340325,517808', 'a4,3322951,522225'];
    await page.goto('/data/');
    await bring(page, '选择文件', 'rows.csv', Buffer.from(`地块,q1,w2\n${metres.join('\n')}\n`));
    await expect(page.getByText('平面坐标系')).toBeHidden();
    await page.getByLabel('“地块”列的用途').selectOption('text');
    // as on paper: the first one is the northing
    await page.getByLabel('“q1”列的用途').selectOption('lon');
    await page.getByLabel('“w2”列的用途').selectOption('lat');
    const systems = page.getByRole('group', { name: '平面坐标系' });
    const first = systems.getByRole('radio').first();
    await expect(first).toBeChecked();
    await expect(systems.getByText(/^\s*CGCS2000 高斯投影，中央经线 120°\s*100% 落在本图范围/)).toBeVisible();
    await expect(page.getByLabel('“q1”列的用途')).toHaveValue('lat');
    await expect(page.getByLabel('“q1”列的用途')).toHaveAccessibleDescription('100% 落在浙江省内');
    await expect(page.getByLabel('“地块”列的用途')).toHaveValue('text');
    // what is chosen stays when another column is named
    const older = systems.getByRole('radio', { name: /^西安 ?80/ }).first();
    await older.check();
    await page.getByLabel('“地块”列的用途').selectOption('address');
    await expect(older).toBeChecked();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await expect(page.getByText('读入 4 行')).toBeVisible();
    await expect(cell(page, '按区县汇总', /^西湖区/, 0)).toHaveText('1');
  });
});
