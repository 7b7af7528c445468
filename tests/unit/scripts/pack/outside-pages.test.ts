import { describe, expect, it } from 'vitest';
import { readPack } from '../../../../scripts/steps/pack/read-pack';
import { compileAtlas } from '../../../../scripts/steps/pack/compile-atlas';
import { DEMO_PACK, brokenPack } from './support';

const FILE = 'documents/demo-plan/document.yaml';
const page = (url: string) => `{ title: { zh: 页, en: page }, publisher: { zh: 甲, en: A }, url: "${url}", read: 2026-01-02, states: { zh: 述, en: said } }`;
const withText = (text: string) => readPack(brokenPack(FILE, 'notes: [demo-made-up]', text));
const document = (pack: ReturnType<typeof readPack>) => compileAtlas(pack, [], '2026-06-30').documents[0];

describe('what a document says on the word of pages outside the pack', () => {
  it('is published with the document, and left out where there is none', () => {
    expect(document(readPack(DEMO_PACK))).not.toHaveProperty('sources');
    expect(document(withText(`sources: [${page('https://a.example/x')}]\nnotes: [demo-made-up]`))).toMatchObject({ sources: [{ url: 'https://a.example/x' }] });
  });

  it('needs an address to open', () => {
    expect(() => withText(`sources: [${page('javascript:alert(1)')}]\nnotes: [demo-made-up]`)).toThrow(/an address begins with http/);
  });

  it('years are not proved by nothing', () => {
    const years = 'aboutYears: { from: 2017, to: 2017, proved: true }\nnotes: [demo-made-up]';
    expect(() => withText(years)).toThrow(/years are proved by a page in sources; there is none/);
    expect(document(withText(`sources: [${page('https://a.example/x')}]\n${years}`))).toMatchObject({ aboutYears: { proved: true } });
  });
});
