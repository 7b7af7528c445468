import { join } from 'node:path';
import { codeHistory, dissolved } from '../boundaries/code-history';
import { nearestText } from '../boundaries/nearest-code';
import { readPrefectures, uncodedProvinces } from '../boundaries/read-base';
import { readChanges } from '../boundaries/read-changes';
import type { Problem } from '../problem';
import type { Pack } from './read-pack';

/** Every code of pack.yaml's region must be one that the base geometry has, and the focus one of the region's own. */
export function checkRegion({ info, dir }: Pack): Problem[] {
  const extra = join(dir, 'boundaries');
  const { provinceAdcode, prefectures, context, focusPrefecture } = info.data.region;
  const known = [...readPrefectures().values()];
  const codes = new Set(known.map(({ adcode }) => adcode));
  const provinces = new Set(known.map(({ adcode }) => `${adcode.slice(0, 2)}0000`));
  const neighbours = new Set([...codes, ...provinces, ...uncodedProvinces()]);
  const problem = (path: PropertyKey[], rule: string): Problem => ({
    file: info.file,
    line: info.lineOf(['region', ...path]),
    path: ['region', ...path].join('.'),
    rule
  });
  const unknown = (code: string, path: PropertyKey[]): Problem => {
    const why = codeHistory(code, extra);
    return problem(path, `unknown adcode "${code}"${why ? `: ${why}` : nearestText(code, known)}`);
  };

  const changes = readChanges(extra);
  const problems: Problem[] = [];
  if (!provinces.has(provinceAdcode)) problems.push(unknown(provinceAdcode, ['provinceAdcode']));
  prefectures.forEach((code, i) => {
    if (!codes.has(code)) problems.push(unknown(code, ['prefectures', i]));
    else if (code.slice(0, 2) !== provinceAdcode.slice(0, 2)) problems.push(problem(['prefectures', i], `"${code}" is not in the province ${provinceAdcode}`));
    else {
      const gone = dissolved(code, changes);
      if (gone) problems.push(problem(['prefectures', i], `"${code}": ${gone}`));
    }
  });
  context.forEach((code, i) => {
    if (!neighbours.has(code)) problems.push(unknown(code, ['context', i]));
  });
  if (focusPrefecture && !prefectures.includes(focusPrefecture))
    problems.push(problem(['focusPrefecture'], `"${focusPrefecture}" is not one of the region's prefectures`));
  return problems;
}
