import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { diffLayers } from '#lib/map/layers/diff';
import { decodeGeometry } from '#lib/map/layers/geometry';
import { DECK_BEFORE, GROUND, LAYER_ORDER, SCHEMATIC, SOURCE_IDS } from '#lib/map/layers/order';
import { markOf, rowOf } from '#lib/map/layers/images';
import { buildLayers, buildStyle, createSourceBuilder, emptySources } from '#lib/map/layers/style';
import { HUES, TIERS } from '#lib/schema/terms';
import { atlasData, place, zone } from '../../atlas/fixtures';
import { publishedAtlas, publishedTopology, squares, tokensFromCss, viewOf } from './fixtures';

const light = tokensFromCss('light');
const dark = tokensFromCss('dark');
const published = publishedAtlas();
const geometry = decodeGeometry(publishedTopology('overview'));
const complaints = (style: StyleSpecification): string[] => validateStyleMin(style).map(({ message }) => message);

describe('the style', () => {
  test.each(published.layouts.map(({ id }) => id))('of %s is valid in both languages and themes', (layout) => {
    const data = createSourceBuilder()(viewOf(published, { layout }), geometry);
    for (const locale of ['zh', 'en'] as const) {
      for (const tokens of [light, dark]) expect(complaints(buildStyle(data, buildLayers(tokens, locale)))).toEqual([]);
    }
    expect(complaints(buildStyle(data, buildLayers(light, 'zh', { ground: false })))).toEqual([]);
  });

  test('draws a zone of every tier, and names images that tell all that they show', () => {
    const data = atlasData({
      zones: TIERS.map((tier, i) => zone(tier, { tier, units: [i % 2 ? '330100' : '330201', '330102'], hue: HUES[i]!, mark: { zh: '药', en: 'Rx' } })),
      places: [place('p', 'park', ['doc'])]
    });
    const sources = createSourceBuilder()(viewOf(data, { document: 'doc' }), decodeGeometry(squares()));
    expect(complaints(buildStyle(sources, buildLayers(light, 'en')))).toEqual([]);
    expect(sources.zones.features.filter(({ properties }) => properties?.shape === 'members')).toHaveLength(TIERS.length);
    expect(sources.places.features.map(({ properties }) => markOf(String(properties?.mark)))).toEqual([{ group: 'ground', solid: true }]);
    const row = (adcode: string, name: string) => {
      const found = sources['label-points'].features.find(({ properties }) => properties?.nameEn === adcode);
      return rowOf(String(found?.properties?.[name]));
    };
    // every other zone names the first city as a whole, the others a county of it
    expect(row('330100', 'rowEn')?.map(({ hue, mark, part }) => [hue, mark, part])).toEqual(TIERS.map((_, i) => [HUES[i], 'Rx', i % 2 === 0]));
    expect(row('330201', 'rowZh')?.map(({ mark }) => mark)).toEqual(TIERS.filter((_, i) => i % 2 === 0).map(() => '药'));
    expect(row('330203', 'rowZh')).toBeUndefined();
    expect(markOf('row/core-1.核')).toBeUndefined();
  });

  test('asks nothing of any other host', () => {
    const style = buildStyle(createSourceBuilder()(viewOf(published), geometry), buildLayers(light, 'zh'));
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    expect(Object.values(style.sources).filter((source) => source.type !== 'geojson' || typeof source.data === 'string')).toEqual([]);
  });

  test('keeps the one order, and leaves out the ground over an online basemap', () => {
    expect(buildLayers(light, 'zh').map(({ id }) => id)).toEqual([...LAYER_ORDER]);
    expect(buildLayers(light, 'zh', { ground: false }).map(({ id }) => id)).toEqual(LAYER_ORDER.filter((id) => !GROUND.includes(id)));
    const lines = buildLayers(light, 'zh').findLastIndex(({ type }) => type === 'line');
    expect(LAYER_ORDER.indexOf(DECK_BEFORE)).toBe(lines + 1);
    expect(Object.keys(createSourceBuilder()(viewOf(published), geometry))).toEqual([...SOURCE_IDS]);
  });

  test('hides lines of pairs under own rows, and layers that have nothing to draw', () => {
    const hidden = (shown: Parameters<typeof buildLayers>[2]) =>
      buildLayers(light, 'zh', shown).flatMap(({ id, layout }) => (layout?.visibility === 'none' ? [id] : []));
    expect(hidden({})).toEqual(['unit-hover']);
    expect(hidden({ schematic: false })).toEqual(['unit-hover', ...SCHEMATIC]);
    const data = createSourceBuilder()(viewOf(published), geometry);
    expect([...emptySources(data)]).toEqual(['selection', 'hover', 'places']);
    expect(hidden({ empty: emptySources(data) })).toEqual(
      LAYER_ORDER.filter((id) => id === 'unit-hover' || id.startsWith('selection-') || id.startsWith('place-'))
    );
  });

  test('names units in the reader’s language, English without the word for the level', () => {
    const layout = (id: string, locale: 'zh' | 'en') => JSON.stringify(buildLayers(light, locale).find((layer) => layer.id === id)?.layout);
    for (const [locale, own, other] of [
      ['zh', 'Zh"', 'En"'],
      ['en', 'En"', 'Zh"']
    ] as const) {
      for (const id of ['prefecture-label', 'county-label', 'unit-mark']) {
        expect(layout(id, locale)).toContain(own);
        expect(layout(id, locale)).not.toContain(other);
      }
    }
    const labels = createSourceBuilder()(viewOf(published), geometry)['label-points'];
    const names = labels.features.map(({ properties }) => String(properties?.nameEn));
    expect(names).toContain('Hangzhou');
    expect(names).toContain('Yuhang');
    expect(names.filter((name) => / (City|District|County)$/.test(name))).toEqual([]);
  });
});

