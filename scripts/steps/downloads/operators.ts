import type { Target } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';

/** In words: a lone “=” would be taken for a formula. */
export const OPERATORS: Readonly<Record<Target['operator'], Text>> = {
  '>=': { zh: '不少于', en: 'at least' },
  '<=': { zh: '不超过', en: 'at most' },
  '=': { zh: '等于', en: 'exactly' },
  '~': { zh: '左右', en: 'about' },
  '>': { zh: '超过', en: 'more than' }
};
