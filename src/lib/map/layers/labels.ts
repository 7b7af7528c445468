import type { Feature, FeatureCollection, Point } from 'geojson';
import { prefectureOf } from '#lib/atlas/admin-units';
import { badgesOf, primaryGround } from '#lib/atlas/primary-zone';
import { shortChinese, shortEnglish } from '#lib/atlas/short-name';
import type { ExplorerView } from '#lib/atlas/view';
import type { Zone } from '#lib/schema/atlas';
import { dissolve } from './geometry';
import type { Geometry, UnitProperties } from './geometry';
import { plateImage, rowImage, smallRow } from './images';
import type { Tally } from './images';
import { ROOM_ZOOM } from './mark-rows';
import { PLACE_ZOOM, tallies } from './places';
import { smallUnits } from './small-units';
import { halfSize, nameFeature, nameSpot } from './zone-names';
import type { Obstacle } from './zone-names';

/** Zoom at which a layout's whole area is seen on a screen: by then a zone needs its name. */
const WHOLE_ZOOM = { city: 8, province: 6 } as const;

/** Font families tried in turn, as in tokens.css; without `glyphs` in the style, MapLibre draws every letter from the reader's own fonts. */
export const FONT_STACK = [
  ...['Segoe UI', 'Roboto', 'Helvetica Neue', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC'],
  'system-ui'
];

/** The same in bold: MapLibre reads the weight from the first name, which no font has. */
export const BOLD_STACK = ['Names Bold', ...FONT_STACK];

/**
 * Label points of prefectures, counties, zones, water and neighbouring land. Units that a zone counts as members are marked with the zones that they
 * belong to, and from afar with how many places they have; a city's own name is left out where the whole map is about it.
 */
export function labelPoints(geometry: Geometry, view: Pick<ExplorerView, 'layout' | 'zones' | 'places' | 'stacked'>): FeatureCollection<Point> {
  const { counties, prefectures, water, context } = geometry;
  const { layout, zones } = view;
  const cityOf = (code: string) => {
    const unit = geometry.unit.get(code)?.properties;
    return unit && prefectureOf(unit);
  };
  const counts = tallies(view.places, cityOf);
  const crowded = new Set(
    smallUnits(
      layout,
      counties.features.map(({ properties }) => properties)
    )
  );
  const upper = prefectures.features.filter(({ properties }) => layout.scope !== 'city' || properties.adcode !== layout.adcode);
  // what is in both layers needs a name at the zooms of either
  const labelled = [...upper.map((unit) => ({ ...unit, level: 'prefecture' })), ...counties.features.map((unit) => ({ ...unit, level: 'county' }))];
  const areas = counties.features.map(({ properties }) => properties);
  const active = zones.flatMap((entry) => (entry.active ? [entry.zone] : []));
  const names = zoneNames(geometry, view);
  const late = new Set(names.flatMap(({ properties }) => (Number(properties?.fromZoom) > WHOLE_ZOOM[layout.scope] ? [String(properties?.id)] : [])));
  const told = new Set<string>();
  const firstOf = namedAtUnits(active, areas, names, crowded);
  const units = labelled.map(({ properties: unit, level }): Feature<Point> => {
    const badges = badgesOf(active, unit, areas);
    const member = badges.length > 0;
    const { nameZh, areaKm2 } = unit;
    // few enough to be named on a small window too; all counties of a province would not be
    const early = member && layout.scope === 'city' && !crowded.has(unit.adcode);
    // a unit counts its places where it has room: a prefecture of a province from afar, counties from nearer
    const count = crowded.has(unit.adcode) ? undefined : counts.get(unit.adcode);
    const [far, near] = level === 'prefecture' ? [count, undefined] : [undefined, count];
    const marks = { ...rowsOf(badges, undefined, 'row'), ...rowsOf(badges, near, 'near'), ...rowsOf(badges, far, 'far'), ...smallRowsOf(badges) };
    // a zone without room for its name is named where a unit is its alone, instead of the mark
    const [only, ...others] = badges;
    const named = level === 'prefecture' && only?.part === false && others.length === 0 && !count && late.has(only?.zone.id ?? '') ? only?.zone : undefined;
    if (named) told.add(named.id);
    const first = firstOf.get(unit.adcode);
    const rows = first
      ? { ...marks, ...platesOf(first, 'small') }
      : named
        ? { ...marks, ...platesOf(named, 'row'), ...platesOf(named, 'near'), ...platesOf(named, 'far') }
        : marks;
    const properties = {
      id: `${level}/${unit.adcode}`,
      level,
      nameZh: shortChinese(nameZh),
      nameEn: shortEnglish(unit.nameEn),
      areaKm2,
      member,
      // the core first, then large before small; who is no member comes last
      rank: (badges.some(({ zone }) => zone.tier === 'core') ? -1e6 : 0) + (member ? -areaKm2 : 1e6 - areaKm2),
      early,
      crowded: crowded.has(unit.adcode),
      marked: Object.values(rows).some((image) => image !== ''),
      ...rows
    };
    return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [unit.labelLon, unit.labelLat] } };
  });
  return {
    type: 'FeatureCollection',
    features: [
      ...units,
      ...names.filter(({ properties }) => !told.has(String(properties?.id))),
      ...water.features.flatMap(waterLabel),
      ...context.features.flatMap(neighbourLabel)
    ]
  };
}

/**
 * Counties that on a small window have a zone's name for its mark: the largest of each that is the zone's alone. Further in the zone's
 * own name has room.
 */
