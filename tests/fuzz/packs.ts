import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { checkOnMap } from '../../scripts/steps/pack/check-on-map';
import { checkPack } from '../../scripts/steps/pack/check-pack';
import { checkRegion } from '../../scripts/steps/pack/check-region';
import { compileAtlas, compileGlossary, compileStories } from '../../scripts/steps/pack/compile-atlas';
import { compileCalls } from '../../scripts/steps/pack/compile-calls';
import { compilePublished } from '../../scripts/steps/pack/compile-published';
import { compileRegister } from '../../scripts/steps/pack/compile-register';
import { readPack } from '../../scripts/steps/pack/read-pack';
import type { Pack } from '../../scripts/steps/pack/read-pack';
import { InputError, ruleIn } from '../../scripts/steps/problem';
import { searchIndex } from '../../scripts/steps/search-index';
import { indexAtlas } from '#lib/atlas/atlas';
import { nestTargets } from '#lib/facts/nest';
import { deriveView } from '#lib/atlas/view';
import { matchOptions } from '#lib/features/match/options';
import { AtlasData, GlossaryTerm, Story } from '#lib/schema/atlas';
import { Published } from '#lib/schema/published';
import { Register } from '#lib/schema/register';
import type { AdminUnit } from '#lib/schema/atlas';
import { readAtlas } from '#lib/site/prerender/read-data';
import type { Area } from './area';
import { mutatePack } from './mutate-pack';
import { lostFacts } from './pack-facts';
import { Random } from './random';

/*
 * A pack with one to three changes, of its structure or its text, through the reader, the checks and the compiler. It is either refused with
 * problems that say file and rule, or built without losing anything that its files hold; nothing else may happen.
 */
const PACK = 'geodata/packs/zhejiang-biopharma';
const DAY = '2026-06-30';

type Counties = FeatureCollection<Polygon | MultiPolygon, { adcode: string }>;

/** As scripts/steps/build-data.ts does it, without geometry: that of the region as it stands is used. */
function build(pack: Pack, admin: AdminUnit[], counties: Counties['features']): unknown {
  const problems = [...checkRegion(pack), ...checkPack(pack)];
  if (problems.length === 0) problems.push(...checkOnMap(pack, admin, counties));
  if (problems.length > 0) throw new InputError(problems);
  const facts = compileAtlas(pack, admin, DAY);
  const stories = compileStories(pack, facts.layouts).map((story) => Story.parse(story));
  const glossary = compileGlossary(pack).map((term) => GlossaryTerm.parse(term));
  const register = Register.parse(compileRegister(pack));
  const published = Published.parse(compilePublished(pack));
  searchIndex(facts, published);
  // pages are built into what is from them
  const { searched, figures, profiles, beside } = published;
  const elsewhere = { searched, pages: pack.published?.data.pages ?? [], figures, profiles, beside, calls: compileCalls(pack) };
  const { defaultLayout, renamed, changes, version } = pack.info.data;
  const data = AtlasData.parse({ ...facts, index: { ...readAtlas().index, defaultLayout, renamed, changes, version } });
  const atlas = indexAtlas(data);
  for (const { id } of data.layouts) deriveView(atlas, { layout: id, hiddenTiers: [], hiddenKinds: [] }, DAY);
  nestTargets(data.targets);
  matchOptions(data);
  return { ...data, stories, glossary, support: pack.support.data, lines: register.lines, registered: register.documents, ...elsewhere };
}

export const packs: Area = (seed) => {
  const home = mkdtempSync(join(tmpdir(), 'fuzz-pack-'));
  process.on('exit', () => rmSync(home, { recursive: true, force: true }));
  const dir = join(home, 'pack');
  const { admin } = readAtlas();
  const counties = (JSON.parse(readFileSync('static/data/v1/boundaries/counties.geojson', 'utf8')) as Counties).features;
  return (number) => {
    rmSync(dir, { recursive: true, force: true });
    cpSync(PACK, dir, { recursive: true });
    const random = new Random(seed, number);
    const input = Array.from({ length: 1 + random.below(random.chance(0.2) ? 3 : 1) }, () => mutatePack(dir, random)).join('; ');
    try {
      const built = build(readPack(dir), admin, counties);
      return { outcome: 'built', complaints: lostFacts(dir, built), input };
    } catch (error) {
      if (!(error instanceof InputError))
        return { outcome: 'threw', complaints: [String(error instanceof Error ? error.stack?.split('\n').slice(0, 5).join(' ') : error)], input };
      const mute = error.problems.filter((problem) => problem.file === '' || ruleIn(problem, 'zh').trim() === '' || ruleIn(problem, 'en').trim() === '');
      const complaints = error.problems.length === 0 || mute.length > 0 ? ['refused without saying why'] : [];
      return { outcome: 'refused', complaints, input };
    }
  };
};
