import { describe, expect, it } from 'vitest';
import { otherNames, withAuthoredFormer } from '../../../../scripts/steps/boundaries/other-names';

const HANGZHOU = ['330102', '330105', '330109', '330110', '330111', '330112', '330113', '330114'];
const current = new Set(['330100', ...HANGZHOU, '330603', '330602', '330702', '330703']);

describe('former names of a region', () => {
  const found = new Map(withAuthoredFormer([{ name: '江干区', adcode: '330104', year: 2021 }], current).map((entry) => [entry.name, entry]));

  it('know where a unit went: to one, to one above all, or to several alike', () => {
    expect(found.get('富阳市')).toEqual({ name: '富阳市', adcode: '330183', year: 2014, now: '330111' });
    expect(found.get('下城区')).toMatchObject({ now: '330105' });
    expect(found.get('绍兴县')).toMatchObject({ now: '330603', also: ['330602'] });
    expect(found.get('江干区')).toEqual({ name: '江干区', adcode: '330104', year: 2021, also: ['330102', '330114'] });
    expect(found.get('金华县')).toMatchObject({ also: ['330702', '330703'] });
    expect(found.get('金华县')?.now).toBeUndefined();
  });
  it('leave out what is of another region, and keep what the geometry alone tells', () => {
    expect(found.has('卢湾区')).toBe(false);
    expect(found.has('奉化市')).toBe(false);
    expect(withAuthoredFormer([{ name: '甲县', adcode: '330999', year: 2018, now: '330111' }], current).at(-1)?.name).toBe('甲县');
  });
});

describe('other names of a region', () => {
  const names = otherNames(['330100'], current);

  it('are its towns, those that moved, and its development zones', () => {
    expect(names.towns['330114']?.split(' ')).toContain('下沙街道');
    expect(names.moved).toContainEqual({ from: '330104', to: '330114', towns: '下沙 白杨' });
    expect(names.zones).toContainEqual({ name: '杭州经济技术开发区', units: ['330114'] });
    expect(names.zones.some(({ name }) => name.startsWith('宁波'))).toBe(false);
  });
  it('are units elsewhere, of today and of other years, none of the region', () => {
    const shanghai = names.elsewhere.find(({ en }) => en === 'Shanghai');
    expect(shanghai?.cities[0]).toMatchObject({ zh: '上海市' });
    expect(shanghai?.cities[0]?.counties.split(' ')).toContain('普陀区');
    expect(shanghai?.more.split(' ')).toContain('闸北区');
    const zhejiang = names.elsewhere.find(({ en }) => en === 'Zhejiang');
    expect(zhejiang?.cities.map(({ zh }) => zh)).not.toContain('杭州市');
    expect(zhejiang?.cities.map(({ zh }) => zh)).toContain('舟山市');
  });
});
