import { expect, it } from 'vitest';
import { largeNumber } from '#lib/features/places/large-number';
import type { ProfileFact } from '#lib/schema/published';

const told = (field: ProfileFact['field'], language: 'zh' | 'en', value: string, en = value) => {
  const found = largeNumber({ field, value: { zh: value, en } }, language);
  return found && [found.sign, found.number, found.unit, found.rest].join('|');
};

it.each([
  ['area-km2', 'zh', '约92平方公里', '≈|92|平方公里|'],
  ['area-km2', 'en', 'about 92 km²', '≈|92|km²|'],
  ['firms', 'zh', '生物医药企业1400余家', '|1400|余家|生物医药企业'],
  ['firms', 'en', 'more than 1,400 biopharma firms', '>|1,400||biopharma firms'],
  ['output', 'zh', '运营收入400亿元', '|400|亿元|运营收入'],
  ['output', 'en', 'operating revenue of ¥40 billion', '|¥40|billion|operating revenue'],
  ['planned-area-km2', 'en', '3.4 km² (as planned in 2015)', '|3.4|km²|as planned in 2015'],
  ['planned-area-km2', 'zh', '2015年规划3.4平方公里', '|3.4|平方公里|2015年规划'],
  ['founded', 'zh', '2015年，以和达药谷为核心规划建设', '|2015|年|以和达药谷为核心规划建设'],
  ['founded', 'en', 'July 2020', '|2020||July 2020']
] as const)('%s %s “%s”: its number, with its unit and what else is said', (field, language, value, parts) => {
  expect(told(field, language, value)).toBe(parts);
});

it('says the whole where what is left would not read', () => {
  expect(told('firms', 'zh', '国家高新技术企业1140家（全部产业）')).toBe('|1140|家|国家高新技术企业1140家（全部产业）');
});

it.each([
  ['several numbers', 'floor-area', '38,000 m² (phase I); 200,000 m² designed (phase II)'],
  ['an aim', 'output', 'aim: an industry of more than ¥50 billion'],
  ['a part of another number', 'output', 'more than half of Hangzhou’s more than ¥50 billion'],
  ['what is so of the district around it', 'firms', 'Qiantang District: more than 1,500 biopharma firms'],
  ['several years', 'founded', '1990; administered with another zone since June 2002'],
  ['words', 'level', 'one of the first 3 such towns']
] as const)('makes no figure of %s', (_, field, value) => {
  expect(told(field, 'en', value)).toBeUndefined();
});

it('makes none of it in either language', () => {
  expect(told('output', 'zh', '500亿元', 'aim: ¥50 billion')).toBeUndefined();
  expect(told('output', 'zh', '500亿元', '¥50 billion')).toBe('|500|亿元|');
});
