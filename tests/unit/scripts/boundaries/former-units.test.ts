import { describe, expect, it } from 'vitest';
import { formerUnits } from '../../../../scripts/steps/boundaries/former-units';
import { readChanges } from '../../../../scripts/steps/boundaries/read-changes';

const unit = (adcode: string, nameZh: string) => ({ properties: { adcode, nameZh, parent: '330100' } });
const change = (date: string, ...steps: unknown[]) => ({ id: date, date, source: 'test', steps }) as unknown as ReturnType<typeof readChanges>[number];

describe('former units', () => {
  it('are those renamed, with their code of today, and those that are gone, without one', () => {
    const base = [unit('1', '甲县'), unit('2', '乙区'), unit('3', '丙区'), unit('4', '丁区'), unit('5', '戊区')];
    const changes = [
      change('2017-01-01', { kind: 'recode', unit: '1', adcode: '11', nameZh: '甲区' }),
      change(
        '2021-01-01',
        { kind: 'merge', units: ['2', '3'], adcode: '3', nameZh: '丙区' },
        {
          kind: 'cut',
          units: ['4', '5'],
          along: [],
          parts: [
            { adcode: '4', nameZh: '新丁区' },
            { adcode: '6', nameZh: '己区' }
          ],
          rest: '4'
        }
      ),
      change('2022-01-01', { kind: 'merge', units: ['8', '9'], adcode: '8', nameZh: '别处' })
    ];
    expect(formerUnits(base, changes, new Set(['11', '3', '4', '6']))).toEqual([
      { name: '甲县', adcode: '1', year: 2017, now: '11' },
      { name: '乙区', adcode: '2', year: 2021 },
      { name: '丁区', adcode: '4', year: 2021, now: '4' },
      { name: '戊区', adcode: '5', year: 2021 }
    ]);
  });

  it('know 江干 and 下城, 临安市 and 奉化市 by the authored changes', () => {
    const base = [
      ['330102', '上城区'],
      ['330103', '下城区'],
      ['330104', '江干区'],
      ['330105', '拱墅区'],
      ['330109', '萧山区'],
      ['330110', '余杭区'],
      ['330185', '临安市']
    ].map(([adcode = '', name = '']) => unit(adcode, name));
    const found = formerUnits(base, readChanges(), new Set(['330112']));
    expect(found.map(({ name, now }) => [name, now])).toEqual([
      ['临安市', '330112'],
      ['下城区', undefined],
      ['江干区', undefined]
    ]);
  });
});
