import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AdminUnit } from '#lib/schema/atlas';
import { buildLevels } from '../../boundaries';
import { adminUnits } from '../admin-units';
import type { Boundaries } from '../boundaries/describe';
import { digestInputs, modulesOf } from '../unchanged';
import { digestFiles } from '../write-data';
import type { Pack } from './read-pack';

/** The region's units, and its counties with their outlines, WGS 84. */
type Outlines = Readonly<{ admin: AdminUnit[]; counties: Boundaries['features'] }>;

/** Regions whose outlines are kept. */
const KEPT = 6;

/**
 * Units and outlines of a pack's region at full detail. They take some seconds to make and are kept in a file, by the contents of all that they are made from.
 * @param made called before they are made, which is only where no file has them
 * @throws Error or InputError as buildLevels
 */
export async function regionOutlines(
  { dir, info }: Pick<Pack, 'dir' | 'info'>,
  made: () => void = () => undefined,
  cache = '.svelte-kit/outlines'
): Promise<Outlines> {
  const region = { ...info.data.region, extra: join(dir, 'boundaries') };
  const { extra, focusPrefecture: _, ...values } = region;
  // of the pack's own facts the contents alone: two copies of a pack are one
  const own = existsSync(extra) ? digestFiles(extra) : {};
  const digest = digestInputs(['geodata/boundaries', 'package-lock.json', ...modulesOf('scripts/boundaries.ts')], [JSON.stringify([values, own])]);
  const path = join(cache, `${digest}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Outlines;
  made();
  const levels = await buildLevels(region);
  const outlines: Outlines = { admin: adminUnits([levels.province, levels.prefectures, levels.counties]), counties: levels.counties.features };
  mkdirSync(cache, { recursive: true });
  const others = readdirSync(cache).map((name) => join(cache, name));
  const oldest = others.sort((a, b) => writtenAt(b) - writtenAt(a)).slice(KEPT - 1);
  for (const file of oldest) rmSync(file, { force: true });
  // another process may look for it meanwhile
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(outlines));
  renameSync(unfinished, path);
  return outlines;
}

/** When a file was written, ms; one that another process has just removed is the oldest. */
const writtenAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
