import { zonePlaces } from '#lib/atlas/atlas';
import { hasPage } from '#lib/atlas/related-places';
import type { SearchEntry, SearchIndex } from '#lib/features/search/entries';
import type { AtlasData, Incentive, Place, Target, Zone } from '#lib/schema/atlas';
import type { Published } from '#lib/schema/published';
import { nameStem, pinyinTable } from './pinyin';

type Facts = Omit<AtlasData, 'index'>;
/** An entry before positions are known; refs are “kind:id”. */
type Draft = Omit<SearchEntry, 'refs'> & { refs?: readonly string[] };

/**
 * What the site's search looks through, with pinyin worked out so that readers need not load a dictionary.
 * @param published what is published elsewhere: its figures are found, too
 */
export function searchIndex(facts: Facts, published?: Pick<Published, 'figures'>): SearchIndex {
  const drafts = [...units(facts), ...sectors(facts), ...zones(facts), ...places(facts), ...layouts(facts), ...documents(facts), ...incentives(facts)];
  drafts.push(...targets(facts), ...capabilities(facts), ...figures(published));
  const position = new Map(drafts.map(({ kind, id }, i) => [`${kind}:${id}`, i]));
  return {
    entries: drafts.map(({ also, refs, text, ...draft }) => {
      const others = distinct(also ?? []).filter((one) => one !== draft.name.zh && one !== draft.name.en);
      const links = distinct(refs ?? []).flatMap((ref) => position.get(ref) ?? []);
      return {
        ...draft,
        ...(others.length > 0 ? { also: others } : {}),
        ...(links.length > 0 ? { refs: links } : {}),
        ...(text && text.length > 0 ? { text: distinct(text) } : {})
      };
    }),
    pinyin: pinyinTable(new Set(drafts.flatMap(({ name, also }) => [name.zh, ...(also ?? [])])), facts.admin),
    documents: facts.documents.map(({ id, short, kind, issued, validFrom, validTo, periodEnd, horizon, outlook, status }) => ({
      id,
      short,
      kind,
      ...(issued ? { issued } : {}),
      ...(validFrom ? { validFrom } : {}),
      ...(validTo ? { validTo } : {}),
      ...(periodEnd ? { periodEnd } : {}),
      ...(horizon ? { horizon } : {}),
      ...(outlook ? { outlook } : {}),
      status
    }))
  };
}

const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)];

const units = ({ admin }: Facts): Draft[] =>
  admin.map(({ adcode, name, parent }) => ({
    kind: 'unit',
    id: adcode,
    name,
    also: [nameStem(name.zh), name.en.replace(/ (?:\w+ Autonomous )?(?:County|District|City)$/, '')],
    ...(parent ? { adcode: parent } : {})
  }));

const sectors = ({ sectors: list }: Facts): Draft[] =>
  list.map(({ id, name, aliases, gloss }) => ({ kind: 'sector', id, name, also: aliases, text: [gloss.zh, gloss.en] }));

const zones = ({ zones: list }: Facts): Draft[] =>
  list.map((zone) => ({
    kind: 'zone',
    id: zone.id,
    name: zone.name,
    also: [zone.short.zh, zone.short.en],
    refs: zoneRefs(zone),
    text: [zone.role.zh, zone.role.en],
    document: zone.document,
    layout: zone.layout
  }));

const zoneRefs = ({ units: members, sectors: about, capabilities: has, ...zone }: Zone): string[] => [
  ...members.map((adcode) => `unit:${adcode}`),
  ...about.map((id) => `sector:${id}`),
  ...has.map((id) => `capability:${id}`),
  ...zonePlaces(zone).map((id) => `place:${id}`)
];

