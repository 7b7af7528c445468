import { indexAtlas } from '#lib/atlas/atlas';
import { compareZones } from '#lib/features/compare/comparison';
import { estimate } from '#lib/features/support/estimate';
import { assessZones } from '#lib/features/match/assess';
import { matchZones } from '#lib/features/match/rank';
import { CRITERIA, DEFAULT_WEIGHTS, NEAR_KINDS } from '#lib/atlas/project/project';
import { buildPitch } from '#lib/features/pitch/build';
import { COMMITMENTS, SCOPE_LEVELS, SORT_KEYS, TARGET_STATES, filterTargets, searchText, sortTargets, targetState } from '#lib/features/targets/rows';
import { deriveView } from '#lib/atlas/view';
import { matchOptions } from '#lib/features/match/options';
import { PLACE_KINDS, SUPPORT_GROUPS, TIERS } from '#lib/schema/terms';
import { readAtlas, readStories, readSupport } from '#lib/site/prerender/read-data';
import { formatZones, parseZones } from '#lib/features/compare/address';
import { formatEmbed, parseEmbed } from '#lib/features/explorer/embed-address';
import { formatState, parseState } from '#lib/features/explorer/address';
import { formatProject, parseProject } from '#lib/atlas/project/address';
import { formatPitch, parsePitch } from '#lib/features/pitch/address';
import { SLIDES } from '#lib/features/pitch/state';
import { parseStep as parseStoryStep, withStep } from '#lib/features/stories/address';
import { formatSupport, parseSupport } from '#lib/features/support/address';
import { formatTargets, parseTargets } from '#lib/features/targets/address';
import { formatStep, parseStep } from '#lib/features/timeline/address';
import type { Random } from './random';

/** What a page made of an address. */
type Reading = Readonly<{
  /** the address that the page would write for what it read */
  written: URLSearchParams;
  /** parameters that the reader is told of, and what was in them */
  told: readonly Readonly<{ parameter: string; value: string }>[];
  /** derive what the page shows */
  use: () => void;
}>;

/** A page whose state is in its address. */
export type Page = Readonly<{
  name: string;
  read: (params: URLSearchParams) => Reading;
  /** parameters, with values that the page itself could write */
  parameters: Readonly<Record<string, (random: Random) => string>>;
  /** separator of the parameters that are lists */
  lists: Readonly<Record<string, string>>;
  /** parameters that are readers' own words */
  texts?: readonly string[];
  /** parameters that mean something only beside others */
  dependent?: readonly string[];
  /** values that mean the same as none; they may go unwritten and unmentioned */
  defaults: Readonly<Record<string, readonly string[]>>;
}>;

const DAY = '2026-06-30';
const data = readAtlas();
const atlas = indexAtlas(data);
const [layouts, zones, sectors, documents, places, units] = [atlas.layout, atlas.zone, atlas.sector, atlas.document, atlas.place, atlas.unit].map((map) => [
  ...map.keys()
]) as [string[], string[], string[], string[], string[], string[]];
const { renamed, defaultLayout } = data.index;
const known = {
  ...{ layouts: atlas.layout, zones: atlas.zone, sectors: atlas.sector, documents: atlas.document, places: atlas.place, units: atlas.unit },
  index: data.index
};
const query = (text: string) => new URLSearchParams(text);

const one = (list: readonly string[]) => (random: Random) => random.pick(list);
const some = (list: readonly string[], separator: string, most: number) => (random: Random) => random.some(list, most).join(separator);
const day = (random: Random) => `20${10 + random.below(80)}-0${1 + random.below(9)}-${10 + random.below(18)}`;
const camera = (random: Random) => `${(random.next() * 360 - 180).toFixed(4)},${(random.next() * 170 - 85).toFixed(4)},${(random.next() * 22).toFixed(2)}`;

const explorer = {
  layout: one(layouts),
  zone: one(zones),
  unit: one(units),
  place: one(places),
  sector: one(sectors),
  doc: one(documents),
  hide: some(TIERS, '.', 5),
  hideplaces: some(PLACE_KINDS, '.', 5),
  view: camera,
  tiles: one(['/large/points.pmtiles', '/live/{z}/{x}/{y}']),
  day
};
const inExplorer = { parameters: explorer, lists: { hide: '.', hideplaces: '.' }, defaults: { layout: [defaultLayout] } };

const inputs = readSupport().inputs;
const options = matchOptions(data);
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
const wishes = { sectors: ids(options.sectors), stage: ids(options.stage), land: ids(options.land), want: ids(options.want), layouts: ids(options.layouts) };
const knownWishes = {
  ...(Object.fromEntries(Object.entries(wishes).map(([name, list]) => [name, new Set(list)])) as Record<keyof typeof wishes, Set<string>>),
  renamed
};
const knownTargets = {
  documents: new Set(documents),
  units: new Set(units),
  families: new Set(data.targets.map(({ family }) => family)),
  years: new Set(data.targets.flatMap(({ year }) => year ?? [])),
  renamed
};
const wording = {
  language: 'zh-CN',
  metric: (target: (typeof data.targets)[number]) => target.metric.zh,
  family: (target: (typeof data.targets)[number]) => target.family
};
const steps = readStories()[0]?.steps.length ?? 0;
const knownPitch = { zones: new Set(zones), sectors: new Set(sectors), wishes: new Set(wishes.land), renamed };
const text = one(['天目医药港', 'Plant 7 & “8”', '', 'a=b&c#d', '产值\n亿元', '浙江'.repeat(150)]);

