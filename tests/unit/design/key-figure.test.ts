import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import KeyFigure from '#lib/design/KeyFigure.svelte';
import KeyFigures from '#lib/design/KeyFigures.svelte';

/** What a figure shows: its words in full, what of them is set small, and whether it is given the room of an amount. */
function shown(value: string) {
  const html = render(KeyFigure, { props: { value, label: 'label' } }).body.replaceAll(/<!--.*?-->/g, '');
  const [, figure = ''] = /<strong[^>]*>(.*?)<\/strong>/s.exec(html) ?? [];
  return {
    text: figure.replaceAll(/<[^>]*>/g, ''),
    small: [...figure.matchAll(/<small[^>]*>(.*?)<\/small>/g)].map(([, words = '']) => words.trim()),
    amount: /class="[^"]*\bamount\b/.test(html)
  };
}

describe('a key figure', () => {
  it.each([
    ['9', [], false],
    ['1,234', [], false],
    ['≥ 500 亿元', ['≥', '亿元'], true],
    ['≥ ¥50 billion', ['≥', 'billion'], true],
    ['≥ 1/3', ['≥'], true],
    ['¥1.5 million', ['million'], true],
    // no sign, number and unit: whole
    ['top 3', [], false],
    ['前 3 名', [], false],
    ['¥5 billion–¥6 billion', [], false]
  ])('%s keeps its words, its sign and unit small', (value, small, amount) => {
    expect(shown(value)).toEqual({ text: value, small, amount });
  });
});

describe('a head’s figures', () => {
  const rendered = (...values: string[]) =>
    render(KeyFigures, { props: { figures: values.map((value) => ({ value, label: `label of ${value}`, href: `#${value}` })) } }).body;
  const large = (html: string) =>
    [...html.matchAll(/<div class="figure[ "].*?<strong[^>]*>(.*?)<\/strong>/gs)].map(([, text = '']) => text.replaceAll(/<[^>]*>/g, ''));
  const few = (html: string) => [...html.matchAll(/<li[^>]*>.*?<strong[^>]*>(.*?)<\/strong>/gs)].map(([, text]) => text);

  it('are large where they are amounts or many; a count of a few stands in words, and none is lost', () => {
    const html = rendered('5', '≥ 500 亿元', '99', '2', '≥ 1/3');
    expect(large(html)).toEqual(['≥ 500 亿元', '99', '≥ 1/3']);
    expect(few(html)).toEqual(['5', '2']);
    for (const value of ['5', '99']) expect(html).toContain(`href="#${value}"`);
    expect(few(rendered('10', '99'))).toEqual([]);
  });
});
