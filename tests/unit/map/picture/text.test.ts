import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceText, textWidth, wrapText } from '#lib/map/picture/text';
import { escapeXml, tag } from '#lib/map/picture/xml';

describe('wrapping', () => {
  test('keeps brackets and punctuation where Chinese wants them', () => {
    const lines = wrapText('“中国医药港”建设三年行动计划（2024—2026）杭生创办〔2024〕01号，二〇二四年。', 130, 16);
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。）〕”]/);
      expect(line).not.toMatch(/[（〔“]$/);
    }
  });
  test('breaks addresses after their signs', () => {
    expect(wrapText('https://example.org/?layout=hz-one-core-four-parks', 240, 16)).toEqual(['https://example.org/?', 'layout=hz-one-core-four-', 'parks']);
  });
  test('loses nothing and keeps to the width, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 40, max: 400 }), (text, width) => {
        const lines = wrapText(text, width, 16);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) if (line.length > 1) expect(textWidth(line, 16)).toBeLessThanOrEqual(width);
      })
    );
  });
  test('evens out the lines of a name', () => {
    expect(balanceText('中国科学院杭州医学研究所', 184, 16)).toEqual(['中国科学院杭州', '医学研究所']);
  });
});

describe('markup', () => {
  test('of any text reads back as that text, without what XML forbids', () => {
    expect(escapeXml('a<b>&"\'\u0000\ufffe\ud800z\u{1f600}')).toBe('a&lt;b&gt;&amp;&quot;&#39;z\u{1f600}');
    expect(tag('text', { x: 1 / 3, fill: '"><script', y: undefined }, escapeXml('<'))).toBe('<text x="0.33" fill="&quot;&gt;&lt;script">&lt;</text>');
  });
});
