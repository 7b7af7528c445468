import { describe, expect, it } from 'vitest';
import { placesOn } from '#lib/map/picture/place-symbols';
import type { Place } from '#lib/schema/atlas';

const SIZE = { width: 360, height: 250 };
const place = (id: string, at: readonly [number, number], given: Partial<Place> = {}) => ({
  place: {
    id,
    name: { zh: `${id}产业园`, en: `${id} Industrial Park` },
    kind: 'park' as const,
    adcode: '330114',
    lon: 0,
    lat: 0,
    precision: 'town' as const,
    basis: { zh: '', en: '' },
    mentions: [],
    citations: [{ document: 'd', clause: '一' }],
    notes: [],
    ...given
  },
  at
});
const unit = (adcode: string, at: readonly [number, number], main = false) => ({ adcode, name: { zh: '钱塘区', en: 'Qiantang District' }, at, main });

describe('places on a small map', () => {
  it('a known site stays where it is, and others at the same spot move aside', () => {
    const drawn = placesOn({ ...SIZE, language: 'zh' }, [place('a', [100, 100]), place('b', [100, 100], { precision: 'site' }), place('c', [103, 101])], []);
    const at = Object.fromEntries(drawn.places.map(({ id, x, y, solid }) => [id, { x, y, solid }]));
    expect(at.b).toEqual({ x: 100, y: 100, solid: true });
    for (const [first, second] of [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c']
    ] as const) {
      const [one, two] = [at[first]!, at[second]!];
      expect(Math.max(Math.abs(one.x - two.x), Math.abs(one.y - two.y))).toBeGreaterThanOrEqual(11);
    }
  });

  it('the place that the picture is about stays where it is and has its name before others have their marks', () => {
    const around = [place('b', [100, 100], { precision: 'site' }), place('c', [130, 100]), place('d', [70, 100])];
    const drawn = placesOn({ ...SIZE, language: 'zh', about: 'a' }, [...around, place('a', [100, 100])], []);
    const own = drawn.places.filter(({ own: is }) => is);
    expect(own).toMatchObject([{ id: 'a', x: 100, y: 100, words: { lines: ['a产业园'] } }]);
    // in a picture of all of them, the known site stays and this one moves
    expect(placesOn({ ...SIZE, language: 'zh' }, [...around, place('a', [100, 100])], []).places.find(({ id }) => id === 'a')).not.toMatchObject({ y: 100 });
  });

  it('around the place that the picture is about, all that is drawn is near its point, named, and has air about its name', () => {
    const crowd = Array.from({ length: 11 }, (_, i) => place(`b${i}`, [180, 120]));
    const drawn = placesOn({ ...SIZE, language: 'zh', about: 'a' }, [place('a', [180, 120]), ...crowd], []);
    expect(drawn.places.length).toBeGreaterThan(2);
    expect(drawn.places.length).toBeLessThan(crowd.length + 1);
    const lines = drawn.places.flatMap(({ words }) => (words?.lines ?? []).map((_, i) => ({ ...words!, y: words!.y + i * 12 })));
    for (const { x, y, words } of drawn.places) {
      expect(Math.max(Math.abs(x - 180), Math.abs(y - 120))).toBeLessThanOrEqual(18);
      expect(words).toBeDefined();
    }
    for (const [i, a] of lines.entries())
      for (const b of lines.slice(i + 1)) if (a.x === b.x && a.end === b.end) expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(12 + 3);
  });

  it('draws no mark where only the district is known, nor beyond the picture', () => {
    const drawn = placesOn({ ...SIZE, language: 'zh' }, [place('a', [100, 100], { precision: 'district' }), place('b', [900, 100])], []);
    expect(drawn.places).toEqual([]);
  });

  it('names keep within the picture and clear of each other; one too long for four lines is cut', () => {
    const long = 'Innovation Institute for Artificial Intelligence in Medicine of the School of Medicine, Zhejiang University in the City of Hangzhou';
    const drawn = placesOn(
      { ...SIZE, language: 'en' },
      [place('a', [350, 60]), place('b', [30, 120], { name: { zh: '所', en: long } })],
      [unit('1', [60, 120], true)]
    );
    const [a, b] = drawn.places;
    expect(a?.words?.end).toBe(true);
    expect(b?.words?.lines.length).toBe(2);
    expect(b?.words?.lines.at(-1)).toMatch(/…$/);
    // the unit's name gives way
    expect(drawn.labels.every(({ y }) => Math.abs(y - 120) >= 12)).toBe(true);
  });

  it('what is around the place that the picture is about has its name in full or is left out', () => {
    const long = 'Innovation Institute for Artificial Intelligence in Medicine of the School of Medicine, Zhejiang University in the City of Hangzhou';
    const drawn = placesOn({ ...SIZE, language: 'en', about: 'a' }, [place('a', [30, 30]), place('b', [30, 120], { name: { zh: '所', en: long } })], []);
    expect(drawn.places.map(({ id, words }) => [id, words !== undefined])).toEqual([['a', true]]);
  });

  it('a name without room beside its symbol stands off, whole, with a line to it that crosses no other', () => {
    const crowd = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, i) =>
      place(id, [160 + (i % 3) * 18, 110 + Math.floor(i / 3) * 16], { precision: 'site', name: { zh: `${id}生物医药创新研究院与产业园`, en: id } })
    );
    const { places } = placesOn({ ...SIZE, language: 'zh' }, crowd, []);
    expect(places).toHaveLength(6);
    for (const { id, words } of places) expect(words?.lines.join(''), id).toBe(`${id}生物医药创新研究院与产业园`);
    const off = places.filter(({ words }) => words?.from !== undefined);
    expect(off).not.toHaveLength(0);
    for (const one of off)
      for (const other of places.filter(({ id }) => id !== one.id))
        for (let part = 0.1; part < 1; part += 0.1) {
          const [x, y] = [one.x + (one.words!.x - one.x) * part, one.y + (one.words!.from! - one.y) * part];
          expect(Math.max(Math.abs(x - other.x), Math.abs(y - other.y)), `${one.id} over ${other.id}`).toBeGreaterThan(4);
        }
  });

  it('a unit that is crowded out is named a little off, members before neighbours, or not at all', () => {
    const drawn = placesOn(
      { ...SIZE, language: 'zh' },
      [],
      [unit('1', [100, 100], true), unit('2', [104, 99], true), unit('3', [102, 101]), unit('4', [100, 101])]
    );
    expect(drawn.labels.map(({ adcode, y }) => [adcode, y])).toEqual([
      ['1', 100],
      ['2', 87],
      ['3', 113]
    ]);
  });

  it('a unit’s name stays inside the picture and loses its kind', () => {
    const { labels } = placesOn(
      { ...SIZE, language: 'en' },
      [],
      [{ ...unit('1', [2, 100], true), name: { zh: '景宁畲族自治县', en: 'Jingning She Autonomous County' } }]
    );
    expect(labels).toMatchObject([{ name: { en: 'Jingning' } }]);
    expect(labels[0]!.x).toBeGreaterThan(20);
  });

  it('names of neighbours give way to those of members', () => {
    const drawn = placesOn({ ...SIZE, language: 'zh' }, [], [unit('1', [100, 100]), unit('2', [104, 100], true)]);
    expect(drawn.labels.map(({ adcode, main, y }) => [adcode, main, y])).toEqual([
      ['2', true, 100],
      ['1', false, 88]
    ]);
  });
});