describe('changes', () => {
  const build = createSourceBuilder();
  const first = build(viewOf(published), geometry);
  const changed = (next: typeof first) => SOURCE_IDS.filter((id) => next[id] !== first[id]);

  test('a selection uploads no zones again, a filter no ground', () => {
    expect(changed(build(viewOf(published), geometry))).toEqual([]);
    const filtered = changed(build(viewOf(published, { hiddenTiers: ['belt'] }), geometry));
    expect(filtered).toContain('zones');
    expect(filtered.filter((id) => !['zones', 'label-points', 'places'].includes(id))).toEqual([]);
    const again = build(viewOf(published), geometry);
    const next = build(viewOf(published, { selection: { kind: 'unit', adcode: '330100' } }), geometry);
    const selected = SOURCE_IDS.filter((id) => next[id] !== again[id]);
    expect(selected).toContain('selection');
    expect(selected).not.toContain('zones');
  });

  test('the way back from a filter or a selection makes nothing anew', () => {
    const build = createSourceBuilder();
    const { id, tier } = published.zones.find((one) => one.layout === published.index.defaultLayout)!;
    const before = build(viewOf(published), geometry);
    expect(build(viewOf(published, { hiddenTiers: [tier] }), geometry).zones).not.toBe(before.zones);
    expect(build(viewOf(published, { selection: { kind: 'zone', id } }), geometry)['label-points']).not.toBe(before['label-points']);
    const after = build(viewOf(published), geometry);
    for (const source of SOURCE_IDS) expect(after[source], source).toBe(before[source]);
  });

  test('a theme changes colours only, a language texts and marks only', () => {
    const theme = diffLayers(buildLayers(light, 'zh'), buildLayers(dark, 'zh'));
    expect(theme.length).toBeGreaterThan(10);
    expect(theme.filter(({ property }) => !property.endsWith('-color'))).toEqual([]);
    const language = diffLayers(buildLayers(light, 'zh'), buildLayers(light, 'en'));
    expect([...new Set(language.map(({ property }) => property))]).toEqual(['text-field', 'icon-image']);
    expect(diffLayers(buildLayers(light, 'zh'), buildLayers(light, 'zh'))).toEqual([]);
  });

  test('a property that is gone goes back to its default', () => {
    const before = [{ id: 'a', type: 'background' as const, paint: { 'background-opacity': 0.5 } }];
    expect(diffLayers(before, [{ id: 'a', type: 'background' }])).toEqual([{ layer: 'a', kind: 'paint', property: 'background-opacity', value: undefined }]);
  });
});
