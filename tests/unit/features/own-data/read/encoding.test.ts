import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectEncoding, isUtf8, looksBinary } from '#lib/features/own-data/read/encoding';

const utf8 = (text: string) => new TextEncoder().encode(text);
const chinese = fc
  .string({ unit: fc.constantFrom(...'浙江省杭州市钱塘区医药生物科技有限公司产业园一二三,\n1.5'), minLength: 12, maxLength: 80 })
  .filter((text) => /[\u4e00-\u9fff]{4}/.test(text));

/** Characters to GB 18030 bytes, by asking the platform what each two-byte pair means. */
const toGbk = (() => {
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  }
  return (text: string) =>
    new Uint8Array([...text].flatMap((character) => (character.charCodeAt(0) < 128 ? [character.charCodeAt(0)] : (codes.get(character) ?? []))));
})();

describe('encoding by trial', () => {
  it('tells UTF-8 from GB 18030 in any Chinese text, wherever a sample is cut', () => {
    fc.assert(
      fc.property(chinese, fc.nat(3), fc.nat(3), (text, front, back) => {
        const bytes = utf8(text);
        expect(isUtf8(bytes.subarray(Math.min(front, 3), bytes.length - back))).toBe(true);
        expect(detectEncoding([bytes])).toBe('utf-8');
        const gbk = toGbk(text);
        expect(new TextDecoder('gb18030').decode(gbk)).toBe(text);
        expect(detectEncoding([gbk])).toBe('gb18030');
      }),
      { numRuns: 500 }
    );
  });

  it('knows UTF-16 by its mark and by its zeros', () => {
    const little = (text: string) => new Uint8Array([...text].flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8]));
    expect(detectEncoding([new Uint8Array([0xff, 0xfe, ...little('中')])])).toBe('utf-16le');
    expect(detectEncoding([new Uint8Array([0xfe, 0xff, 0x4e, 0x2d])])).toBe('utf-16be');
    expect(detectEncoding([little('名称,120.1,30.2\n')])).toBe('utf-16le');
    expect(looksBinary(little('名称,120.1,30.2\n'))).toBe(false);
  });

  it('takes plain letters for UTF-8, and asks every sample', () => {
    expect(detectEncoding([utf8('name,lon,lat')])).toBe('utf-8');
    expect(detectEncoding([utf8('name,lon,lat'), toGbk('杭州市')])).toBe('gb18030');
    expect(detectEncoding([utf8('名称'), utf8('杭州').subarray(1)])).toBe('utf-8');
  });
});
