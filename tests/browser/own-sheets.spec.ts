import { readFile } from 'node:fs/promises';
import { makeBinary, sheetOf } from '../unit/features/own-data/read/make-binary';
import { bring } from './support/own-data';
import { expect, oneScreen, test } from './support/test';

test.describe('sheets of a workbook', () => {
  oneScreen();

  const firms = (names: readonly string[]) =>
    sheetOf([['企业', '区县', '产值'], ...names.map((name, i): (string | number)[] => [name, ['西湖区', '余杭区', '钱塘区'][i % 3] ?? '', i + 1])]);

  test('are a choice: another one, hidden ones told, several of the same columns as one', async ({ page }) => {
    await page.goto('/data/');
    const notes = sheetOf([['填表说明'], ['请填写']]);
    await bring(
      page,
      '选择文件',
      '企业.xls',
      Buffer.from(makeBinary({ 说明: notes, 一月: firms(['甲', '乙']), 二月: firms(['丙']), '.旧': firms(['丁', '戊', '己']) }, 'biff8'))
    );
    const sheet = page.getByRole('combobox', { name: '工作表' });
    await expect(sheet).toHaveValue('一月');
    await expect(sheet.getByRole('option', { name: /^\.旧（隐藏，3 行/ })).toHaveCount(1);
    await sheet.selectOption('二月');
    await expect(sheet).toHaveValue('二月');
    await expect(page.getByRole('cell', { name: '丙', exact: true })).toBeVisible();
    await page.getByRole('checkbox', { name: /^一月/ }).check();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await expect(page.getByText('读入 3 行').first()).toBeVisible();
  });

  test('a file whose run lengths lie is refused, and the page goes on', async ({ page }) => {
    await page.goto('/data/');
    await bring(page, '选择文件', 'stuck.parquet', await readFile('tests/files/stuck/run-lengths.parquet'));
    await expect(page.getByRole('alert').filter({ hasText: 'stuck.parquet' })).toBeVisible({ timeout: 60_000 });
    await bring(page, '选择文件', '企业.xlsb', Buffer.from(makeBinary({ 一月: firms(['甲', '乙']) }, 'xlsb')));
    await expect(page.getByRole('cell', { name: '甲', exact: true })).toBeVisible();
  });
});