/** All pages that keep their state in the address, on the data as built. */
export const PAGES: readonly Page[] = [
  {
    name: 'explorer',
    ...inExplorer,
    read: (params) => {
      const { state, problems } = parseState(params, known);
      return { written: formatState(state, defaultLayout), told: problems, use: () => void deriveView(atlas, state, DAY) };
    }
  },
  {
    name: 'embed',
    ...inExplorer,
    parameters: { ...explorer, legend: one(['0', '1']), interactive: one(['0', '1']) },
    defaults: { ...inExplorer.defaults, legend: ['1'], interactive: ['1'] },
    read: (params) => {
      const { state, options: switches, problems } = parseEmbed(params, known);
      return { written: formatEmbed(state, switches, defaultLayout), told: problems, use: () => void deriveView(atlas, state, DAY) };
    }
  },
  {
    name: 'compare',
    parameters: { zones: some(zones, ',', 4) },
    lists: { zones: ',' },
    defaults: {},
    read: (params) => {
      const { zones: chosen, refused } = parseZones(params, new Set(zones), renamed);
      return {
        written: query(formatZones(new URLSearchParams(), chosen)),
        told: refused.map((value) => ({ parameter: 'zones', value })),
        use: () => void compareZones(atlas, chosen)
      };
    }
  },
  {
    name: 'match',
    parameters: {
      s: some(wishes.sectors, ',', 6),
      stage: some(wishes.stage, ',', 3),
      land: some(wishes.land, ',', 3),
      want: some(wishes.want, ',', 4),
      near: some(NEAR_KINDS, ',', 4),
      layouts: some(wishes.layouts, ',', 4),
      named: one(['0', '1']),
      ...Object.fromEntries(CRITERIA.map((criterion) => [`w.${criterion}`, (random: Random) => String(random.below(6))]))
    },
    lists: { s: ',', stage: ',', land: ',', want: ',', near: ',', layouts: ',' },
    defaults: { named: ['0'], ...Object.fromEntries(CRITERIA.map((criterion) => [`w.${criterion}`, [String(DEFAULT_WEIGHTS[criterion])]])) },
    read: (params) => {
      const { project, problems } = parseProject(params, knownWishes);
      return { written: query(formatProject(project)), told: problems, use: () => void matchZones(assessZones(atlas, project, DAY), project) };
    }
  },
  {
    name: 'support',
    parameters: {
      for: some(SUPPORT_GROUPS, ',', 3),
      on: day,
      draft: one(['yes']),
      ...Object.fromEntries(
        inputs.map((input) => [
          input.id,
          input.kind === 'choice' ? one(ids(input.options)) : (random: Random) => String(random.below(input.kind === 'money' ? 100_000 : 99))
        ])
      )
    },
    lists: { for: ',' },
    defaults: {},
    read: (params) => {
      const { project, problems } = parseSupport(params, inputs);
      return { written: formatSupport(project, inputs), told: problems, use: () => void estimate(atlas, project, DAY) };
    }
  },
  {
    name: 'targets',
    parameters: {
      q: text,
      doc: one([...new Set(data.targets.map(({ document }) => document))]),
      level: one(SCOPE_LEVELS),
      unit: one(units),
      family: one([...knownTargets.families]),
      year: one(['none', ...[...knownTargets.years].map(String)]),
      commitment: one(COMMITMENTS),
      due: one(TARGET_STATES),
      sort: one(SORT_KEYS.flatMap((key) => [key, `-${key}`]))
    },
    lists: {},
    texts: ['q'],
    defaults: { sort: ['document'] },
    read: (params) => {
      const { view, problems } = parseTargets(params, knownTargets);
      const state = (target: (typeof data.targets)[number]) => targetState(atlas, target, DAY);
      const found = () => filterTargets(data.targets, view, state, (target) => searchText(atlas, target));
      const use = () => void sortTargets(found(), view, wording);
      return { written: formatTargets(view), told: problems, use };
    }
  },
  {
    name: 'timeline',
    parameters: { step: one(documents.slice(1)) },
    lists: {},
    defaults: {},
    read: (params) => {
      const { step, problems } = parseStep({ searchParams: params, hash: '' }, documents, renamed);
      return { written: step === undefined ? query('') : formatStep(query(''), step, ''), told: problems, use: () => undefined };
    }
  },
  {
    name: 'story',
    parameters: { step: (random) => String(1 + random.below(steps)) },
    lists: {},
    defaults: {},
    read: (params) => {
      const { step, problems } = parseStoryStep(params.get('step'), steps);
      return { written: withStep(query(''), step), told: problems, use: () => undefined };
    }
  },
  {
    name: 'pitch',
    parameters: {
      z: some(zones, ',', 8),
      s: some(sectors, ',', 6),
      w: some(wishes.land, ',', 10),
      t: text,
      p: text,
      h: one(['1']),
      off: some(SLIDES, ',', 11),
      for: one(['internal', 'investor']),
      [`n.${zones[0] ?? ''}`]: text
    },
    lists: { z: ',', s: ',', w: ',', off: ',' },
    texts: ['t', 'p'],
    dependent: [`n.${zones[0] ?? ''}`],
    defaults: { for: ['investor'] },
    read: (params) => {
      const { state, problems } = parsePitch(params.toString(), knownPitch);
      return { written: query(formatPitch(state)), told: problems, use: () => void buildPitch(atlas, state, DAY) };
    }
  }
];

/** Ids of earlier data versions and what they are called now. */
export const currentIds: ReadonlyMap<string, string> = new Map(renamed.map(({ from, to }) => [from, to]));
