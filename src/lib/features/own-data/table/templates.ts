import type { Target } from '#lib/schema/atlas';
import { isStandIn } from '#lib/schema/terms';
import type { Counting } from '#lib/schema/terms';
import type { Atlas } from '#lib/atlas/atlas';

/* Tables for readers to fill in or try, as rows of cells, header first. A target's words are the documents', all else is blank. */

export type Language = 'zh' | 'en';
type Cell = string | number;

const ACTUALS_HEADER: Readonly<Record<Language, readonly string[]>> = {
  zh: ['指标编号', '文件', '片区', '指标', '目标值', '单位', '截止年份', '计算口径', '年份', '实际值', '备注'],
  en: ['Target ID', 'Document', 'Zone', 'Metric', 'Target value', 'Unit', 'Deadline', 'Counting', 'Year', 'Actual', 'Note']
};

/** Where a target applies: its zones, or else its units. */
function scopeNames(atlas: Atlas, { scope }: Target, language: Language): string {
  const zones = [scope.zone, ...(scope.zones ?? [])].flatMap((id) => (id === undefined ? [] : (atlas.zone.get(id) ?? [])));
  const place = scope.place === undefined ? undefined : atlas.place.get(scope.place);
  const units = scope.adcodes.flatMap((adcode) => atlas.unit.get(adcode) ?? []);
  const names = zones.length > 0 ? zones.map(({ short }) => short) : place ? [place.name] : units.map(({ name }) => name);
  return names.map((name) => name[language]).join(language === 'zh' ? '、' : ', ');
}

/** Every target of the pack with room for a year and an actual value. @param countingText how the language calls a way of counting */
export function actualsTemplate(atlas: Atlas, language: Language, countingText: (counting: Counting) => string): Cell[][] {
  const rows = atlas.data.targets.map((target): Cell[] => [
    target.id,
    atlas.document.get(target.document)?.short[language] ?? target.document,
    scopeNames(atlas, target, language),
    target.metric[language],
    target.upper === undefined ? target.value : `${target.value}–${target.upper}`,
    atlas.measure.get(target.unit)?.[language] ?? target.unit,
    target.year ?? '',
    countingText(target.counting),
    '',
    '',
    ''
  ]);
  return [[...ACTUALS_HEADER[language]], ...rows];
}

const SAMPLE_HEADER: Readonly<Record<Language, readonly string[]>> = {
  zh: ['名称', '类别', '区县', '经度', '纬度', '文件提及次数'],
  en: ['Name', 'Kind', 'District', 'Longitude', 'Latitude', 'Mentions in documents']
};

/**
 * The pack's own places as a table to try: those with a position of their own by coordinates (WGS 84), those known by
 * district only by its name.
 */
export function sampleTable(
  atlas: Pick<Atlas, 'data' | 'unit'>,
  language: Language,
  kindText: (kind: Atlas['data']['places'][number]['kind']) => string
): Cell[][] {
  const rows = atlas.data.places
    .filter(({ precision, lon }) => precision !== 'unlocated' && lon !== null)
    .map((place): Cell[] => {
      const exact = !isStandIn(place.precision) && place.lon !== null && place.lat !== null;
      const district = atlas.unit.get(place.adcode)?.name[language] ?? '';
      return [place.name[language], kindText(place.kind), district, exact ? (place.lon ?? '') : '', exact ? (place.lat ?? '') : '', place.mentions.length];
    });
  return [[...SAMPLE_HEADER[language]], ...rows];
}
