import { describe, expect, it } from 'vitest';
import { caseFile, cells, districtsOf, fileOf, importAll } from './own-region';

/* Codes, with the real region: no digit of them changes. */

describe('codes', () => {
  it.each(['14-ids.csv', '14-ids-as-text.xlsx'])('of %s are kept digit by digit', async (name) => {
    const { guess, table } = await importAll(caseFile(name));
    expect([table.rows, table.rejectedCount]).toEqual([3, 0]);
    expect(guess.columns.filter((role) => role === 'number')).toEqual([]);
    expect(cells(table, '项目编码')).toEqual(['00017', '00204', '01003']);
    expect(cells(table, '宗地号')).toEqual(['330106001002000011', '330110003004000027', '330108005006000031']);
    expect(cells(table, '纳税人识别号')).toEqual(['913301067109096421', '913301107384512033', '913301087654321098']);
    expect(districtsOf(table)).toEqual(['西湖区', '余杭区', '滨江区']);
  });

  // headers that say nothing, so that the cells must
  it.each([
    ['noughts in front', ['00017', '120', '301']],
    ['more than 15 digits', ['9133010671090964', '1', '2']],
    ['unified social credit codes', ['91330100799655058B', '91440300708461136T', '91110000802100433B']],
    ['land parcels', ['330106001002GB00011', '330110003004JC00027', '330108005006GB00031F00010001']],
    ['mobile telephones', ['13800000000', '15900001111', '18612345678']],
    ['fixed telephones', ['0571-87654321', '057187654321', '(0574)87654321']],
    ['versions', ['1.2.3', '10.0.1', '2.0.0']]
  ])('%s stay text whatever the header says', async (_, codes) => {
    const { guess, table } = await importAll(fileOf(`甲乙,区县\n${codes.map((code) => `${code},西湖区`).join('\n')}\n`));
    expect([guess.columns[0], guess.reasons[0]?.reason]).toEqual(['text', 'code']);
    expect(cells(table, '甲乙')).toEqual(codes);
  });

  it('are what their header says, even where digits would not change', async () => {
    for (const header of ['企业编号', '联系电话', '邮政编码', '公司代码', '项目代码（新）', '软件版本', '合同号', 'zip code', 'project_id']) {
      const { guess } = await importAll(fileOf(`${header},区县\n310012,西湖区\n310013,余杭区\n`));
      expect(guess.columns, header).toEqual(['text', 'district']);
    }
  });

  it('in the form that keeps spreadsheets from reading them are read without it', async () => {
    const { guess, table } = await importAll(fileOf('甲乙,区县,产值\n="00017",西湖区,="5"\n"=""00204""",="余杭区",=""\n'));
    expect(guess.columns).toEqual(['text', 'district', 'number']);
    expect([cells(table, '甲乙'), cells(table, '产值'), districtsOf(table)]).toEqual([
      ['00017', '00204'],
      ['5', ''],
      ['西湖区', '余杭区']
    ]);
  });

  it('behind the rows that were looked at are told, where they were taken for numbers', async () => {
    const rows = Array.from({ length: 6000 }, (_, i) => `${i === 5990 ? '00017' : i === 5991 ? '913301067109096421' : i + 1},西湖区`);
    const { table } = await importAll(fileOf(`甲乙,区县\n${rows.join('\n')}\n`));
    expect(table.remarks).toContainEqual({ code: 'codes-as-numbers', count: 2, column: '甲乙', detail: '00017' });
  });
});

describe('JSON', () => {
  it('keeps every digit of whole numbers that are codes', async () => {
    const { table } = await importAll(caseFile('20-bigint.geojson'));
    expect(cells(table, 'id').slice(0, 4)).toEqual(['913301067109096420', '913301107384512031', '913301087654321092', '913301067109096423']);
    expect(cells(table, '宗地代码')[2]).toBe('330108005006000031');
    expect(table.columns.map(({ kind }) => kind)).toEqual(['text', 'text', 'text']);
  });

  it('reads a NaN as blank and says so', async () => {
    const { table } = await importAll(caseFile('18-nan.geojson'));
    expect([table.rows, table.rejectedCount]).toEqual([6, 0]);
    expect(cells(table, '产值')).toEqual(['1.5', '2.5', '', '4.5', '5.5', '6.5']);
    expect(table.remarks).toContainEqual({ code: 'no-numbers', count: 1 });
  });
});
