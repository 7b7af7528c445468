/* Words by which tables say that a row is no entry of its own. */

const bare = (cell: string) => cell.replace(/[\s\u3000]+/g, '').replace(/[:：]$/, '');

const TOTAL =
  /^(?:[\p{Script=Han}\d、.（）()]{0,14}(?:合计|小计|总计|共计|合計|小計|總計|共計)(?:数|值|額|额)?|累计|总和|汇总|总数|总量|全[国省市区县]|其中)$|^(?:grand|sub|overall)?-?totals?$|^sum$|^sumtotal$/iu;
const TOTAL_EN = /^.{1,40}[\s:–-]+(?:sub-?|grand )?totals?:?$/i;

/** “合计”, “西湖区小计”, “Total”: a sum of other rows. */
export const isTotalWord = (cell: string): boolean => cell.length <= 48 && (TOTAL.test(bare(cell)) || TOTAL_EN.test(cell.trim()));

const NOTE =
  /^(?:[*※★]*\s*)?(?:注|备注|说明|附注|填表说明|资料来源|数据来源|来源|填表|制表|填报|审核|复核|负责人|联系人|联系电话|经办人|单位负责人|统计口径|截至|notes?|sources?|prepared by|remarks?)\s*[\d一二三]*\s*[:：.、]/i;
/** “一、医药制造业”: a heading of the rows that follow. */
const HEADING = /^[（(]?[一二三四五六七八九十]{1,3}(?:[)）]|[)）]?[、.．])/;

/** A note under a table or a heading within it: few cells, and the first says so. */
export function isNote(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const [first = ''] = filled;
  return (filled.length <= 3 && NOTE.test(first)) || (filled.length === 1 && cells.length >= 3 && HEADING.test(first));
}

/** The header once more, as on every page of a printed table. */
export function isHeaderAgain(cells: readonly string[], header: readonly string[]): boolean {
  const filled = cells.flatMap((cell, column) => (cell === '' ? [] : [cell.replace(/\s+/g, ' ') === header[column]]));
  return filled.length >= 2 && filled.filter(Boolean).length >= 0.6 * filled.length;
}

/** Last bytes, in UTF-8, of what `isTotalWord` knows: most words need not be looked at any further. */
const LAST = new Set([...'计計数值额額和总總汇量国省市区县中lLsSmM:：'].map((character) => new TextEncoder().encode(character).at(-1) ?? 0));
const LONGEST = 3 * 48;

/** The codes of a dictionary's words that are totals. */
export function totalCodes({ bytes, offsets }: Readonly<{ bytes: Uint8Array; offsets: Uint32Array }>): ReadonlySet<number> {
  const codes = new Set<number>();
  const decoder = new TextDecoder();
  for (let code = 0; code + 1 < offsets.length; code++) {
    const [from, to] = [offsets[code] ?? 0, offsets[code + 1] ?? 0];
    if (to === from || to - from > LONGEST || !LAST.has(bytes[to - 1] ?? 0)) continue;
    if (isTotalWord(decoder.decode(bytes.subarray(from, to)))) codes.add(code);
  }
  return codes;
}
