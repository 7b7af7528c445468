import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLanguage, unmarkedChinese } from '../../../../scripts/steps/site/check-language';
import { temporaryDir } from '../pack/support';

const page = (body: string, head = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

describe('Chinese on a page in English', () => {
  it.each([
    ['in a text', '<dl><dd>Number 39号</dd></dl>', '<dd>', 'Number 39号'],
    ['in punctuation alone', '<p>Parks，towns</p>', '<p>', 'Parks，towns'],
    ['after a marked name', '<p><span lang="zh-CN">园</span> and 带</p>', '<p>', 'and 带'],
    ['in a part in English of a marked one', '<p lang="zh-CN">园<span lang="en">带</span></p>', '<span>', '带'],
    ['in an attribute', '<a href="/" title="三（七）">III (7)</a>', 'title of <a>', '三（七）'],
    ['in an attribute beside a ">"', `<img src=x data-a='">' alt="地图">`, 'alt of <img>', '地图'],
    ['in what a screen reader says', '<button aria-label="关闭">×</button>', 'aria-label of <button>', '关闭'],
    ['behind an element without an end', '<p>a<br>杭州</p>', '<p>', '杭州'],
    ['in a drawing', '<svg><title>钱塘</title><path d="M0 0"/></svg>', '<title>', '钱塘']
  ])('is found %s', (_, body, where, text) => {
    expect(unmarkedChinese(page(body))).toEqual([{ where, text }]);
  });

  it('is found in the title and the description', () => {
    const head = '<title>杭州</title><meta name="description" content="医药港"><link rel="icon" href="x">';
    expect(unmarkedChinese(page('', head)).map(({ where }) => where)).toEqual(['<title>', 'content of <meta>']);
  });

  it.each([
    ['marked, in text and attributes', '<p>Core (<span lang="zh-CN" title="核心">核</span>)</p>'],
    ['marked further out, with other elements in it', '<q lang="zh"><b>一<br>核</b>四<i>园</i></q>'],
    ['data and code', '<script type="application/ld+json">{"name":"<b>杭州"}</script><style>a::after{content:"园"}</style><!-- 园 -->'],
    ['addresses and values', '<a href="/data/示例.csv">sample</a><input value="名称">'],
    ['a wide space that sets a line in', '<option>\u3000Biologics</option>'],
    ['the switch to the other language', '<a href="/" hreflang="zh-CN" lang="zh-CN">中文</a>']
  ])('is passed over where it is %s', (_, body) => {
    expect(unmarkedChinese(page(body))).toEqual([]);
  });

  it('is no matter on pages in Chinese', () => {
    expect(unmarkedChinese(page('<p title="园">园</p>').replace('lang="en"', 'lang="zh-CN"'))).toEqual([]);
  });
});

it('tells of each text once, with the page that has it first', () => {
  const dir = temporaryDir();
  for (const name of ['a', 'b', 'c']) {
    mkdirSync(join(dir, name));
    writeFileSync(join(dir, name, 'index.html'), page(name === 'b' ? '<p>fine</p>' : '<p>园</p><p>园</p>'));
  }
  expect(checkLanguage(dir)).toEqual(['a/index.html and 1 more: Chinese that is not marked lang="zh-CN", <p>: 园']);
});
