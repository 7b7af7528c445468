import type { Text } from '#lib/schema/common';
import type { Said } from '../problem';
import type { Pack } from './read-pack';
import type { Located } from './read-yaml';
import { columnInWords, placeInWords } from './words/place';

/** A text in both languages, and where it stands in the pack. */
export type PackText = Text & { file: string; line: number | undefined; path: string; at: Said };

/** Every text of a pack that is there in both languages. */
export function packTexts(pack: Pack): PackText[] {
  const { info, sectors, capabilities, units, agencies, unitGroups, stories, glossary, support, register, calls, published } = pack;
  const files: Located<unknown>[] = [
    info,
    sectors,
    capabilities,
    units,
    agencies,
    unitGroups,
    stories,
    glossary,
    support,
    register,
    calls,
    ...(published ? [published] : []),
    ...pack.documents.flatMap(({ document, zones, targets, incentives, notes }) => [document, zones, targets, incentives, notes])
  ];
  const inFiles = files.flatMap(({ data, file, lineOf }) =>
    pairsIn(data).map(({ path, ...text }) => ({ ...text, file, line: lineOf(path), path: path.join('.'), at: placeInWords(file, path, data) }))
  );
  const inPlaces = pack.places.flatMap(({ data, file, line }) => [
    { zh: data.nameZh, en: data.nameEn, file, line, path: 'nameEn', at: columnInWords('nameEn') },
    { zh: data.basisZh, en: data.basisEn, file, line, path: 'basisEn', at: columnInWords('basisEn') }
  ]);
  return [...inFiles, ...inPlaces];
}

function pairsIn(value: unknown, path: PropertyKey[] = []): (Text & { path: PropertyKey[] })[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string') return [{ zh: value.zh, en: value.en, path }];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => pairsIn((value as Record<PropertyKey, unknown>)[key], [...path, key]));
}
