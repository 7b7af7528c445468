/** A six-digit code with the Chinese name that belongs to it. */
export interface CodeName {
  adcode: string;
  nameZh: string;
}

/**
 * The known code that agrees with `adcode` in most leading digits, then lies nearest in value; it is offered when a code is unknown.
 * Returns undefined only for an empty list.
 */
export function nearestCode(adcode: string, known: readonly CodeName[]): CodeName | undefined {
  const score = (other: string): readonly [number, number] => {
    let same = 0;
    while (same < adcode.length && adcode[same] === other[same]) same += 1;
    return [same, -Math.abs(Number(adcode) - Number(other))];
  };
  return [...known].sort((a, b) => {
    const [sameA, nearA] = score(a.adcode);
    const [sameB, nearB] = score(b.adcode);
    return sameB - sameA || nearB - nearA;
  })[0];
}

/** An Error of one line: where, what is unknown, and the nearest match. */
export function unknownCode(where: string, adcode: string, known: readonly CodeName[]): Error {
  const near = nearestCode(adcode, known);
  return new Error(`${where}: unknown adcode ${adcode}${near ? `; nearest is ${near.adcode} ${near.nameZh}` : ''}`);
}
