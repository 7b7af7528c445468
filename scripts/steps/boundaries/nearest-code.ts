import type { Said } from '../problem';

/** A six-digit code with the Chinese name that belongs to it. */
interface CodeName {
  adcode: string;
  nameZh: string;
}

/** So many codes are offered for one that is unknown. */
const OFFERED = 3;

/** The known codes that agree with `adcode` in most leading digits, then lie nearest in value, the nearest first; they are offered when a code is unknown. */
function nearestCodes(adcode: string, known: readonly CodeName[]): CodeName[] {
  const score = (other: string): readonly [number, number] => {
    let same = 0;
    while (same < adcode.length && adcode[same] === other[same]) same += 1;
    return [same, -Math.abs(Number(adcode) - Number(other))];
  };
  const scored = known.map((entry) => [entry, score(entry.adcode)] as const);
  return scored
    .sort(([, a], [, b]) => b[0] - a[0] || b[1] - a[1])
    .slice(0, OFFERED)
    .map(([entry]) => entry);
}

/** What is said of an unknown code beside that it is unknown: the nearest ones, beginning with “; ”. */
export function nearestText(adcode: string, known: readonly CodeName[]): Said {
  const near = nearestCodes(adcode, known).map(({ adcode: code, nameZh }) => `${code} ${nameZh}`);
  if (near.length === 0) return { zh: '', en: '' };
  return { zh: `；最接近的是 ${near.join('、')}`, en: `; nearest ${near.length > 1 ? 'are' : 'is'} ${near.join(', ')}` };
}

/** An Error of one line: where, what is unknown, and the nearest matches. */
export const unknownCode = (where: string, adcode: string, known: readonly CodeName[]): Error =>
  new Error(`${where}: unknown adcode ${adcode}${nearestText(adcode, known).en}`);
