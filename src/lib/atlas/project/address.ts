import type { AtlasData } from '#lib/schema/atlas';
import { parseDay } from '#lib/schema/day';
import { readSum } from '../read-sum';
import { CRITERIA, DEFAULT_WEIGHTS, GROUP_OF, LARGEST_WEIGHT, MUST_CRITERIA, mustsOf, NEAR_KINDS, OTHERS_KINDS, wishesOf } from './project';
import type { CapabilityCriterion, Project, Weights } from './project';

/** A part of an address that could not be used; the reader is told and the rest is kept. */
type Problem = Readonly<{ parameter: string; value: string }>;

/** What can be asked for: taken from the facts. */
export type KnownWishes = Readonly<
  Record<CapabilityCriterion, ReadonlySet<string>> & {
    sectors: ReadonlySet<string>;
    layouts: ReadonlySet<string>;
    renamed: readonly Readonly<{ from: string; to: string }>[];
  }
>;

type Ids = readonly Readonly<{ id: string }>[];

/** What can be asked for, of the words that the form offers. */
export function knownWishes(options: Readonly<Record<CapabilityCriterion | 'sectors' | 'layouts', Ids>> & Pick<KnownWishes, 'renamed'>): KnownWishes {
  const ids = (list: Ids) => new Set(list.map(({ id }) => id));
  const { sectors, stage, land, want, layouts, renamed } = options;
  return { sectors: ids(sectors), stage: ids(stage), land: ids(land), want: ids(want), layouts: ids(layouts), renamed };
}

/** What can be asked for, of all facts. */
export function wishesInData({ sectors, vocabulary, layouts, index }: Pick<AtlasData, 'sectors' | 'vocabulary' | 'layouts' | 'index'>): KnownWishes {
  const group = (criterion: CapabilityCriterion) => vocabulary.capabilities.filter((one) => one.group === GROUP_OF[criterion]);
  return knownWishes({ sectors, stage: group('stage'), land: group('land'), want: group('want'), layouts, renamed: index.renamed });
}

/** Most ids read from one parameter: no list of a pack is as long. */
const MOST_IDS = 200;

/**
 * Read a project from search parameters: ?s=…&stage=…&land=…&want=…&near=…&others=…&named=1&must=…&invest=…&on=…&layouts=…&w.sector=0…5;
 * invest is in 万元, on a day. The same on every page that a project travels to (match, support, comparison, decision sheet).
 * Total: what cannot be used is left out and listed.
 */
export function parseProject(params: URLSearchParams, known: KnownWishes): { project: Project; problems: Problem[] } {
  const problems: Problem[] = [];
  const refuse = (parameter: string, value: string) => problems.push({ parameter, value: value.slice(0, 60) });
  const renamed = new Map(known.renamed.map(({ from, to }) => [from, to]));

  const list = <T extends string>(parameter: string, accept: (id: string) => T | undefined): T[] => {
    const asked = (params.get(parameter) ?? '').split(',', MOST_IDS).map((id) => id.trim());
    const found = new Set<T>();
    for (const id of asked.filter(Boolean)) {
      const accepted = accept(id);
      if (accepted === undefined) refuse(parameter, id);
      else found.add(accepted);
    }
    return [...found];
  };
  const among = (ids: ReadonlySet<string>) => (id: string) => [id, renamed.get(id)].find((one) => one !== undefined && ids.has(one));

  const weights: Weights = Object.fromEntries(
    CRITERIA.map((criterion) => {
      const value = params.get(`w.${criterion}`);
      if (value === null || value === '') return [criterion, DEFAULT_WEIGHTS[criterion]];
      if (/^\d$/.test(value) && Number(value) <= LARGEST_WEIGHT) return [criterion, Number(value)];
      refuse(`w.${criterion}`, value);
      return [criterion, DEFAULT_WEIGHTS[criterion]];
    })
  ) as Weights;

  const named = params.get('named');
  if (named !== null && !['', '0', '1'].includes(named)) refuse('named', named);
  const layouts = list('layouts', among(known.layouts));
  const invest = params.get('invest');
  const sum = invest ? readSum(invest) : undefined;
  if (sum && !('value' in sum)) refuse('invest', invest ?? '');
  const day = params.get('on');
  const on = parseDay(day);
  if (day && on === undefined) refuse('on', day);
  const project: Project = {
    sectors: list('s', among(known.sectors)),
    stage: list('stage', among(known.stage)),
    land: list('land', among(known.land)),
    want: list('want', among(known.want)),
    near: list('near', (id) => NEAR_KINDS.find((kind) => kind === id)),
    others: list('others', (id) => OTHERS_KINDS.find((kind) => kind === id)),
    must: [],
    named: named === '1',
    // nothing readable is left: the usual ones
    layouts: layouts.length > 0 ? layouts : undefined,
    weights,
    investment: sum && 'value' in sum ? sum.value : undefined,
    on
  };
  // a must is one of the wishes
  const asked = new Set(MUST_CRITERIA.flatMap((criterion) => wishesOf(project, criterion)));
  return { project: { ...project, must: list('must', among(asked)) }, problems };
}

/** A project as the parameters of an address, in a fixed order; what is not said, and defaults, are left out. */
export function projectParams(project: Project): [key: string, value: string][] {
  const parts: [string, string][] = [
    ['s', project.sectors.join(',')],
    ['stage', project.stage.join(',')],
    ['land', project.land.join(',')],
    ['want', project.want.join(',')],
    ['near', project.near.join(',')],
    ['others', project.others.join(',')],
    ['named', project.named ? '1' : ''],
    ['must', mustsOf(project).join(',')],
    ['invest', project.investment === undefined ? '' : String(project.investment)],
    ['on', project.on ?? ''],
    ['layouts', project.layouts?.join(',') ?? ''],
    ...CRITERIA.map((criterion): [string, string] => {
      const weight = project.weights[criterion];
      return [`w.${criterion}`, weight === DEFAULT_WEIGHTS[criterion] ? '' : String(weight)];
    })
  ];
  return parts.filter(([, value]) => value !== '');
}

/** A query of these parameters, e.g. "?s=synbio,api"; ids are plain ASCII and commas are left as they are: the address stays readable. */
export function queryOf(params: readonly (readonly [key: string, value: string])[]): string {
  const parts = params.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value).replaceAll('%2C', ',')}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** Write a project as a query, e.g. "?s=synbio&land=land-m3"; defaults are left out, the order is fixed, a picked day is kept. */
export function formatProject(project: Project, current = new URLSearchParams()): string {
  const day = current.get('day');
  return queryOf([...projectParams(project), ...(day ? [['day', day] as const] : [])]);
}
