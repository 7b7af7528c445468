import { asset } from '$app/paths';
import type { AtlasData, DataIndex } from '#lib/schema/atlas';

/** A data file could not be had; `file` and `status` say which and why, so that the reader can be told and retry. */
export class DataError extends Error {
  override name = 'DataError';
  constructor(
    readonly file: string,
    readonly status: number | 'network' | 'format'
  ) {
    super(`${file}: ${status}`);
  }
}

/**
 * Fetch one published JSON file.
 * @param file path below data/v1/, e.g. "zones.json"
 * @throws DataError if it cannot be fetched or is not JSON
 */
export async function loadJson<T>(file: string, signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(asset(`/data/v1/${file}`), signal ? { signal } : {});
  } catch {
    throw new DataError(file, 'network');
  }
  if (!response.ok) throw new DataError(file, response.status);
  try {
    // written by our own build and checked there against the schema in schema/atlas.ts
    return (await response.json()) as T;
  } catch {
    throw new DataError(file, 'format');
  }
}

/**
 * Fetch all facts.
 * @throws DataError if a file is missing or the data are of another API version
 */
export async function loadAtlas(signal?: AbortSignal): Promise<AtlasData> {
  const load = <K extends keyof AtlasData>(key: K) => loadJson<AtlasData[K]>(`${key}.json`, signal);
  const [index, documents, layouts, zones, sectors, targets, places, incentives, notes, vocabulary, admin] = await Promise.all([
    loadJson<DataIndex>('index.json', signal),
    load('documents'),
    load('layouts'),
    load('zones'),
    load('sectors'),
    load('targets'),
    load('places'),
    load('incentives'),
    load('notes'),
    load('vocabulary'),
    load('admin')
  ]);
  if (index.api !== 'v1') throw new DataError('index.json', 'format');
  return { index, documents, layouts, zones, sectors, targets, places, incentives, notes, vocabulary, admin };
}
