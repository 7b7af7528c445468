import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { AtlasData, GlossaryTerm, Story } from '#lib/schema/atlas';
import type { DataIndex, Layout } from '#lib/schema/atlas';
import { GroundFile } from '#lib/schema/ground';
import { Call } from '#lib/schema/calls';
import { ExplainFile } from '#lib/schema/explain';
import { Published } from '#lib/schema/published';
import { todayInHangzhou } from '#lib/atlas/status';
import { buildBoundaries, writeBoundaries } from '../boundaries';
import { adminUnits } from './admin-units';
import { writeDownloads } from './downloads/write-downloads';
import { checkOnMap } from './pack/check-on-map';
import { checkPack } from './pack/check-pack';
import { checkRegion } from './pack/check-region';
import { compileAtlas, compileGlossary, compileStories } from './pack/compile-atlas';
import { compileGround } from './pack/compile-ground';
import { compileCalls } from './pack/compile-calls';
import { compileExplain } from './pack/compile-explain';
import { compilePublished } from './pack/compile-published';
import { compileRegister } from './pack/compile-register';
import { dataSchemas, packSchemas } from './pack/json-schema';
import { cutPassages } from './pack/passages';
import { readPack } from './pack/read-pack';
import { placeFeatures } from './place-features';
import { InputError } from './problem';
import { searchIndex } from './search-index';
import { digestFiles, emptyDir, writeJson } from './write-data';
import { zoneFeatures } from './zone-features';

/** What a data build made, for the report. */
export type BuildReport = { pack: string; version: string; counts: Record<string, number>; files: DataIndex['files'] };

/**
 * Build the published data of a pack into `outDir`.
 * Everything is written beside it first and moved there at the end, so bad input leaves the old data untouched.
 * @param day day for which document status is computed, default today
 * @throws InputError with a line per broken rule
 */
export async function buildData(packDir: string, outDir: string, day: string = todayInHangzhou()): Promise<BuildReport> {
  const pack = readPack(packDir);
  // references first: they fail in milliseconds, geometry takes seconds
  refuse([...checkRegion(pack), ...checkPack(pack)]);
  const info = pack.info.data;
  const boundaries = await buildBoundaries({ ...info.region, extra: join(packDir, 'boundaries') });
  const admin = adminUnits([boundaries.province, boundaries.prefectures, boundaries.counties]);
  refuse(checkOnMap(pack, admin, boundaries.counties.features));

  const facts = compileAtlas(pack, admin, day);
  const published = compilePublished(pack);
  const counts = Object.fromEntries(
    Object.entries({ ...facts, figures: published.figures, profiles: published.profiles }).flatMap(([name, list]) =>
      Array.isArray(list) ? [[name, list.length]] : []
    )
  );
  const about: Omit<DataIndex, 'files'> = {
    api: 'v1',
    pack: info.id,
    version: info.version,
    title: info.title,
    description: info.description,
    industry: info.industry,
    province: info.region.provinceAdcode,
    ...(info.region.focusPrefecture ? { focusPrefecture: info.region.focusPrefecture } : {}),
    defaultLayout: info.defaultLayout,
    ...(info.focusLayout ? { focusLayout: info.focusLayout } : {}),
    ...(info.boundarySource ? { boundarySource: info.boundarySource } : {}),
    statusAsOf: day,
    changes: info.changes,
    renamed: info.renamed,
    counts,
    boundaries: boundaries.vintage
  };
  const draft = `${outDir}.new`;
  emptyDir(draft);
  for (const [name, value] of Object.entries(facts)) writeJson(draft, `${name}.json`, value);
  writeBoundaries(boundaries, join(draft, 'boundaries'));
  // beside the facts: for pages only
  writeJson(
    draft,
    'stories.json',
    compileStories(pack, facts.layouts).map((story) => Story.parse(story))
  );
  writeJson(
    draft,
    'glossary.json',
    compileGlossary(pack).map((term) => GlossaryTerm.parse(term))
  );
  writeJson(draft, 'support.json', pack.support.data);
  writeJson(draft, 'explain.json', ExplainFile.parse(compileExplain({ index: { ...about, files: {} }, ...facts }, pack.support.data, day)));
  writeJson(draft, 'examples.json', info.examples);
  writeJson(draft, 'register.json', compileRegister(pack));
  writeJson(draft, 'ground.json', GroundFile.parse(compileGround({ index: { ...about, files: {} }, ...facts }, day)));
  writeJson(
    draft,
    'calls.json',
    compileCalls(pack).map((call) => Call.parse(call))
  );
  writeJson(draft, 'published.json', Published.parse(published));
  for (const { document, source } of pack.documents)
    if (source) writeJson(draft, `passages/${document.data.id}.json`, cutPassages(source.text, document.data.clauses).passages);
  const outlines = (layout: Layout, counties: Parameters<typeof zoneFeatures>[1]) =>
    zoneFeatures(
      facts.zones.filter((zone) => zone.layout === layout.id),
      counties
    );
  for (const layout of facts.layouts) writeJson(draft, `zones/${layout.id}.geojson`, outlines(layout, boundaries.counties));
  const viewed = boundaries.focus ?? boundaries.overview;
  const coarse = feature(viewed, viewed.objects.counties as GeometryCollection) as Parameters<typeof zoneFeatures>[1];
  await writeDownloads(draft, facts, published, { title: info.title, version: info.version, day }, (layout) => outlines(layout, coarse));
  writeJson(draft, 'places.geojson', placeFeatures(facts.places));
  writeJson(draft, 'search.json', searchIndex(facts, published));
  for (const [name, schema] of Object.entries(dataSchemas())) writeJson(draft, `schema/${name}`, schema);
  for (const [name, schema] of Object.entries(packSchemas())) writeJson(draft, `schema/pack/${name}`, schema);
  const files = digestFiles(draft);
  const index: DataIndex = { ...about, files };
  AtlasData.parse({ index, ...facts });
  writeJson(draft, 'index.json', index);

  rmSync(outDir, { recursive: true, force: true });
  if (!existsSync(dirname(outDir))) mkdirSync(dirname(outDir), { recursive: true });
  renameSync(draft, outDir);
  return { pack: info.id, version: info.version, counts, files };
}

function refuse(problems: ConstructorParameters<typeof InputError>[0]): void {
  if (problems.length > 0) throw new InputError(problems);
}
