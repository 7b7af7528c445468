import { codeHistory } from '../boundaries/code-history';
import { englishNames } from '../boundaries/english-name';
import { nearestText } from '../boundaries/nearest-code';
import { readBase, readPrefectures } from '../boundaries/read-base';
import { wholeProvinces } from '../boundaries/whole-province';
import { InputError } from '../problem';
import { neighbours } from './neighbours';

export const LEVELS = ['province', 'prefecture'] as const;
export type Level = (typeof LEVELS)[number];
type Text = Readonly<{ zh: string; en: string }>;

/** What a new pack says of its region. `unit`: the one that its first zone consists of. */
export type StarterRegion = Readonly<{
  level: Level;
  name: Text;
  provinceAdcode: string;
  provinceName: Text;
  prefectures: readonly string[];
  context: readonly string[];
  unit: Readonly<{ adcode: string; name: Text }>;
}>;

const flag = '--region';

/**
 * The region of a code: a whole province (a municipality, too) or one prefecture.
 * @param level said by the author; a code of the other level is then refused
 * @throws InputError for a code that is neither, with the nearest ones
 */
export function regionOf(code: string, level?: Level): StarterRegion {
  const english = englishNames();
  const named = (adcode: string, zh: string): Text => ({ zh, en: english(adcode, zh) });
  const provinces = wholeProvinces();
  const whole = provinces.find(({ provinceAdcode }) => provinceAdcode === code);
  const prefecture = readPrefectures().get(code);
  const found: Level | undefined = whole ? 'province' : prefecture ? 'prefecture' : undefined;
  if (found === undefined || (level !== undefined && level !== found)) throw refusal(code, level);

  const province = provinces.find(({ provinceAdcode }) => provinceAdcode.slice(0, 2) === code.slice(0, 2));
  if (!province || (prefecture && !province.prefectures.includes(code))) throw refusal(code, level);
  const prefectures = whole ? whole.prefectures : [code];
  const first = readPrefectures().get(prefectures[0] ?? '');
  const { provinceAdcode, provinceName } = province;
  return {
    level: found,
    name: whole ? provinceName : named(code, prefecture?.nameZh ?? ''),
    provinceAdcode,
    provinceName,
    prefectures,
    context: neighbours(prefectures, found),
    unit: whole && prefectures.length > 1 && first ? { adcode: first.adcode, name: named(first.adcode, first.nameZh) } : countyOf(prefectures[0] ?? code, named)
  };
}

/** A county of a prefecture that no change has touched; the prefecture itself where it has none. */
function countyOf(prefecture: string, named: (adcode: string, zh: string) => Text): StarterRegion['unit'] {
  const counties = readBase(prefecture, flag).map(({ properties }) => properties);
  const steady = counties.find(({ adcode }) => adcode !== prefecture && codeHistory(adcode) === undefined);
  if (steady) return { adcode: steady.adcode, name: named(steady.adcode, steady.nameZh) };
  return { adcode: prefecture, name: named(prefecture, readPrefectures().get(prefecture)?.nameZh ?? '') };
}

function refusal(code: string, level: Level | undefined): InputError {
  const provinces = wholeProvinces().map(({ provinceAdcode, provinceName }) => ({ adcode: provinceAdcode, nameZh: provinceName.zh }));
  const prefectures = [...readPrefectures().values()].filter(({ adcode }) => adcode !== code);
  const known = [...(level === 'prefecture' ? [] : provinces), ...(level === 'province' ? [] : prefectures)];
  const wanted = WANTED[level ?? 'any'];
  const why = /^\d{6}$/.test(code) ? codeHistory(code) : undefined;
  const county = readPrefectures().get(`${code.slice(0, 4)}00`);
  const inside =
    county && county.adcode !== code
      ? { zh: `；区县请用所在的市 ${county.adcode} ${county.nameZh}`, en: `; for a county take its prefecture, ${county.adcode} ${county.nameZh}` }
      : undefined;
  const near = nearestText(code, known);
  const rule = {
    zh: `“${code}”不是${wanted.zh}${why ? `（${why.zh}）` : ''}${inside?.zh ?? ''}${near.zh}`,
    en: `"${code}" is not the code of ${wanted.en}${why ? ` (${why.en})` : ''}${inside?.en ?? ''}${near.en}`
  };
  return new InputError([{ file: flag, rule }]);
}

const WANTED = {
  province: { zh: '省级代码', en: 'a province' },
  prefecture: { zh: '设区市代码', en: 'a prefecture' },
  any: { zh: '省或设区市的代码', en: 'a province or prefecture' }
} as const;
