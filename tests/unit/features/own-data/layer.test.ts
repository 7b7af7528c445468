import { describe, expect, test } from 'vitest';
import { afterRemoval, foundFirst, freeColour, OWN_COLOURS, settingsOf, withContent, withLayer, withMoved, withSettings } from '#lib/features/own-data/layer';
import type { LayerContent, LayerSettings, OwnLayer } from '#lib/features/own-data/layer';
import { LayerList } from '#lib/features/own-data/layers.svelte';
import type { OwnColumn } from '#lib/features/own-data/table/table';
import { makeTable } from './table/make-table';

const content = (name: string, columns?: readonly OwnColumn[]): LayerContent => {
  const table = { ...makeTable([{ at: [120, 30], value: 1 }]), name };
  return { table: columns ? { ...table, columns } : table, whereabouts: { spots: [], placed: [1, 0, 0, 0, 0], box: [120, 30, 120, 30] } };
};
const stacked = (...names: string[]): OwnLayer[] => names.reduceRight<OwnLayer[]>((layers, name) => withLayer(layers, name, content(name)), []);
const order = (layers: readonly OwnLayer[]) => layers.map(({ id }) => id).join('');
const modes = (layers: readonly OwnLayer[]) => layers.map(({ id, view }) => `${id}:${view.mode}`);

describe('a new layer', () => {
  test('lies above the others, is shown and called as its file', () => {
    const layers = stacked('c', 'b', 'a');
    expect(order(layers)).toBe('cba');
    expect(layers.every(({ id, name, shown }) => shown && name === id)).toBe(true);
  });

  test('has a colour of its own while there are enough, then the one that is used least', () => {
    const many = stacked(...Array.from({ length: OWN_COLOURS }, (_, i) => String(i)));
    expect(new Set(many.map(({ colour }) => colour)).size).toBe(OWN_COLOURS);
    expect(freeColour([])).toBe(0);
    expect(freeColour(many)).toBe(0);
    expect(freeColour(many.filter(({ colour }) => colour !== 2))).toBe(2);
  });

  test.each([-1, 1.5, NaN, OWN_COLOURS + 1])('saved with colour %d has one that there is', (colour) => {
    const [layer] = withLayer([], 'a', content('a'), { name: 'a', colour, shown: true, view: { mode: 'auto', measure: 'count' } });
    expect(Number.isInteger(layer?.colour) && (layer?.colour ?? -1) >= 0 && (layer?.colour ?? OWN_COLOURS) < OWN_COLOURS).toBe(true);
  });

  test('keeps what was saved of it, but for columns that it has not', () => {
    const saved: LayerSettings = { name: '地块', colour: 3, shown: false, view: { mode: 'points', measure: 'sum', column: 0, sizeBy: 1 } };
    const [layer] = withLayer([], 'a', content('a'), saved);
    expect(layer && settingsOf(layer)).toEqual({ ...saved, view: { ...saved.view, sizeBy: undefined } });
  });
});

describe('order', () => {
  test('changes by one step, and not beyond the ends', () => {
    const layers = stacked('a', 'b', 'c');
    expect(order(withMoved(layers, 'c', -1))).toBe('acb');
    expect(order(withMoved(layers, 'a', 1))).toBe('bac');
    expect(order(withMoved(layers, 'a', -1))).toBe('abc');
    expect(order(withMoved(layers, 'c', 1))).toBe('abc');
    expect(order(withMoved(layers, 'x', 1))).toBe('abc');
  });

  test('what is clicked is found in the topmost that has it', () => {
    expect(foundFirst([{ at: undefined }, { at: 2 }, { at: 3 }], ({ at }) => at)).toEqual({ thing: { at: 2 }, found: 2 });
    expect(foundFirst([0], () => undefined)).toBeUndefined();
  });

  test('after a removal the one in its place is looked at', () => {
    const layers = stacked('a', 'b', 'c');
    expect(['a', 'b', 'c'].map((id) => afterRemoval(layers, id)?.id)).toEqual(['b', 'c', 'b']);
    expect(afterRemoval(stacked('a'), 'a')).toBeUndefined();
  });
});