function namedAtUnits(zones: readonly Zone[], areas: readonly UnitProperties[], names: readonly Feature[], crowded: ReadonlySet<string>): Map<string, Zone> {
  const late = new Set(names.flatMap(({ properties }) => (Number(properties?.fromZoom) >= ROOM_ZOOM.county ? [properties?.id] : [])));
  const largest = areas.filter(({ adcode }) => !crowded.has(adcode)).sort((a, b) => b.areaKm2 - a.areaKm2);
  return new Map(
    zones.flatMap((zone): [string, Zone][] => {
      const unit = late.has(zone.id)
        ? largest.find(({ adcode, parent }) => zone.units.includes(adcode) && badgesOf(zones, { adcode, parent }, areas).length === 1)
        : undefined;
      return unit ? [[unit.adcode, zone]] : [];
    })
  );
}

/** Images of a row in both languages. @param name of the properties, without the language */
const rowsOf = (badges: Parameters<typeof rowImage>[0], tally: Tally | undefined, name: string): Record<string, string> => ({
  [`${name}Zh`]: rowImage(badges, 'zh', tally),
  [`${name}En`]: rowImage(badges, 'en', tally)
});

const platesOf = (zone: Zone, name: string): Record<string, string> => ({ [`${name}Zh`]: plateImage(zone, 'zh'), [`${name}En`]: plateImage(zone, 'en') });

const smallRowsOf = (badges: Parameters<typeof rowImage>[0]): Record<string, string> => ({
  smallZh: smallRow(rowImage(badges, 'zh')),
  smallEn: smallRow(rowImage(badges, 'en'))
});

/**
 * Names of the zones that divide the ground among them, each once, where it has most room: the name says what a colour is. A zone
 * that is called as its only unit is has that unit's name; the one that is selected is named at every zoom.
 */
export function zoneNames(geometry: Geometry, { layout, zones, stacked }: Pick<ExplorerView, 'layout' | 'zones' | 'stacked'>): Feature<Point>[] {
  if (stacked) return [];
  const units = (layout.scope === 'city' ? geometry.counties : geometry.prefectures).features.map(({ properties }) => properties);
  const areas = geometry.counties.features.map(({ properties }) => properties);
  const active = zones.flatMap((entry) => (entry.active ? [entry.zone] : []));
  const obstacles = units.map((unit): Obstacle => {
    const marks = badgesOf(active, unit, areas).length;
    return { at: [unit.labelLon, unit.labelLat], half: [Math.max(shortChinese(unit.nameZh).length * 16, marks * 20) / 2 + 3, marks > 0 ? 24 : 11] };
  });
  const chosen = zones.find(({ selected }) => selected)?.zone;
  // a zone of small units only is told by the inset, until the map is as near
  const crowded = new Set(smallUnits(layout, areas));
  const named = [...primaryGround(active, areas)].filter(
    ([zone]) => !units.some(({ adcode, nameZh }) => zone.units.length === 1 && zone.units[0] === adcode && shortChinese(nameZh) === zone.short.zh)
  );
  // those with the least ground first: the others keep clear of them
  return named
    .sort(([, a], [, b]) => a.length - b.length)
    .flatMap(([zone, own]) => {
      const half = halfSize(zone.short);
      const ground = dissolve(geometry, zone === chosen ? zone.units : own);
      const spot = ground && nameSpot(ground, half, obstacles);
      if (!spot) return [];
      obstacles.push({ at: spot.at, half });
      return [
        nameFeature(
          { ...spot, fromZoom: zone === chosen ? 0 : crowded.size > 0 && own.every((code) => crowded.has(code)) ? PLACE_ZOOM : spot.fromZoom },
          {
            nameZh: zone.short.zh,
            nameEn: zone.short.en,
            plateZh: plateImage(zone, 'zh'),
            plateEn: plateImage(zone, 'en'),
            hue: zone.hue,
            id: zone.id,
            early: true,
            crowded: false,
            marked: false
          }
        )
      ];
    });
}

/** A lake's name stands in the middle of its box; bays are too bent for that, and a river's name follows its line. */
function waterLabel({ properties, geometry }: Geometry['water']['features'][number]): Feature<Point>[] {
  if (properties.kind !== 'lake' || geometry.type === 'LineString' || geometry.type === 'MultiLineString') return [];
  const ring = (geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0]?.[0]) ?? [];
  const range = (i: 0 | 1) => [Math.min(...ring.map((point) => point[i] ?? 0)), Math.max(...ring.map((point) => point[i] ?? 0))] as const;
  const [[west, east], [south, north]] = [range(0), range(1)];
  // a lake is named once it is some 40 px wide
  const fromZoom = Math.ceil(Math.log2((40 * 360) / (512 * (east - west))));
  const label = { id: `water/${properties.nameEn}`, level: 'water', nameZh: properties.nameZh, nameEn: properties.nameEn, fromZoom };
  return [{ type: 'Feature', properties: label, geometry: { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] } }];
}

function neighbourLabel({ properties }: Geometry['context']['features'][number]): Feature<Point>[] {
  const { adcode, nameZh, nameEn, labelLon, labelLat } = properties;
  if (labelLon === undefined || labelLat === undefined) return [];
  const label = { id: `context/${adcode}`, level: 'context', nameZh, nameEn };
  return [{ type: 'Feature', properties: label, geometry: { type: 'Point', coordinates: [labelLon, labelLat] } }];
}
