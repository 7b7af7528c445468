import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Topology } from 'topojson-specification';
import type { BoundaryVintage } from '#lib/schema/atlas';
import type { FormerUnit, OtherNames } from '#lib/schema/names';
import { applyChanges, basePrefectures } from './steps/boundaries/apply-changes';
import { applyCorrections, readCorrections } from './steps/boundaries/apply-corrections';
import { cleanUnits } from './steps/boundaries/clean-units';
import { describeLevels, describeTopology, withProperties, type Boundaries } from './steps/boundaries/describe';
import { dissolveLevels, encodeTopology, type Levels } from './steps/boundaries/dissolve-levels';
import { fillGaps } from './steps/boundaries/fill-gaps';
import { landElsewhere } from './steps/boundaries/land-elsewhere';
import { formerUnits } from './steps/boundaries/former-units';
import { otherNames, withAuthoredFormer } from './steps/boundaries/other-names';
import { readBase } from './steps/boundaries/read-base';
import { readChanges, readLines } from './steps/boundaries/read-changes';
import { readContext } from './steps/boundaries/read-context';
import { readWater, waterAreas } from './steps/boundaries/read-water';
import type { Region } from './steps/boundaries/region';
import { simplifyUnits, type Detail } from './steps/boundaries/simplify-units';
import { toWgs84 } from './steps/boundaries/to-wgs84';
import { isIsland, type Unit } from './steps/boundaries/unit';
import { vintageOf } from './steps/boundaries/vintage';
import { coverageFaults, type CoverageFaults } from './steps/boundaries/verify-coverage';

/** Everything that one build makes: GeoJSON to publish, TopoJSON for the site, and what was measured. */
export interface BoundarySet {
  province: Boundaries;
  prefectures: Boundaries;
  counties: Boundaries;
  /** names and codes of earlier times */
  former: FormerUnit[];
  /** towns, development zones, and what is elsewhere: names that readers' tables use */
  names: OtherNames;
  /** of what time all this is */
  vintage: BoundaryVintage;
  overview: Topology;
  focus?: Topology;
  /** Overlaps and gaps at each level of detail. */
  faults: { published: CoverageFaults; overview: CoverageFaults; focus?: CoverageFaults };
}

/** Coordinates are kept to 1e-5 degree (about 1 m); the base is a grid of 1/1024 degree (about 100 m). */
const PRECISION = 1e-5;
/** Published files: steps of the base grid are smoothed, all islets of 0.02 km² and more stay. */
const PUBLISHED: Detail = { metres: () => 50, minIsletKm2: 0.02, precision: PRECISION };
const isContext = (unit: Unit): boolean => unit.properties.parent === '';
const OVERVIEW: Detail = {
  metres: (unit) => (isContext(unit) && !isIsland(unit.properties.adcode) ? 1500 : 250),
  minIsletKm2: 0.5,
  precision: 1e-4
};
/** Faults above this share of the region's area stop the build. */
const MOST_FAULTS = 1e-4;

/** Units of today at full detail, their properties, and where they come from. */
async function readUnits(region: Region) {
  const changes = readChanges(region.extra);
  const base = basePrefectures(region.prefectures, changes).flatMap((code) => readBase(code, 'region.prefectures').map(toWgs84));
  const corrected = await applyCorrections(base, readCorrections());
  const current = (await applyChanges(corrected, changes, readLines(region.extra))).filter((unit) => region.prefectures.includes(unit.properties.parent));
  const empty = region.prefectures.find((code) => !current.some((unit) => unit.properties.parent === code));
  if (empty) throw new Error(`region.prefectures: ${empty} has no units left after geodata/boundaries/changes.yaml`);
  const isElsewhere = landElsewhere(region);
  const mosaic = await cleanUnits([...(await fillGaps(current, isElsewhere)), ...readContext(region)], PRECISION);
  const counties = mosaic.filter((unit) => !isContext(unit));
  const levels = await dissolveLevels(counties);
  const described = describeLevels(levels, region, waterAreas(region));
  return { changes, base, isElsewhere, mosaic, counties, levels, described, vintage: vintageOf(base, changes, region, counties) };
}

/** The levels of a set of boundaries with what was measured: enough to judge a region's geometry by. */
export type Levelled = Pick<BoundarySet, 'province' | 'prefectures' | 'counties' | 'vintage'> & Readonly<{ faults: Pick<BoundarySet['faults'], 'published'> }>;

const levelled = (levels: Levels, region: Region, described: Described): Pick<BoundarySet, 'province' | 'prefectures' | 'counties'> => ({
  province: withProperties([{ ...levels.province, properties: { adcode: region.provinceAdcode } }], 'province', described),
  prefectures: withProperties(levels.prefectures.features, 'prefecture', described),
  counties: withProperties(levels.counties.features, 'county', described)
});
type Described = ReturnType<typeof describeLevels>;

