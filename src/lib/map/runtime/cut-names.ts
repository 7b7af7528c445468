import type { MapLibreMap } from 'maplibre-gl';
import { PLACE_NAME_SIZE } from '../layers/names';
import type { Locale } from '../layers/names';
import type { SourceData } from '../layers/style';
import type { MapState } from './mount-options';

/** Part of the map's container, CSS px. */
type Box = Readonly<{ left: number; top: number; right: number; bottom: number }>;

/** Sources whose names are looked at. Those of zones are not: they stand in the middle of their ground. */
const NAMED = ['label-points', 'places'] as const;
/** Size of a level's letters, CSS px, as ../layers/names has them; places have none. */
const SIZE: Readonly<Record<string, number>> = { prefecture: 15, county: 13, water: 11 };
/** Width of a letter, and the widest line, in ems. */
const LETTER = { zh: 1, en: 0.6 } as const;
const WIDEST = { unit: 7, place: 9 } as const;
/** Marks of a unit and of a place reach so far, CSS px. */
const MARK = { unit: 19, place: 10 } as const;

/**
 * Whether a name, or what stands with it, reaches beyond the stage or under what covers it.
 * @param at the point that is named, CSS px
 */
export function isCut(at: Readonly<{ x: number; y: number }>, half: readonly [number, number], stage: Box, covers: readonly Box[]): boolean {
  const [left, top, right, bottom] = [at.x - half[0], at.y - half[1], at.x + half[0], at.y + half[1]];
  // what is far off is not drawn at all
  if (right < stage.left || left > stage.right || bottom < stage.top || top > stage.bottom) return false;
  const beyond = left < stage.left || right > stage.right || top < stage.top || bottom > stage.bottom;
  return beyond || covers.some((cover) => left < cover.right && right > cover.left && top < cover.bottom && bottom > cover.top);
}

/** Half of the room that a name takes up around its point, with its marks, CSS px. */
export function halfOfName(properties: Readonly<Record<string, unknown>>, locale: Locale): [number, number] {
  const { level, marked, nameZh, nameEn } = properties;
  const ofPlace = level === undefined;
  const size = ofPlace ? PLACE_NAME_SIZE : (SIZE[String(level)] ?? PLACE_NAME_SIZE);
  const width = String(locale === 'zh' ? nameZh : nameEn).length * LETTER[locale];
  const widest = ofPlace ? WIDEST.place : WIDEST.unit;
  const lines = Math.ceil(width / widest);
  const height = (lines * size * 1.2) / (ofPlace || marked ? 1 : 2);
  return [(Math.min(width, widest) * size) / 2, ofPlace ? MARK.place + height : Math.max(height, marked ? MARK.unit : 0)];
}

/**
 * Hides names that would be cut off: at the stage's edge, below controls, below what lies over the map (`data-over-map`).
 * @returns whether any changed: the map is then drawn once more, and rests again after that
 */
export function hideCutNames(map: MapLibreMap, data: SourceData, { locale, padding }: Pick<MapState, 'locale' | 'padding'>): boolean {
  const container = map.getContainer();
  const { left, top, width, height } = container.getBoundingClientRect();
  const over = [...container.querySelectorAll('.maplibregl-ctrl'), ...document.querySelectorAll('[data-over-map]')];
  const covers = over.flatMap((element): Box[] => {
    const box = element.getBoundingClientRect();
    const seen = box.width > 0 && getComputedStyle(element).opacity !== '0';
    return seen ? [{ left: box.left - left, top: box.top - top, right: box.right - left, bottom: box.bottom - top }] : [];
  });
  const stage: Box = { left: 0, top: 0, right: width, bottom: height - (padding?.bottom ?? 0) };
  let changed = false;
  for (const source of NAMED) {
    for (const { properties, geometry } of data[source].features) {
      const { id, level } = properties ?? {};
      if (typeof id !== 'string' || level === 'zone' || geometry.type !== 'Point') continue;
      const [lon = 0, lat = 0] = geometry.coordinates;
      const cut = isCut(map.project([lon, lat]), halfOfName(properties ?? {}, locale), stage, covers);
      if (Boolean(map.getFeatureState({ source, id }).cut) === cut) continue;
      map.setFeatureState({ source, id }, { cut });
      changed = true;
    }
  }
  return changed;
}
