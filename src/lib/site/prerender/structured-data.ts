import type { Atlas } from '#lib/atlas/atlas';
import { lineage } from '#lib/atlas/atlas';
import type { AdminUnit, Place, Sector, Zone } from '#lib/schema/atlas';
import type { Text } from '#lib/schema/common';
import type { Published } from '#lib/schema/published';
import { isStandIn } from '#lib/schema/terms';

/* What a page is about, in the words of schema.org (JSON-LD), for search engines. */

export type StructuredData = Readonly<Record<string, unknown>>;
type Language = keyof Text;

const other = (language: Language): Language => (language === 'zh' ? 'en' : 'zh');
const area = (unit: AdminUnit, language: Language) => ({ '@type': 'AdministrativeArea', name: unit.name[language], identifier: unit.adcode });
/** schema.org writes a box as “south west north east”. */
const box = ([west, south, east, north]: AdminUnit['bbox']) => ({ '@type': 'GeoShape', box: [south, west, north, east].join(' ') });

/** A zone as a Place: its names, what it is for, its members and where it lies. */
export function zoneData(atlas: Atlas, zone: Zone, language: Language): StructuredData {
  const members = zone.units.flatMap((code) => atlas.unit.get(code) ?? []);
  const layout = atlas.layout.get(zone.layout);
  const inside = layout && atlas.unit.get(layout.adcode);
  return {
    '@context': 'https://schema.org',
    '@type': 'Place',
    identifier: zone.id,
    name: zone.name[language],
    alternateName: zone.name[other(language)],
    description: zone.role[language],
    ...(zone.bbox ? { geo: box(zone.bbox) } : {}),
    ...(inside ? { containedInPlace: area(inside, language) } : {}),
    ...(members.length > 0 ? { containsPlace: members.map((unit) => area(unit, language)) } : {})
  };
}

/** An administrative unit as a Place within the units above it. */
export function unitData(atlas: Atlas, unit: AdminUnit, language: Language): StructuredData {
  const above = lineage(atlas, unit.adcode)[1];
  const [longitude, latitude] = unit.label;
  return {
    '@context': 'https://schema.org',
    '@type': ['Place', 'AdministrativeArea'],
    identifier: unit.adcode,
    name: unit.name[language],
    alternateName: unit.name[other(language)],
    geo: { '@type': 'GeoCoordinates', latitude, longitude },
    ...(above ? { containedInPlace: area(above, language) } : {})
  };
}

/** A park, platform or institute as a Place in its unit; it has a point only where one is known. */
export function placeData(atlas: Atlas, place: Place, language: Language): StructuredData {
  const { id, name, lon, lat, precision, adcode } = place;
  const inside = atlas.unit.get(adcode);
  const located = lon !== null && lat !== null && !isStandIn(precision) && precision !== 'unlocated';
  return {
    '@context': 'https://schema.org',
    '@type': 'Place',
    identifier: id,
    name: name[language],
    alternateName: name[other(language)],
    ...(located ? { geo: { '@type': 'GeoCoordinates', latitude: lat, longitude: lon } } : {}),
    ...(inside ? { containedInPlace: area(inside, language) } : {})
  };
}

/** A sector as a term of the site's sector tree. */
export function sectorData(sector: Sector, title: Text, language: Language): StructuredData {
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTerm',
    termCode: sector.id,
    name: sector.name[language],
    alternateName: [sector.name[other(language)], ...sector.aliases],
    description: sector.gloss[language],
    inDefinedTermSet: title[language]
  };
}

/** An address of a file of the data, and what it is. */
export type DataFile = Readonly<{ url: string; type: string }>;

/**
 * What is published elsewhere as a Dataset: what it measures, over which years and where, the pages that it rests on, and its files.
 * @param about the page's own title and lead
 */
export function figuresData(
  atlas: Atlas,
  { figures, searched }: Pick<Published, 'figures' | 'searched'>,
  about: Readonly<{ name: string; description: string }>,
  files: readonly DataFile[],
  language: Language
): StructuredData {
  const province = atlas.unit.get(atlas.data.index.province);
  const years = figures.flatMap(({ from, to }) => [from ?? to, to]).map((moment) => moment.slice(0, 4));
  years.sort();
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    ...about,
    inLanguage: language === 'zh' ? 'zh-CN' : 'en-GB',
    ...(searched ? { dateModified: searched } : {}),
    ...(years.length > 0 ? { temporalCoverage: `${years[0]}/${years.at(-1)}` } : {}),
    ...(province ? { spatialCoverage: area(province, language) } : {}),
    variableMeasured: [...new Set(figures.map(({ metric }) => metric[language]))],
    isBasedOn: [...new Set(figures.map(({ page }) => page.url))],
    distribution: files.map(({ url, type }) => ({ '@type': 'DataDownload', contentUrl: url, encodingFormat: type }))
  };
}
