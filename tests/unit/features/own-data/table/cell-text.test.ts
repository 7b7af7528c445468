import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countInvisible, isBlankText, isPlaceholder, stripInvisible } from '#lib/features/own-data/table/cell-text';
import { isBlankIn } from '#lib/features/own-data/read/blank-bytes';
import { InvisibleFilter } from '#lib/features/own-data/read/invisible-bytes';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('cells that say only that nothing is known', () => {
  const unknown = [
    '无',
    '—',
    '——',
    '-',
    '--',
    '/',
    '／',
    '\\',
    'NULL',
    'null',
    'N/A',
    'n/a',
    'NaN',
    '待定',
    '（待定）',
    '暂无',
    '不详',
    ' 未知 ',
    '#N/A',
    '…',
    '？'
  ];
  const said = ['0', '0.0', '-1', '+5', '.5', '无锡', '无名公司', '待定公司一', '西湖区', 'Nan Hu', 'A', '1/5', '3-5', '甲', '2024-01', '空港园区', '万'];
  it('are told from those that say something, as text and as bytes', () => {
    for (const text of unknown) expect([isPlaceholder(text), isBlankText(text)], text).toEqual([true, true]);
    for (const text of said) expect([isPlaceholder(text), isBlankText(text)], text).toEqual([false, false]);
  });

  it('are the same in bytes, whatever the text', () => {
    const text = fc.oneof(fc.constantFrom(...unknown, ...said, '', ' ', '\u3000'), fc.string({ unit: 'binary', maxLength: 20 }));
    fc.assert(
      fc.property(text, text, (before, written) => {
        const cell = stripInvisible(written);
        const bytes = bytesOf(`${before}${cell}`);
        const from = bytesOf(before).length;
        expect(isBlankIn(bytes, from, bytes.length)).toBe(isBlankText(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(from))));
      })
    );
  });
});

describe('characters that nobody sees', () => {
  const unseen = ['\u200b', '\ufeff', '\u202a', '\u2069', '\u00ad', '\u200d', '\u0007', '\u2060'];
  it('are left out, and a no-break space becomes a plain one', () => {
    for (const character of unseen) expect(stripInvisible(`${character}西${character}湖${character}`)).toBe('西湖');
    expect(stripInvisible('a\u00a0b')).toBe('a b');
    expect(stripInvisible('“西湖”—3×5 · ５，é\t\n')).toBe('“西湖”—3×5 · ５，é\t\n');
    expect(countInvisible('\u200b1\u00a0')).toBe(2);
  });

  it('are left out of bytes that come in pieces of any size, as out of the whole text', () => {
    const text = fc.string({ unit: fc.constantFrom(...unseen, '\u00a0', '\u0000', '“', '—', '西', '，', 'a', '1', ',', '\n', '😀', 'é') });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 5 }), (whole, size) => {
        const filter = new InvisibleFilter();
        const bytes = bytesOf(whole);
        const out: number[] = [];
        for (let at = 0; at < bytes.length; at += size) out.push(...filter.push(bytes.slice(at, at + size), at + size >= bytes.length));
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(out))).toBe(stripInvisible(whole));
        expect(filter.invisible + filter.nuls).toBe(countInvisible(whole));
      })
    );
  });

  it('leave bytes alone that are no UTF-8', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const shown = (given: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(given);
        const clean = stripInvisible(shown(bytes));
        if (clean === shown(bytes)) expect(shown(new InvisibleFilter().push(bytes.slice(), true))).toBe(clean);
      })
    );
  });
});
