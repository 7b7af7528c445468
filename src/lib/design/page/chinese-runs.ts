const HAN = String.raw`\p{Script=Han}\u3001-\u303f\uff00-\uff60`;
/** A run begins and ends with a character or mark of Chinese; figures may stand within, as in 〔2021〕39号. */
const RUN = new RegExp(`([${HAN}](?:[${HAN}\\d]*[${HAN}])?)`, 'u');

/** A text cut where Chinese begins and ends: the pieces at odd places are Chinese, those at even places (maybe empty) are not. */
export const chineseRuns = (text: string): string[] => text.split(RUN);
