import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { englishNames } from '../../../../scripts/steps/boundaries/english-name';
import { readChanges } from '../../../../scripts/steps/boundaries/read-changes';
import { readLabelPoints } from '../../../../scripts/steps/boundaries/read-label-points';
import type { Region } from '../../../../scripts/steps/boundaries/region';
import { vintageOf } from '../../../../scripts/steps/boundaries/vintage';

const unit = (adcode: string, nameZh: string) => ({ properties: { adcode, nameZh, parent: `${adcode.slice(0, 4)}00` } });
const region: Region = { provinceAdcode: '440000', provinceName: { zh: '广东省', en: 'Guangdong' }, prefectures: ['440300'], context: [] };

describe('of what time boundaries are', () => {
  test('is the base’s, with the year of the last change that touched the region', () => {
    const changes = readChanges();
    const guangde = [unit('341822', '广德县'), unit('340824', '潜山县')];
    expect(vintageOf(guangde, changes, region, [unit('341882', '广德市'), unit('340882', '潜山市')])).toEqual({
      base: 2017,
      updated: 2019,
      compared: 2023,
      notDrawn: []
    });
    expect(vintageOf([unit('440306', '宝安区')], changes, region, [unit('440306', '宝安区')]).updated).toBe(2017);
  });

  test('leaves out what is not drawn, also where an old unit has its code', () => {
    const told = (units: ReturnType<typeof unit>[]) => vintageOf(units, [], region, units).notDrawn;
    expect(told([unit('440306', '宝安区')])).toEqual([{ adcode: '440311', name: { zh: '光明区', en: 'Guangming District' }, since: 2018, within: ['440306'] }]);
    expect(told([unit('130502', '桥东区'), unit('130521', '邢台县')]).map(({ name }) => name.zh)).toEqual(['襄都区', '信都区']);
    expect(told([unit('440306', '宝安区'), unit('440311', '光明区')])).toEqual([]);
  });
});

test('a pack brings changes, names and label points of its own', () => {
  const dir = mkdtempSync(join(tmpdir(), 'pack-boundaries-'));
  try {
    writeFileSync(join(dir, 'whole-changes.csv'), 'date,units,adcode,nameZh,prefecture,source\n2025-03-01,440306 440309,440306,宝龙区,,a notice\n');
    writeFileSync(
      join(dir, 'changes.yaml'),
      "- { id: own, date: 2026-01-05, source: a notice, steps: [{ kind: recode, unit: '440307', nameZh: 新龙区 }] }\n".replace('2026-01-05', "'2026-01-05'")
    );
    writeFileSync(join(dir, 'english-names.csv'), 'adcode,nameZh,nameEn,why\n440306,宝龙区,Baolong,a test\n');
    writeFileSync(join(dir, 'label-points.csv'), 'adcode,nameZh,lon,lat,why\n440306,宝龙区,113.9,22.6,a test\n');
    const own = readChanges(dir).filter(({ date }) => date > '2024');
    expect(own.map(({ id, steps }) => [id, steps[0]?.kind])).toEqual([
      ['own', 'recode'],
      ['440306-2025', 'merge']
    ]);
    // they build on all that the project knows of: its codes of today are what they may name
    expect(readChanges(dir).slice(-2)).toEqual(own);
    expect(englishNames(dir)('440306', '宝龙区')).toBe('Baolong');
    expect(readLabelPoints(dir).get('440306')).toEqual([113.9, 22.6]);
    writeFileSync(join(dir, 'whole-changes.csv'), 'date,units,adcode,nameZh,prefecture,source\nspring,440306,440306,宝龙区,,a notice\n');
    expect(() => readChanges(dir)).toThrow(/^boundaries\/whole-changes\.csv:2: date: a date is 2021-03-11, 2021-03 or 2021$/);
    writeFileSync(join(dir, 'changes.yaml'), '- { id: own, date: spring, source: a notice, steps: [] }\n');
    expect(() => readChanges(dir)).toThrow(/^boundaries\/changes\.yaml: 0\.date: a date is/);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
