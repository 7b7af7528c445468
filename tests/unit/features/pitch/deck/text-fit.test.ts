import { afterAll, describe, expect, it } from 'vitest';
import { lineCount, POINT } from '#lib/features/pitch/deck/measure';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { allOf, treeOf } from './element-order';
import type { Element } from './element-order';
import { DECKS, deckOf, numbered } from './read-deck';

/* Text stays in its box: the finished XML is read, and each box's lines are counted with the widths that the deck was planned with. */

const EMU = 914_400;
/** Where no size is said it is the layout's. */
const USUAL: Readonly<Record<string, number>> = { ctrTitle: 40, title: 26, subTitle: 16, ftr: 9, sldNum: 9 };
const SIGNS: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
/** Lines without a distance of their own. */
const SINGLE = 1.36;
/** Points that rounding may take. */
const SLACK = 1.5;

const number = (element: Element | undefined, key: string, otherwise: number) => Number(element?.attributes[key] ?? otherwise);

/** Height of a text body's lines in a width, points. */
function heightOf(body: Element, width: number, usual: number): number {
  return allOf(body, 'a:p').reduce((sum, paragraph) => {
    const look = allOf(paragraph, 'a:pPr')[0];
    const runs = allOf(paragraph, 'a:r').map((run) => ({
      text: allOf(run, 'a:t')[0]?.text ?? '',
      size: number(allOf(run, 'a:rPr')[0], 'sz', usual * 100) / 100
    }));
    const text = runs.map(({ text: words }) => words.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => SIGNS[name] ?? '')).join('');
    const size = Math.max(...runs.map((run) => run.size), text ? 0 : number(allOf(paragraph, 'a:endParaRPr')[0], 'sz', usual * 100) / 100);
    const line = number(allOf(look ?? treeOf(''), 'a:lnSpc').flatMap((one) => allOf(one, 'a:spcPts'))[0], 'val', size * SINGLE * 100) / 100;
    const after = number(allOf(look ?? treeOf(''), 'a:spcAft').flatMap((one) => allOf(one, 'a:spcPts'))[0], 'val', 0) / 100;
    return sum + lineCount(text, size, width - number(look, 'marL', 0) / EMU) * line + after;
  }, 0);
}

/** Boxes and cells whose text is higher than they are, or that reach over the foot. */
function overflowing(slide: string, layouts: readonly string[]): string[] {
  const tree = treeOf(slide);
  const placeholders = layouts.flatMap((xml) => allOf(treeOf(xml), 'p:sp'));
  const kindOf = (shape: Element) => allOf(shape, 'p:ph')[0]?.attributes.type;
  const boxes = allOf(tree, 'p:sp').flatMap((shape) => {
    const kind = kindOf(shape);
    const own = (one: Element) => allOf(one, 'a:xfrm').length > 0;
    const at = own(shape) ? shape : placeholders.find((one) => kind !== undefined && kindOf(one) === kind && own(one));
    const [place, size, body] = [allOf(at ?? shape, 'a:off')[0], allOf(at ?? shape, 'a:ext')[0], allOf(shape, 'p:txBody')[0]];
    const words =
      body &&
      allOf(body, 'a:t')
        .map(({ text }) => text)
        .join('');
    if (!body || !words || !place || !size) return [];
    // a placeholder's insets are its layout's, wherever it stands
    const inset = allOf(placeholders.find((one) => kind !== undefined && kindOf(one) === kind && own(one)) ?? shape, 'a:bodyPr')[0];
    const width = (number(size, 'cx', 0) - number(inset, 'lIns', 91_440) - number(inset, 'rIns', 91_440)) / EMU;
    const room = ((number(size, 'cy', 0) - number(inset, 'tIns', 45_720) - number(inset, 'bIns', 45_720)) / EMU) * POINT;
    const high = heightOf(body, width, USUAL[kind ?? ''] ?? 18);
    const inside =
      number(place, 'x', 0) >= 0 && number(place, 'x', 0) + number(size, 'cx', 0) <= 13.34 * EMU && number(place, 'y', 0) + number(size, 'cy', 0) <= 7.5 * EMU;
    return high > room + SLACK || !inside ? [`${words.slice(0, 40)}: ${high.toFixed(1)} pt in ${room.toFixed(1)}`] : [];
  });
  const tables = allOf(tree, 'p:graphicFrame').flatMap((frame) => {
    const widths = allOf(frame, 'a:gridCol').map((one) => number(one, 'w', 0) / EMU);
    const rows = allOf(frame, 'a:tr');
    const high = rows.map((row) => {
      const cells = allOf(row, 'a:tc').map((cell, i) => {
        const look = allOf(cell, 'a:tcPr')[0];
        const width = (widths[i] ?? 0) - (number(look, 'marL', 91_440) + number(look, 'marR', 91_440)) / EMU;
        return heightOf(allOf(cell, 'a:txBody')[0] ?? cell, width, 18) + ((number(look, 'marT', 45_720) + number(look, 'marB', 45_720)) / EMU) * POINT;
      });
      return Math.max(...cells);
    });
    const grown = rows.flatMap((row, i) => {
      const room = (number(row, 'h', 0) / EMU) * POINT;
      return (high[i] ?? 0) > room + SLACK ? [`row ${i + 1} grows from ${room.toFixed(1)} to ${high[i]?.toFixed(1)} pt`] : [];
    });
    const foot = (number(allOf(frame, 'a:off')[0], 'y', 0) / EMU) * POINT + rows.reduce((sum, row) => sum + (number(row, 'h', 0) / EMU) * POINT, 0);
    return [...grown, ...(foot > 7.03 * POINT ? [`a table reaches down to ${foot.toFixed(0)} pt`] : [])];
  });
  return [...boxes, ...tables];
}

afterAll(() => overwriteGetLocale(() => 'zh'));

describe.each(DECKS)('a deck in %s for %s, %s', (...which) => {
  it('has no text outside its box and no row that grows', async () => {
    const { parts } = await deckOf(which);
    const layouts = [...numbered(parts, 'slideLayouts'), ...numbered(parts, 'slideMasters')];
    for (const [i, slide] of numbered(parts, 'slides').entries()) expect(overflowing(slide, layouts), `slide ${i + 1}`).toEqual([]);
  }, 60_000);
});

it('a box that is too low is found', async () => {
  const { parts } = await deckOf(['zh', 'investor', 'three zones', undefined]);
  const [, overview = ''] = numbered(parts, 'slides');
  const low = overview.replace(/(<a:ext cx="\d+" cy=")\d+/g, (_, head: string) => `${head}90000`);
  expect(low).not.toBe(overview);
  expect(overflowing(low, numbered(parts, 'slideMasters'))).not.toEqual([]);
});
