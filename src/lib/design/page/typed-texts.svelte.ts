import { address } from './address.svelte';

/**
 * What stands in a page's fields whose text goes through the address, letter by letter, readable or not: it is the reader's, and no
 * address that was written from it takes any of it away. Once something else changes the query, fields show what that says.
 */
export class TypedTexts {
  #held = $state.raw<Readonly<{ turn: number; texts: Readonly<Record<string, string>> }>>({ turn: -1, texts: {} });

  /** by field */
  get texts(): Readonly<Record<string, string>> {
    return this.#held.turn === address.turn ? this.#held.texts : {};
  }
  set(field: string, text: string): void {
    this.#held = { turn: address.turn, texts: { ...this.texts, [field]: text } };
  }
  clear(): void {
    this.#held = { turn: -1, texts: {} };
  }
}
