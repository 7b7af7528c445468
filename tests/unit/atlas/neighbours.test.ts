import { describe, expect, it } from 'vitest';
import { collapse, neighbourZones } from '#lib/atlas/neighbours';
import type { Zone } from '#lib/schema/atlas';

const zone = (id: string, layout: string, ...units: string[]) => ({ id, layout, units }) as unknown as Zone;
// a row of counties a b c d; A is the prefecture of a and b
const touching = new Map([
  ['a', new Set(['b'])],
  ['b', new Set(['a', 'c'])],
  ['c', new Set(['b', 'd'])],
  ['d', new Set(['c'])]
]);
const countiesOf = (unit: string) => (unit === 'A' ? ['a', 'b'] : [unit]);

describe('neighbouring zones', () => {
  it('touch where their counties do, a prefecture through its counties', () => {
    const [near, ...more] = neighbourZones(zone('one', 'x', 'A'), [zone('two', 'x', 'c'), zone('three', 'x', 'd')], touching, countiesOf);
    expect(near).toMatchObject({ zone: { id: 'two' }, shared: [], borders: [['b', 'c']] });
    expect(more).toEqual([]);
  });

  it('overlap where they share a county; a border inside both is none', () => {
    const [near] = neighbourZones(zone('one', 'x', 'A'), [zone('two', 'x', 'b', 'c')], touching, countiesOf);
    expect(near).toMatchObject({ shared: ['b'], borders: [] });
  });

  it('belong to the same layout, and a zone is not its own neighbour', () => {
    const own = zone('one', 'x', 'a');
    expect(neighbourZones(own, [own, zone('two', 'y', 'b')], touching, countiesOf)).toEqual([]);
  });
});

describe('counties in fewer words', () => {
  const parentOf = (code: string) => (code === 'a' || code === 'b' ? 'A' : undefined);

  it('all counties of a prefecture are the prefecture, some are themselves', () => {
    expect(collapse(['a', 'b', 'c'], parentOf, countiesOf)).toEqual(['A', 'c']);
    expect(collapse(['b', 'c'], parentOf, countiesOf)).toEqual(['b', 'c']);
  });
});
