import type { Said } from '../problem';
import { readFormerNames } from './other-names';
import { readBase, readPrefectures } from './read-base';
import { readChanges, readNotDrawn, unitsAfter, unitsBefore } from './read-changes';
import type { Change } from './read-changes';

/**
 * Why a code is none of the boundaries', in words, and what stands for it: founded after the base and not drawn, given up or dissolved since.
 * Undefined where nothing is known of it. For messages: it reads all that is known of changes.
 */
export function codeHistory(adcode: string, extra?: string): Said | undefined {
  const young = readNotDrawn(extra).find((unit) => unit.adcode === adcode);
  if (young) {
    const within = young.within.map((code) => `${code} ${nameOf(code)}`);
    const year = young.since.slice(0, 4);
    return {
      zh: `${young.nameZh}设于${year}年，晚于底图（约2017年），界线没有画出；它在 ${within.join('、')} 里，写那里的代码`,
      en: `${young.nameZh} was founded in ${year}, after the base map of about 2017, and its lines are not drawn; it lies in ${within.join(' and ')}: write that`
    };
  }
  const changes = readChanges(extra);
  return moved(adcode, changes) ?? dissolved(adcode, changes) ?? former(adcode);
}

/** What a change made of a unit. */
function moved(adcode: string, changes: readonly Change[]): Said | undefined {
  for (const { date, steps } of changes) {
    for (const step of steps) {
      if (!unitsBefore(step).includes(adcode)) continue;
      const after = unitsAfter(step, nameOf(adcode));
      if (after.some((unit) => unit.adcode === adcode)) continue;
      const heirs = after.map((unit) => `${unit.adcode} ${unit.nameZh}`);
      const year = date.slice(0, 4);
      return { zh: `它在${year}年改为 ${heirs.join('、')}：写现在的代码`, en: `it became ${heirs.join(' and ')} in ${year}: write today's code` };
    }
  }
  return undefined;
}

/** Where the counties of a prefecture went that has none left. */
export function dissolved(adcode: string, changes: readonly Change[]): Said | undefined {
  const left = changes.flatMap(({ date, steps }) =>
    steps.flatMap((step) => (step.kind === 'recode' && step.from === adcode && step.parent ? [{ ...step, date, parent: step.parent }] : []))
  );
  const name = left.length > 0 ? readPrefectures().get(adcode)?.nameZh : undefined;
  if (name === undefined) return undefined;
  const counties = readBase(adcode, adcode).map(({ properties }) => properties.adcode);
  if (!counties.every((county) => left.some(({ unit }) => unit === county))) return undefined;
  const year = left[0]?.date.slice(0, 4) ?? '';
  const parts = left.map(({ adcode: code, unit, nameZh = '', parent }) => ({ part: `${code ?? unit} ${nameZh}`, parent }));
  return {
    zh: `${name}于${year}年撤销；${parts.map(({ part, parent }) => `${part} 现属 ${parent}`).join('，')}`,
    en: `${name} was dissolved in ${year}; ${parts.map(({ part, parent }) => `${part} is in ${parent}`).join(', ')}`
  };
}

/** A unit of before the base's time. */
function former(adcode: string): Said | undefined {
  const entry = readFormerNames().find((unit) => unit.adcode === adcode);
  if (!entry) return undefined;
  const heirs = [...(entry.now ? [entry.now] : []), ...entry.also];
  return {
    zh: `${entry.nameZh}于${entry.until}年撤销，其地现属 ${heirs.join('、')}：写现在的代码`,
    en: `${entry.nameZh} was given up in ${entry.until}; its ground is in ${heirs.join(', ')}: write today's code`
  };
}

function nameOf(code: string): string {
  const prefecture = readPrefectures().has(code) ? code : `${code.slice(0, 4)}00`;
  if (!readPrefectures().has(prefecture)) return '';
  return readBase(prefecture, prefecture).find(({ properties }) => properties.adcode === code)?.properties.nameZh ?? '';
}
