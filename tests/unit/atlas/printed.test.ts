import { describe, expect, it } from 'vitest';
import { findPrinted, markedPieces, printedParts } from '#lib/atlas/printed';

const marked = (text: string, words: string) =>
  markedPieces(text, findPrinted(text, words) ?? [])
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

describe('printed words in a printed text', () => {
  it('are found over line breaks, spaces and the width of punctuation', () => {
    expect(marked('产值达到\n\n500 亿元', '达到500亿元')).toEqual(['达到\n\n500 亿元']);
    expect(marked('建设"富阳药谷"（一期）', '“富阳药谷”(一期)')).toEqual(['"富阳药谷"（一期）']);
    expect(marked('高于 5％', '5%')).toEqual(['5％']);
  });

  it('are found part by part where something is left out, in that order only', () => {
    expect(printedParts('力争 … 左右')).toEqual(['力争', '左右']);
    expect(marked('力争达到40%左右', '力争 … 左右')).toEqual(['力争', '左右']);
    expect(findPrinted('力争达到40%左右', '左右…力争')).toBeUndefined();
  });

  it('are not found where they are not, and nothing is marked for nothing', () => {
    expect(findPrinted('甲乙', '丙')).toBeUndefined();
    expect(findPrinted('甲乙', '…')).toBeUndefined();
    expect(findPrinted('甲乙', '')).toBeUndefined();
  });

  it('leave the text whole', () => {
    const text = '一、到2026年，达到\n500亿元。';
    expect(
      markedPieces(text, findPrinted(text, '到2026年…500亿元') ?? [])
        .map((piece) => piece.text)
        .join('')
    ).toBe(text);
    expect(markedPieces(text, [])).toEqual([{ text, marked: false }]);
  });
});
