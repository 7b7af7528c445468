import { join } from 'node:path';
import { codeHistory, dissolved } from '../boundaries/code-history';
import { nearestText } from '../boundaries/nearest-code';
import { readPrefectures, uncodedProvinces } from '../boundaries/read-base';
import { readChanges } from '../boundaries/read-changes';
import type { Problem, Said } from '../problem';
import { problemAt } from './problems-of';
import type { Pack } from './read-pack';
import { REFERENCES } from './words/references';

/** Every code of pack.yaml's region must be one that the base geometry has, and the focus one of the region's own. */
export function checkRegion({ info, dir }: Pack): Problem[] {
  const extra = join(dir, 'boundaries');
  const { provinceAdcode, prefectures, context, focusPrefecture } = info.data.region;
  const known = [...readPrefectures().values()];
  const codes = new Set(known.map(({ adcode }) => adcode));
  const provinces = new Set(known.map(({ adcode }) => `${adcode.slice(0, 2)}0000`));
  const neighbours = new Set([...codes, ...provinces, ...uncodedProvinces()]);
  const problem = (path: PropertyKey[], rule: Said): Problem => problemAt(info, ['region', ...path], rule);
  const unknown = (code: string, path: PropertyKey[]): Problem => {
    const why = codeHistory(code, extra);
    return problem(path, REFERENCES.baseCode(code, why ? { zh: `：${why.zh}`, en: `: ${why.en}` } : nearestText(code, known)));
  };

  const changes = readChanges(extra);
  const problems: Problem[] = [];
  if (!provinces.has(provinceAdcode)) problems.push(unknown(provinceAdcode, ['provinceAdcode']));
  prefectures.forEach((code, i) => {
    if (!codes.has(code)) problems.push(unknown(code, ['prefectures', i]));
    else if (code.slice(0, 2) !== provinceAdcode.slice(0, 2)) problems.push(problem(['prefectures', i], REFERENCES.otherProvince(code, provinceAdcode)));
    else {
      const gone = dissolved(code, changes);
      if (gone) problems.push(problem(['prefectures', i], REFERENCES.gone(code, gone)));
    }
  });
  context.forEach((code, i) => {
    if (!neighbours.has(code)) problems.push(unknown(code, ['context', i]));
  });
  if (focusPrefecture && !prefectures.includes(focusPrefecture)) problems.push(problem(['focusPrefecture'], REFERENCES.focus(focusPrefecture, prefectures)));
  return problems;
}
