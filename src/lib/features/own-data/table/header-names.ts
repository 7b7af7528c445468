import { roleOfWords } from './column-words';

/* The names of columns whose header takes up several rows. */

const text = (row: readonly string[] | undefined, column: number) => row?.[column]?.replace(/\s+/g, ' ').trim() ?? '';

const UNIT_WORD =
  /^(?:[亿万千百十]?(?:美|欧)?元(?:\/.+)?|[万千百]?[人家个项件户台套吨亩次岁]|(?:平方|立方)?(?:千|公里|米|分米|厘米)+|公顷|公里|%|％|‰|°|度|年|月|日|天|mu|ha|km2?|km²|m2?|㎡|m²|t|rmb|usd|cny|million|billion)$/i;

/** A cell that only says in what a column is counted: 亿元, （万元）, [%]. */
export const isUnit = (cell: string): boolean => /^[（([【].{1,12}[)）\]】]$/.test(cell.trim()) || UNIT_WORD.test(cell.trim().replace(/^单位\s*[:：]\s*/, ''));

const inBrackets = (unit: string) => (/^[（([【]/.test(unit) ? unit : `（${unit.replace(/^单位\s*[:：]\s*/, '')}）`);

/** Every cell with the headings above it, from the top; a heading that stands over several columns is written over the first only. */
function headings(block: readonly (readonly string[])[], width: number): string[][] {
  const filled: string[][] = [];
  const below = (row: number, column: number) => block.slice(row + 1).some((lower) => text(lower, column) !== '');
  block.forEach((row, i) => {
    const cells: string[] = [];
    for (let column = 0; column < width; column++) {
      const own = text(row, column);
      const above = block.slice(0, i).some((upper) => text(upper, column) !== '');
      cells.push(own === '' && column > 0 && i < block.length - 1 && !above && below(i, column) ? (cells[column - 1] ?? '') : own);
    }
    filled.push(cells);
  });
  return Array.from({ length: width }, (_, column) => {
    const parts = filled.map((row) => row[column] ?? '').filter((part) => part !== '');
    return parts.filter((part, i) => parts.indexOf(part) === i);
  });
}

const known = (names: readonly string[]) => names.filter((name) => roleOfWords(name) !== undefined).length;

/**
 * One name for each column: the lowest that is a name, its unit behind it, and as much of what stands above as tells it from others.
 * Where each of two rows names every column (Chinese and English, names and types), the one is taken that says more.
 */
export function joinNames(block: readonly (readonly string[])[], width: number): string[] {
  const columns = headings(block, width).map((parts) => {
    const unit = parts.length > 1 && isUnit(parts.at(-1) ?? '') ? inBrackets(parts.at(-1) ?? '') : '';
    const names = unit === '' ? parts : parts.slice(0, -1);
    const last = names.at(-1) ?? '';
    return { names, unit: unit !== '' && /[（(【[]/.test(last) && last.includes(unit.slice(1, -1)) ? '' : unit };
  });
  const first = Array.from({ length: width }, (_, column) => text(block[0], column));
  const leaves = columns.map(({ names }) => names.at(-1) ?? '');
  if (first.every((name) => name !== '') && new Set(first).size === width && known(first) >= known(leaves))
    return columns.map(({ unit }, i) => (first[i] ?? '') + unit);
  const named = columns.map(({ names, unit }, i) => ({ names, whole: (leaves[i] ?? '') + unit, unit }));
  return named.map(({ names, whole, unit }) => {
    const like = named.filter((other) => other.whole === whole);
    if (like.length < 2 || names.length < 2) return whole;
    // from the nearest heading upwards, until it is told from the others
    for (let from = names.length - 2; from > 0; from--) {
      const name = names.slice(from).join(' ');
      if (like.filter((other) => other.names.slice(from).join(' ') === name).length === 1) return name + unit;
    }
    return names.join(' ') + unit;
  });
}