/** Builds the levels of a region at full detail only, in a part of the time. Errors as buildBoundaries. */
export async function buildLevels(region: Region): Promise<Levelled> {
  const { levels, described, vintage, counties, isElsewhere } = await readUnits(region);
  return { ...levelled(levels, region, described), vintage, faults: { published: await checkedFaults('full', counties, isElsewhere) } };
}

/** Builds all boundaries of a region. Throws an Error of one line for an unknown code or a coverage with gaps or overlaps. */
export async function buildBoundaries(region: Region): Promise<BoundarySet> {
  const { changes, base, isElsewhere, mosaic, counties, described, vintage } = await readUnits(region);
  const published = await simplifyUnits(counties, PUBLISHED);
  const levels = await dissolveLevels(published);
  const overview = await encodeDetail(mosaic, OVERVIEW, region, 2e4, isElsewhere);
  const focus = region.focusPrefecture ? await encodeDetail(mosaic, focusOn(region.focusPrefecture), region, 5e4, isElsewhere) : undefined;

  const codes = new Set([...region.prefectures, ...counties.map((unit) => unit.properties.adcode)]);
  return {
    ...levelled(levels, region, described),
    former: withAuthoredFormer(formerUnits(base, changes, codes), codes),
    names: otherNames(region.prefectures, codes),
    vintage,
    overview: describeTopology(overview.topology, region, described),
    ...(focus && { focus: describeTopology(focus.topology, region, described) }),
    faults: {
      published: await checkedFaults('published', published, isElsewhere),
      overview: overview.faults,
      ...(focus && { focus: focus.faults })
    }
  };
}

/** Writes a boundary set as files below `outDir`; returns the size of each, bytes plain and gzipped. */
export function writeBoundaries(set: BoundarySet, outDir: string): Record<string, { bytes: number; gzip: number }> {
  mkdirSync(outDir, { recursive: true });
  const files: Record<string, unknown> = {
    'province.geojson': set.province,
    'prefectures.geojson': set.prefectures,
    'counties.geojson': set.counties,
    'former.json': set.former,
    'names.json': set.names,
    'overview.topo.json': set.overview,
    ...(set.focus && { 'focus.topo.json': set.focus })
  };
  return Object.fromEntries(
    Object.entries(files).map(([name, value]) => {
      const text = `${JSON.stringify(value)}\n`;
      writeFileSync(join(outDir, name), text);
      return [name, { bytes: Buffer.byteLength(text), gzip: gzipSync(text).length }];
    })
  );
}

/** Fine borders in one prefecture, the overview's elsewhere: the file replaces the overview and fits its surroundings. */
function focusOn(prefecture: string): Detail {
  return {
    ...OVERVIEW,
    metres: (unit) => (unit.properties.parent === prefecture ? 60 : OVERVIEW.metres(unit)),
    precision: PRECISION
  };
}

async function encodeDetail(
  mosaic: readonly Unit[],
  detail: Detail,
  region: Region,
  grid: number,
  isElsewhere: ReturnType<typeof landElsewhere>
): Promise<{ topology: Topology; faults: CoverageFaults }> {
  const units = await simplifyUnits(mosaic, detail);
  const faults = await checkedFaults(
    'simplified',
    units.filter((unit) => !isContext(unit)),
    isElsewhere
  );
  return { topology: await encodeTopology(units, readWater(region, units), grid), faults };
}

async function checkedFaults(what: string, units: readonly Unit[], isElsewhere: ReturnType<typeof landElsewhere>): Promise<CoverageFaults> {
  const faults = await coverageFaults(units, isElsewhere);
  const most = faults.unionKm2 * MOST_FAULTS;
  if (faults.gapKm2 + faults.overlapKm2 > most) {
    throw new Error(
      `boundaries: ${what}: gaps of ${faults.gapKm2.toFixed(2)} and overlaps of ${faults.overlapKm2.toFixed(2)} km² exceed ${most.toFixed(2)} km²`
    );
  }
  return faults;
}

/** `npx tsx scripts/boundaries.ts` builds Zhejiang alone, without the pack. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  const set = await buildBoundaries({
    provinceAdcode: '330000',
    provinceName: { zh: '浙江省', en: 'Zhejiang' },
    prefectures: Array.from({ length: 11 }, (_, index) => `${330100 + index * 100}`),
    context: ['310000', '320000', '340000', '350000', '360000', '370000', '410000', '420000', '430000', '440000'],
    focusPrefecture: '330100'
  });
  const sizes = writeBoundaries(set, fileURLToPath(new URL('../static/data/v1/boundaries/', import.meta.url)));
  console.log({ sizes, faults: set.faults, seconds: Math.round((performance.now() - started) / 100) / 10 });
}
