import { afterEach, describe, expect, test, vi } from 'vitest';
import { CutNames, hideWithin, unseen } from '#lib/map/runtime/cut-names';
import type { Hidden } from '#lib/map/runtime/cut-names';

type Drawn = { layer: string; id: string; level?: string; box: readonly [number, number, number, number] };

/** A map that has placed some names: just what the module asks of one. */
function mapWith(drawn: Drawn[]) {
  const states = new Map<string, Record<string, unknown>>();
  const map = {
    getLayer: (id: string) => (drawn.some(({ layer }) => layer === id) ? {} : undefined),
    queryRenderedFeatures: ([[left, top], [right, bottom]]: [[number, number], [number, number]], { layers }: { layers: string[] }) =>
      drawn
        .filter(({ layer, box }) => layers.includes(layer) && box[0] <= right && box[2] >= left && box[1] <= bottom && box[3] >= top)
        .map(({ layer, id, level }) => ({ layer: { id: layer }, source: 'label-points', properties: { id, level } })),
    getFeatureState: ({ id }: { id: string }) => states.get(id) ?? {},
    setFeatureState: ({ id }: { id: string }, state: Record<string, unknown>) => states.set(id, { ...states.get(id), ...state })
  };
  return { map: map as unknown as Parameters<typeof hideWithin>[0], states };
}

const stage = { width: 400, height: 300 };
const button: Parameters<typeof unseen>[1][number] = [
  [350, 0],
  [400, 90]
];
const name = (id: string, box: Drawn['box'], layer = 'county-label'): Drawn => ({ layer, id, box });

describe('names that are cut off', () => {
  test('at any edge of the stage, or below a cover, are hidden; the others are not', () => {
    const cut = [
      name('left', [-20, 100, 30, 120]),
      name('right', [380, 100, 420, 120]),
      name('top', [100, -5, 150, 10]),
      name('bottom', [100, 295, 150, 310]),
      name('covered', [330, 50, 360, 70], 'place-label')
    ];
    const { map, states } = mapWith([...cut, name('seen', [200, 100, 250, 120])]);
    expect(hideWithin(map, unseen(stage, [button]), new Map())).toBe(true);
    expect([...states].filter(([, state]) => state.cut).map(([id]) => id)).toEqual(expect.arrayContaining(cut.map(({ id }) => id)));
    expect(states.has('seen')).toBe(false);
  });

  test('leave their marks, as long as those are seen as a whole', () => {
    const { map, states } = mapWith([
      name('a', [380, 100, 420, 120]),
      name('a', [370, 120, 390, 140], 'unit-mark'),
      name('b', [390, 200, 410, 220], 'unit-mark')
    ]);
    hideWithin(map, unseen(stage, []), new Map());
    expect(states.get('a')).toEqual({ cut: true, cutMark: false });
    expect(states.get('b')).toEqual({ cut: false, cutMark: true });
  });

  test('are shown again once they are seen as a whole, and nothing is drawn again where nothing has changed', () => {
    const drawn = [name('a', [380, 100, 420, 120])];
    const { map, states } = mapWith(drawn);
    const hidden: Hidden = new Map();
    expect(hideWithin(map, unseen(stage, []), hidden)).toBe(true);
    expect(hideWithin(map, unseen(stage, []), hidden)).toBe(false);
    drawn[0] = name('a', [300, 100, 340, 120]);
    expect(hideWithin(map, unseen(stage, []), hidden)).toBe(true);
    expect(states.get('a')?.cut).toBe(false);
    expect(hidden.size).toBe(0);
  });

  test('of zones are left alone: they stand in the middle of their ground', () => {
    const { map, states } = mapWith([{ ...name('zone', [380, 100, 420, 120]), level: 'zone' }]);
    expect(hideWithin(map, unseen(stage, []), new Map())).toBe(false);
    expect(states.size).toBe(0);
  });
});

describe('names are looked at', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('once, and again when they, the view or what covers it have changed', () => {
    const { map } = mapWith([name('a', [380, 100, 420, 120])]);
    const query = vi.spyOn(map, 'queryRenderedFeatures');
    let covers: object[] = [];
    let zoom = 7;
    vi.stubGlobal('document', { querySelectorAll: () => covers });
    vi.stubGlobal('getComputedStyle', () => ({ opacity: '1' }));
    const container = { getBoundingClientRect: () => ({ left: 0, top: 0, ...stage }), querySelectorAll: () => [] };
    const whole = Object.assign(map, { getContainer: () => container, getCenter: () => ({ lng: 120, lat: 30 }), getZoom: () => zoom });
    const cut = new CutNames();
    const looks = (names: readonly unknown[], bottom = 0) => {
      query.mockClear();
      cut.hide(whole as unknown as Parameters<CutNames['hide']>[0], { top: 0, right: 0, bottom, left: 0 }, names);
      return query.mock.calls.length > 0;
    };
    const [some, others] = [{}, {}];
    expect(looks([some])).toBe(true);
    expect(looks([some])).toBe(false);
    expect(looks([others])).toBe(true);
    zoom = 8;
    expect(looks([others])).toBe(true);
    covers = [{ getBoundingClientRect: () => ({ left: 0, top: 0, right: 90, bottom: 40, width: 90, height: 40 }) }];
    expect(looks([others])).toBe(true);
    expect(looks([others], 30)).toBe(true);
    expect(looks([others], 30)).toBe(false);
  });
});
