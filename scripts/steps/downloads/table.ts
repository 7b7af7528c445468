import type { Text } from '#lib/schema/common';

export type Cell = string | number | undefined;
/** A column: its stable name (the header), what it holds, and how to read it off an item. */
export type Column<T> = Readonly<{ key: string; about: Text; value: (item: T) => Cell }>;
/** A table to publish; the first row of `rows` belongs to the first item. */
export type Table = Readonly<{ name: string; title: Text; columns: readonly Readonly<{ key: string; about: Text }>[]; rows: readonly (readonly Cell[])[] }>;

export function makeTable<T>(name: string, title: Text, items: readonly T[], columns: readonly Column<T>[]): Table {
  return { name, title, columns, rows: items.map((item) => columns.map(({ value }) => value(item))) };
}

/** One column for a code, number or text that needs no translation. */
export const plain = <T>(key: string, zh: string, en: string, value: (item: T) => Cell): Column<T>[] => [{ key, about: { zh, en }, value }];

/** Two columns, key_zh and key_en, for a text in both languages. */
export const both = <T>(key: string, zh: string, en: string, value: (item: T) => Text | undefined): Column<T>[] => [
  { key: `${key}_zh`, about: { zh: `${zh}（中文）`, en: `${en}, Chinese` }, value: (item) => value(item)?.zh },
  { key: `${key}_en`, about: { zh: `${zh}（英文）`, en: `${en}, English` }, value: (item) => value(item)?.en }
];