function places({ places: list, documents: all }: Facts): Draft[] {
  const document = new Map(all.map((one) => [one.id, one]));
  return list.map((place: Place) => ({
    kind: 'place',
    id: place.id,
    name: place.name,
    also: place.mentions.map(({ namedAs }) => namedAs),
    refs: [`unit:${place.adcode}`],
    adcode: place.adcode,
    placeKind: place.kind,
    ...(hasPage({ document }, place) ? {} : { onMap: true })
  }));
}

const layouts = ({ layouts: list }: Facts): Draft[] =>
  list.map(({ id, name, short, description, document, tiers }) => ({
    kind: 'layout',
    id,
    name,
    also: [short.zh, short.en],
    text: [description.zh, description.en, ...tiers.flatMap((tier) => [tier.name.zh, tier.name.en])],
    document
  }));

/** Documents and their clauses, found by the sectors that they name, too. A clause's id is unique only within its document. */
const documents = ({ documents: list, namings }: Facts): Draft[] =>
  list.flatMap(({ id, title, short, number, issuer, clauses }): Draft[] => [
    { kind: 'document', id, name: title, also: [short.zh, short.en, ...(number ? [number] : [])], text: [issuer.zh, issuer.en], document: id },
    ...clauses.map((clause): Draft => ({
      kind: 'clause',
      id: `${id} ${clause.id}`,
      name: clause.title,
      also: [clause.id],
      refs: Object.entries(namings?.[id] ?? {}).flatMap(([sector, list]) => (list.some(([own]) => own === clause.id) ? `sector:${sector}` : [])),
      document: id,
      clause: clause.id
    }))
  ]);

const incentives = ({ incentives: list }: Facts): Draft[] =>
  list.map(({ id, name, audience, sectors: about, document, clause }: Incentive) => ({
    kind: 'incentive',
    id,
    name,
    refs: about.map((sector) => `sector:${sector}`),
    text: [audience.zh, audience.en],
    document,
    clause
  }));

function targets({ targets: list, vocabulary }: Facts): Draft[] {
  const unit = new Map(vocabulary.units.map(({ id, name }) => [id, name]));
  return list.map(({ id, metric, scope, sectors: about, value, unit: unitId, document, citation, year }: Target) => ({
    kind: 'target',
    id,
    name: metric,
    refs: [
      ...scope.adcodes.map((adcode) => `unit:${adcode}`),
      ...[scope.zone, ...(scope.zones ?? [])].flatMap((zone) => (zone ? [`zone:${zone}`] : [])),
      ...(scope.place ? [`place:${scope.place}`] : []),
      ...about.map((sector) => `sector:${sector}`)
    ],
    // shares are printed as fractions: nobody looks for 0.3333
    text: Number.isInteger(value) ? [`${value} ${unit.get(unitId)?.zh ?? ''}`] : [],
    document,
    clause: citation.clause,
    ...(scope.adcodes.length === 1 ? { adcode: scope.adcodes[0] } : {}),
    ...(year ? { year } : {})
  }));
}

const capabilities = ({ vocabulary }: Facts): Draft[] => vocabulary.capabilities.map(({ id, name }) => ({ kind: 'capability', id, name }));

/** Each published figure, and first of all the page that has them all. */
const figures = (published: Pick<Published, 'figures'> | undefined): Draft[] =>
  published && published.figures.length > 0 ? [ALL_FIGURES, ...published.figures.map(figure)] : [];

const ALL_FIGURES: Draft = {
  kind: 'figure',
  id: '',
  name: { zh: '其他来源公布的数字', en: 'Published figures' },
  also: ['公布数字', '实际数字', '统计数据', 'statistics', 'actual figures']
};

const figure = ({ id, metric, scope, definition, adcode, place, to }: Published['figures'][number]): Draft => ({
  kind: 'figure',
  id,
  name: metric,
  refs: [`unit:${adcode}`, ...(place ? [`place:${place}`] : [])],
  text: [definition.zh, definition.en, ...(scope ? [scope.zh, scope.en] : [])],
  adcode,
  of: to.slice(0, 4)
});
