import { expect, test } from 'vitest';
import { codeHistory, dissolved } from '../../../../scripts/steps/boundaries/code-history';
import { readChanges } from '../../../../scripts/steps/boundaries/read-changes';

test.each([
  ['440311', '光明区 was founded in 2018, after the base map of about 2017, and its lines are not drawn; it lies in 440306 宝安区: write that'],
  ['360421', "it became 360404 柴桑区 in 2017: write today's code"],
  ['330104', "it became 330102 上城区 and 330109 萧山区 and 330114 钱塘区 in 2021: write today's code"],
  ['371200', '莱芜市 was dissolved in 2018; 370116 莱芜区 is in 370100, 370117 钢城区 is in 370100'],
  ['330621', "绍兴县 was given up in 2013; its ground is in 330603, 330602: write today's code"]
])('of %s it is known that %s', (code, text) => {
  expect(codeHistory(code)?.en).toBe(text);
});

test('nothing is made up of a code that never was', () => {
  expect(codeHistory('320599')).toBeUndefined();
  expect(codeHistory('330106')).toBeUndefined();
  expect(dissolved('330100', readChanges())).toBeUndefined();
});
