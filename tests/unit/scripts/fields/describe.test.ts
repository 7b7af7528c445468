import { expect, it } from 'vitest';
import { Descriptions } from '../../../../scripts/steps/fields/describe';
import { TABLES } from '../../../../scripts/steps/fields/walk';
import { worksheetSheets } from '../../../../scripts/steps/worksheet/sheets';

it('every table and field of the format is described, and nothing else is', () => {
  const descriptions = new Descriptions();
  worksheetSheets(descriptions);
  expect(descriptions.keys.filter((key) => !descriptions.used.has(key))).toEqual([]);
});

it('every word of a closed list has a name, and no two of a list the same', () => {
  for (const { columns, key } of worksheetSheets()) {
    for (const { value, labels, column } of columns) {
      const one = value.type === 'list' ? value.of : value;
      if (!column || one.type !== 'choice') continue;
      const names = one.values.map((word) => labels[word]);
      expect(
        names.filter((name) => name === undefined),
        `${key}.${column.path.join('.')}`
      ).toEqual([]);
      expect(new Set(names).size, `${key}.${column.path.join('.')}`).toBe(names.length);
    }
  }
});

it('a table that others refer to has ids', () => {
  const withIds = new Set(TABLES.filter(({ columns }) => columns.some(({ path }) => path.join('.') === 'id')).map(({ key }) => key));
  for (const { columns } of worksheetSheets()) for (const { ref } of columns) if (ref !== undefined) expect(withIds).toContain(ref);
});
