import { expect, test } from 'vitest';
import { englishNames, spell } from '../../../../scripts/steps/boundaries/english-name';
import { readBase, readPrefectures } from '../../../../scripts/steps/boundaries/read-base';
import { readChanges, readNotDrawn } from '../../../../scripts/steps/boundaries/read-changes';

test.each([
  ['花都区', 'Huadu District'],
  ['大埔县', 'Dabu County'],
  ['吴堡县', 'Wubu County'],
  ['乌什县', 'Wushi County'],
  ['青县', 'Qingxian County'],
  ['临安区', "Lin'an District"],
  ['浦东新区', 'Pudong New Area'],
  ['清新区', 'Qingxin District'],
  ['万柏林区', 'Wanbolin District'],
  ['六枝特区', 'Liuzhi Special District'],
  ['连南瑶族自治县', 'Liannan Yao Autonomous County'],
  ['连山壮族瑶族自治县', 'Lianshan Zhuang and Yao Autonomous County'],
  ['双江拉祜族佤族布朗族傣族自治县', 'Shuangjiang Lahu, Va, Blang and Dai Autonomous County'],
  ['积石山保安族东乡族撒拉族自治县', 'Jishishan Bonan, Dongxiang and Salar Autonomous County'],
  ['察布查尔锡伯自治县', "Chabucha'er Xibe Autonomous County"],
  ['三都水族自治县', 'Sandu Sui Autonomous County'],
  ['鄂温克族自治旗', 'Evenk Autonomous Banner']
])('%s is %s', (zh, en) => {
  expect(spell(zh)).toBe(en);
});

test('a code tells names apart that are written alike', () => {
  const english = englishNames();
  expect([english('441422', '大埔县'), english('810014', '大埔区')]).toEqual(['Dabu County', 'Tai Po District']);
});

test('every unit of the country has a name of Latin letters, and no word of Chinese grammar is spelt out', () => {
  const english = englishNames();
  const changed = readChanges().flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'cut' ? step.parts : [{ adcode: step.adcode ?? '', nameZh: step.nameZh ?? '' }]))
  );
  const base = [...readPrefectures().values()].flatMap((city) => [city, ...readBase(city.adcode, 'test').map(({ properties }) => properties)]);
  for (const { adcode, nameZh } of [...base, ...changed.filter((unit) => unit.nameZh), ...readNotDrawn()]) {
    const name = english(adcode, nameZh);
    expect(name, nameZh).toMatch(/^[A-ZÜ][A-Za-zêéü', ()-]+$/);
    expect(name, nameZh).not.toMatch(/zu (Autonomous|and)|zizhi|xinqu|tequ/i);
  }
});
