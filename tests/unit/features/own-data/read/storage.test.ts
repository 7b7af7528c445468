import { describe, expect, test } from 'vitest';
import { KeptDamaged, LONGEST_NAME, OwnStorage } from '#lib/features/own-data/read/storage';
import type { Shelf } from '#lib/features/own-data/read/shelf';
import { makeTable } from '../table/make-table';

/** A shelf in memory; like IndexedDB it keeps copies. */
function memory() {
  const labels = new Map<string, unknown>();
  const contents = new Map<string, unknown>();
  const shelf: Shelf = {
    labels: () => Promise.resolve([...labels.values()].map((label) => structuredClone(label))),
    content: (id) => Promise.resolve(structuredClone(contents.get(id))),
    put: (label, content) => {
      labels.set(label.id, structuredClone(label));
      contents.set(label.id, structuredClone(content));
      return Promise.resolve();
    },
    relabel: (label) => Promise.resolve(void labels.set(label.id, structuredClone(label))),
    remove: (id) => Promise.resolve(void (labels.delete(id), contents.delete(id)))
  };
  return { labels, contents, shelf };
}

const table = makeTable([
  { at: [120, 30], county: '330106', value: 1, text: '甲' },
  { at: [121, 29], value: undefined, text: '乙' }
]);
let clock = 0;
let number = 0;
const open = (shelf: Shelf) =>
  new OwnStorage(
    shelf,
    () => `id-${(number += 1)}`,
    () => new Date(Date.UTC(2026, 0, 1) + (clock += 1000))
  );

describe('what a reader keeps', () => {
  test('a table comes back as it was; the newest is listed first, with its size', async () => {
    const { shelf } = memory();
    const storage = open(shelf);
    const first = await storage.save('地块', { kind: 'table', table });
    const second = await storage.save('进度', { kind: 'actuals', actuals: [{ line: 2, target: 't', year: 2025, value: 1, unit: '家' }] });
    expect((await storage.list()).labels).toEqual([second, first]);
    expect(await storage.open(first.id)).toEqual({ kind: 'table', table });
    // 2 rows of 16 + 1 + 2 + 4 bytes; 16 of numbers; codes 8, words 6, offsets 12
    expect(first).toMatchObject({ rows: 2, bytes: 46 + 16 + 26, kind: 'table' });
  });

  test('it can be renamed and deleted; a name is never empty and never endless', async () => {
    const { shelf, contents } = memory();
    const storage = open(shelf);
    const label = await storage.save('  ', { kind: 'table', table });
    expect(label.name).toBe('table');
    expect(await storage.rename(label, ' 新名 ')).toMatchObject({ id: label.id, name: '新名' });
    expect((await storage.list()).labels[0]?.name).toBe('新名');
    expect((await storage.rename(label, '   ')).name).toBe('table');
    expect((await storage.rename(label, '长'.repeat(500))).name).toHaveLength(LONGEST_NAME);
    await storage.remove(label.id);
    expect(await storage.list()).toEqual({ labels: [], damaged: [] });
    expect(contents.size).toBe(0);
  });

  test.each([
    ['nothing', undefined],
    ['another thing', 'rubbish'],
    ['too few positions', { kind: 'table', table: { ...table, positions: table.positions.slice(2) } }],
    ['a column cut short', { kind: 'table', table: { ...table, columns: [{ name: 'x', kind: 'number', values: new Float64Array(1) }] } }],
    ['a unit beyond the list', { kind: 'table', table: { ...table, counties: [] } }],
    ['an unknown placement', { kind: 'table', table: { ...table, placement: new Uint8Array([9, 9]) } }],
    ['values without a year', { kind: 'actuals', actuals: [{ line: 1, target: 't', value: 1, unit: '家' }] }]
  ])('%s in its place is damaged, not opened', async (_, content) => {
    const { shelf, contents } = memory();
    const storage = open(shelf);
    const label = await storage.save('x', { kind: 'table', table });
    contents.set(label.id, content);
    await expect(storage.open(label.id)).rejects.toBeInstanceOf(KeptDamaged);
  });

  test('a label of another form is set aside, and the rest is listed', async () => {
    const { shelf, labels } = memory();
    const storage = open(shelf);
    const good = await storage.save('good', { kind: 'table', table });
    labels.set('old', { ...good, id: 'old', form: 0 });
    labels.set('worse', { ...good, id: 'worse', savedAt: 'yesterday' });
    labels.set('junk', 7);
    expect(await storage.list()).toEqual({ labels: [good], damaged: ['old', 'worse'] });
  });
});