describe('settings', () => {
  test('never leave a layer without a name', () => {
    const layers = stacked('a', 'b');
    expect(withSettings(layers, 'a', { name: '  甲 ' })[0]?.name).toBe('甲');
    expect(withSettings(layers, 'a', { name: '   ' })[0]?.name).toBe('a');
  });

  test('let one layer shade districts or zones at a time', () => {
    const first = withSettings(stacked('a', 'b', 'c'), 'b', { view: { mode: 'districts', measure: 'count' } });
    expect(modes(first)).toEqual(['a:auto', 'b:districts', 'c:auto']);
    const second = withSettings(first, 'c', { view: { mode: 'zones', measure: 'count' } });
    expect(modes(second)).toEqual(['a:auto', 'b:auto', 'c:zones']);
    // what has nothing to do with shades changes none
    expect(modes(withSettings(second, 'a', { shown: false }))).toEqual(modes(second));
    const saved: LayerSettings = { name: 'd', colour: 0, shown: true, view: { mode: 'districts', measure: 'count' } };
    expect(modes(withLayer(second, 'd', content('d'), saved))).toEqual(['d:districts', 'a:auto', 'b:auto', 'c:auto']);
  });

  test('outlast another reading of the file: columns are found again by their names', () => {
    const layers = withSettings(stacked('a', 'b'), 'b', { name: '乙', shown: false, view: { mode: 'points', measure: 'sum', column: 0 } });
    const { columns } = content('b').table;
    const corrected = withContent(layers, 'b', content('b', [...columns].reverse()))[1];
    expect(corrected).toMatchObject({ id: 'b', name: '乙', shown: false, colour: layers[1]?.colour, view: { mode: 'points', measure: 'sum', column: 1 } });
    const without = withContent(layers, 'b', content('b', columns.slice(1)))[1];
    expect(without?.view).toMatchObject({ mode: 'points', measure: 'count', column: undefined });
  });
});

describe('the layers of a visit', () => {
  test('look at what came last, and after it is gone at its neighbour', () => {
    const layers = new LayerList();
    const first = layers.add(content('a'));
    const second = layers.add({ ...content('b'), kept: 'k' });
    expect([layers.active?.id, layers.settings.active]).toEqual([second, 0]);
    layers.remove(second);
    expect(layers.active?.id).toBe(first);
    layers.layout = 'x';
    layers.remove(first);
    expect([layers.active, layers.layout]).toEqual([undefined, undefined]);
  });

  test('what is read anew is no longer what was kept, and is not read into a layer that is gone', () => {
    const layers = new LayerList();
    const id = layers.add({ ...content('a'), kept: 'k' });
    expect(layers.replace(id, content('a'))).toBe(true);
    expect(layers.active?.kept).toBeUndefined();
    layers.remove(id);
    expect(layers.replace(id, content('a'))).toBe(false);
  });

  test('their settings are plain data that come back the same', () => {
    const layers = new LayerList();
    layers.add(content('a'));
    const id = layers.add(content('b'));
    layers.change(id, { name: '乙', colour: 4, view: { mode: 'districts', measure: 'mean', column: 0 } });
    layers.activate('1');
    layers.layout = 'one';
    layers.box = [119, 29, 121, 31];
    const saved = JSON.parse(JSON.stringify(layers.settings)) as typeof layers.settings;
    expect(saved.active).toBe(1);
    const again = new LayerList();
    again.add(content('c'));
    again.restore(
      saved.layers.map(({ name }) => content(name)),
      saved
    );
    expect(again.list.map(({ name }) => name)).toEqual(['乙', 'a', 'c']);
    expect(again.list.map(({ table }) => again.inProject.has(table))).toEqual([true, true, false]);
    expect([again.active?.name, again.arrived?.box]).toEqual(['a', saved.box]);
    again.remove('1');
    again.box = saved.box;
    expect(JSON.parse(JSON.stringify(again.settings))).toEqual(saved);
  });
});
