import { describe, expect, it, vi } from 'vitest';
import { Footnotes } from '#lib/design/page/footnotes.svelte';

/* Elements are stood in for by their place in the document: nothing else of them is used. */

vi.stubGlobal('Node', { DOCUMENT_POSITION_FOLLOWING: 4 });
class FakeElement {
  constructor(readonly at: number) {}
  compareDocumentPosition = (other: FakeElement): number => (other.at > this.at ? 4 : 2);
}
const at = (place: number): Element => new FakeElement(place) as unknown as Element;
const settled = () => new Promise<void>((resolve) => queueMicrotask(resolve));
const told = (notes: Footnotes<string>) => notes.listed.map(({ key, number }) => `${number}${key}`).join(' ');

describe('footnotes of a page', () => {
  it('are numbered as they are met, each thing once: prerendering has nothing else to go by', () => {
    const notes = new Footnotes<string>();
    const numbers = ['b', 'a', 'b', 'c', 'a'].map((key) => notes.of(key, key).number);
    expect(numbers).toEqual([1, 2, 1, 3, 2]);
    expect(told(notes)).toBe('1b 2a 3c');
  });

  it('keep these numbers when a browser takes over', async () => {
    const notes = new Footnotes<string>();
    ['b', 'a', 'c'].forEach((key, i) => notes.hold([notes.of(key, key)])(at(i)));
    await settled();
    expect(told(notes)).toBe('1b 2a 3c');
  });

  it('follow the marks’ places when parts of a page come and go', async () => {
    const notes = new Footnotes<string>();
    const [b, a] = ['b', 'a'].map((key) => notes.of(key, key));
    const letGo = notes.hold([b!])(at(10));
    notes.hold([a!])(at(20));
    await settled();
    expect(told(notes)).toBe('1b 2a');
    // a part above them opens, with a mark for something new and for something known
    notes.hold([notes.of('c', 'c'), a!])(at(5));
    await settled();
    expect(told(notes)).toBe('1c 2a 3b');
    letGo();
    await settled();
    expect(told(notes)).toBe('1c 2a');
    // what comes back is the same as before
    expect(notes.of('b', 'b')).toBe(b);
  });
});
