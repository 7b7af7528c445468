import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import { buildDeck } from '#lib/features/pitch/deck/build-deck';
import type { DeckRequest } from '#lib/features/pitch/deck/build-deck';
import type { Audience } from '#lib/features/pitch/state';
import { overwriteGetLocale } from '#lib/paraglide/runtime';
import { atlas, DAY, MAP, pitchOf } from './real-pitch';

/* Decks of one, three and eight zones in both languages, for tests that look at whole files. */

export const address = (path: string) => `https://example.org${path}`;
export const picture = { data: MAP, width: 10, height: 10 };

/** A target that an office can report on. */
const target = pitchOf()
  .zones.flatMap(({ targets }) => targets)
  .find(({ target: { operator, unit } }) => operator === '>=' && unit === 'yi-yuan')?.target.id;
export const REPORTED = target ? [{ line: 2, target, year: 2025, value: 10, unit: '亿元' }] : [];

const EIGHT = atlas.data.zones.filter(({ layout }) => layout === 'hz-one-core-four-parks').slice(0, 8);
const MIXED = ['h24-park-yuhang', 'z22-circle-mountain', 'zl-core-taizhou', 'z22-field-devices', 'h24-pair-xilin'];
type Which = readonly [language: 'zh' | 'en', audience: Audience, what: string, zones: readonly string[] | undefined];
export const DECKS: readonly Which[] = [
  ['zh', 'investor', 'one zone', ['h24-core-qiantang']],
  ['en', 'investor', 'one zone', ['h24-core-qiantang']],
  ['zh', 'investor', 'three zones', undefined],
  ['en', 'internal', 'three zones', undefined],
  ['zh', 'internal', 'five zones of several layouts', MIXED],
  ['en', 'investor', 'five zones of several layouts', MIXED],
  ['zh', 'investor', 'eight zones', EIGHT.map(({ id }) => id)],
  ['en', 'internal', 'eight zones', EIGHT.map(({ id }) => id)]
];

export async function deckOf([language, audience, , zones]: Which, more: Partial<DeckRequest> = {}) {
  overwriteGetLocale(() => language);
  const pitch = pitchOf({ audience, ...(zones ? { zones } : {}) }, DAY, REPORTED);
  const { file, slides, problems } = await buildDeck({
    ...{ atlas, pitch, siteName: 'R&D <Site>', address, logo: picture },
    drawMap: () => Promise.resolve(picture),
    ...more
  });
  expect(problems).toEqual([]);
  return { file, slides, pitch, parts: partsOf(file) };
}

/** The texts of a package's XML by name. */
export const partsOf = (file: Uint8Array): Map<string, string> =>
  new Map(
    Object.entries(unzipSync(file))
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, bytes]) => [name, strFromU8(bytes)])
  );

/** Parts of a folder by their numbers. */
export const numbered = (parts: ReadonlyMap<string, string>, folder: string): string[] =>
  [...parts.keys()]
    .filter((name) => new RegExp(`^ppt/${folder}/[a-zA-Z]+\\d+\\.xml$`).test(name))
    .sort((a, b) => Number(/(\d+)\.xml/.exec(a)?.[1]) - Number(/(\d+)\.xml/.exec(b)?.[1]))
    .map((name) => parts.get(name) ?? '');
