import type { MapLibreMap } from 'maplibre-gl';
import { describe, expect, test } from 'vitest';
import { decodeGeometry } from '#lib/map/layers/geometry';
import type { MapState } from '#lib/map/runtime/mount-options';
import { Scene } from '#lib/map/runtime/scene';
import { publishedAtlas, publishedTopology, tokensFromCss, viewOf } from '../layers/fixtures';

const published = publishedAtlas();
const topology = publishedTopology('overview');
const geometry = decodeGeometry(topology);
const [layout, other] = published.layouts.filter(({ zones }) => zones.length > 2).map(({ id }) => id);
const zones = published.zones.filter((zone) => zone.layout === layout);
const tokens = tokensFromCss('light');
const stateOf = (state: Parameters<typeof viewOf>[1]): MapState => ({
  view: viewOf(published, state),
  topologies: { overview: topology },
  tokens,
  locale: 'zh'
});

/** A map that keeps what it is told, as MapLibre would. */
function mapWithStates() {
  const states = new Map<string, unknown>();
  const sent: string[] = [];
  const map = {
    getSource: (id: string) => ({ setData: () => sent.push(id) }),
    listImages: () => [],
    setMissingStyleImageResolver: () => undefined,
    setPaintProperty: () => undefined,
    setLayoutProperty: () => undefined,
    setFeatureState: ({ source, id }: { source: string; id: string }, { emphasis }: { emphasis: string }) => states.set(`${source}/${id}`, emphasis),
    removeFeatureState: ({ source, id }: { source: string; id?: string }) => {
      if (id === undefined) states.clear();
      else states.delete(`${source}/${id}`);
    }
  };
  return { map: map as unknown as MapLibreMap, states, sent };
}

describe('what stands out or steps back', () => {
  test('has a state of its own, what is as usual has none: each tile of a source with states costs the page', () => {
    const { map, states } = mapWithStates();
    const scene = new Scene(stateOf({ layout }), geometry, true);
    const show = (state: Parameters<typeof viewOf>[1], pointed?: string) => scene.apply(map, { ...stateOf(state), pointed }, geometry);
    const of = (id: string) => ['zones', 'label-points'].map((source) => states.get(`${source}/${id}`));
    show({ layout });
    expect(states.size).toBe(0);
    show({ layout, selection: { kind: 'zone', id: zones[0]!.id } });
    expect(of(zones[0]!.id)).toEqual(['strong', 'strong']);
    expect(of(zones[1]!.id)).toEqual(['dim', 'dim']);
    show({ layout }, zones[1]!.id);
    expect(of(zones[0]!.id)).toEqual(['pale', 'pale']);
    show({ layout });
    expect(states.size).toBe(0);
    // another layout takes none along
    show({ layout, hiddenTiers: [zones[0]!.tier] });
    expect(of(zones[0]!.id)).toEqual(['off', 'off']);
    show({ layout: other });
    expect(states.size).toBe(0);
  });

  test('names are known to be as before where only that has changed', () => {
    const { map, sent } = mapWithStates();
    const scene = new Scene(stateOf({ layout }), geometry, true);
    const before = scene.names;
    scene.apply(map, { ...stateOf({ layout }), pointed: zones[0]!.id }, geometry);
    expect(scene.names).toEqual(before);
    expect(scene.names.every((one, i) => one === before[i])).toBe(true);
    expect(sent).toEqual([]);
    scene.apply(map, stateOf({ layout: other }), geometry);
    expect(scene.names[0]).not.toBe(before[0]);
    expect(sent).toContain('label-points');
  });
});
