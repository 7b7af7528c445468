import { readFileSync } from 'node:fs';
import { indexAtlas } from '#lib/atlas/atlas';
import { buildPitch } from '#lib/features/pitch/build';
import type { Actual } from '#lib/features/own-data/table/actuals';
import { EMPTY_OWN } from '#lib/features/pitch/state';
import type { OwnPitch } from '#lib/features/pitch/state';
import { touchingIn } from '#lib/atlas/touching';
import { AtlasData } from '#lib/schema/atlas';

/* A pitch made of the published facts, for tests. */

const read = (name: string): unknown => JSON.parse(readFileSync(`static/data/v1/${name}.json`, 'utf8'));
const names = ['index', 'documents', 'layouts', 'zones', 'sectors', 'targets', 'places', 'incentives', 'notes', 'vocabulary', 'admin'];

export const atlas = indexAtlas(AtlasData.parse(Object.fromEntries(names.map((name) => [name, read(name)]))));
export const topology = read('boundaries/overview.topo') as Parameters<typeof touchingIn>[0];
export const DAY = '2026-11-22';

/** What stays with its maker, whatever is made. */
export const INTERNAL_NOTE = '内部：地价待核';

export const state = (over: Partial<OwnPitch> = {}): OwnPitch => ({
  ...EMPTY_OWN,
  zones: ['h24-core-qiantang', 'h24-park-xiaoshan', 'h24-belt-api'],
  title: '合成生物中试基地选址 & <比选>',
  project: '合成生物中试与 GMP 生产，约 3 亿元',
  sectors: ['synbio'],
  wishes: ['land-m3', 'airport'],
  history: true,
  notes: { 'h24-core-qiantang': '可先看\n医药港' },
  internal: { 'h24-core-qiantang': INTERNAL_NOTE, 'h24-park-xiaoshan': INTERNAL_NOTE },
  ...over
});

export const pitchOf = (over: Partial<OwnPitch> = {}, day = DAY, actuals: readonly Actual[] = []) =>
  buildPitch(atlas, state(over), day, touchingIn(topology), actuals);

/** A fixed picture in place of maps: one green dot. */
export const MAP = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
