import type { PublishedFile } from '#lib/schema/published';
import { problemsOf } from './problems-of';
import type { Problem, Said } from '../problem';
import { closest } from './describe/closest';
import type { Pack } from './read-pack';
import { unknownAdcode } from './unknown-adcode';
import type { Adcodes } from './unknown-adcode';
import { isWithin } from './within';
import { of, PUBLISHED } from './words/published';
import { REFERENCES } from './words/references';

type At = (path: PropertyKey[], rule: Said) => void;
type Figure = PublishedFile['figures'][number];
type Page = PublishedFile['pages'][number];

/**
 * What is published elsewhere: pages once each, dated and read; periods in order; units, places and targets that exist;
 * conflicts that both sides know of; a figure beside a target only as what it is.
 * @param adcodes the administrative units that the base geometry knows, or undefined to skip that check
 */
export function checkPublished(pack: Pack, adcodes?: Adcodes): Problem[] {
  if (!pack.published) return [];
  const { data } = pack.published;
  const { problems, complain } = problemsOf(pack.published);
  const pages = new Map(data.pages.map((page) => [page.id, page]));
  checkPages(data, complain);
  checkIds(data, complain);
  const places = new Map(pack.places.map(({ data: place }) => [place.id, place.adcode]));
  const units = new Set(pack.units.data.map(({ id }) => id));
  data.figures.forEach((figure, i) => {
    const at = (key: string, rule: Said) => complain(['figures', i, key], of('figure', figure.id, rule));
    if (!units.has(figure.unit)) at('unit', REFERENCES.unknown('unit', figure.unit, closest(figure.unit, units)));
    if (adcodes && !adcodes.has(figure.adcode)) at('adcode', unknownAdcode(figure.adcode, pack, adcodes));
    const ground = places.get(figure.place ?? '');
    if (figure.place !== undefined && ground === undefined) at('place', REFERENCES.unknown('place', figure.place, closest(figure.place, places.keys())));
    if (figure.place !== undefined && ground !== undefined && !isWithin(ground, figure.adcode))
      at('place', PUBLISHED.placeElsewhere(figure.place, ground, figure.adcode));
    checkPeriod(figure, at);
    checkPage(pages, figure.page, figure.to, at);
    if (pages.has(figure.page) && !pages.get(figure.page)?.published) at('page', PUBLISHED.noDate(figure.page));
  });
  data.profiles.forEach((fact, i) => {
    const at = (key: string, rule: Said) => complain(['profiles', i, key], of('fact', fact.id, rule));
    if (!places.has(fact.place)) at('place', REFERENCES.unknown('place', fact.place, closest(fact.place, places.keys())));
    if (fact.asOf !== undefined && !isMoment(fact.asOf)) at('asOf', PUBLISHED.noMoment(fact.asOf));
    if (fact.field === 'web' && (fact.value.zh !== fact.value.en || !URL.canParse(fact.value.en))) at('value', PUBLISHED.address());
    checkPage(pages, fact.page, fact.asOf, at);
  });
  checkConflicts(data.figures, 'figures', complain);
  checkConflicts(data.profiles, 'profiles', complain);
  checkSeries(data.figures, complain);
  checkBeside(pack, data, units, complain);
  return problems;
}

function checkPages({ searched, pages, figures, profiles }: PublishedFile, complain: At): void {
  const named = new Set([...figures, ...profiles].map(({ page }) => page));
  const first = new Map<string, string>();
  pages.forEach(({ id, url, published, read }, i) => {
    const at = (key: string, rule: Said) => complain(['pages', i, key], of('page', id, rule));
    const other = first.get(bare(url));
    if (other === undefined) first.set(bare(url), id);
    else at('url', PUBLISHED.pageTwice(other));
    if (!named.has(id)) at('id', PUBLISHED.idlePage());
    if (published !== undefined && !isMoment(published)) at('published', PUBLISHED.noMoment(published));
    if (published !== undefined && isAfter(published, read)) at('read', PUBLISHED.readEarly(read, published));
    if (read > searched) at('read', PUBLISHED.readLate(read, searched));
  });
}

const bare = (url: string): string => url.replace(/^https?:\/\//, '').replace(/\/$/, '');

function checkIds({ pages, figures, profiles }: PublishedFile, complain: At): void {
  const twice = (list: readonly { id: string }[], path: string, seen: Set<string>): void =>
    list.forEach(({ id }, i) => {
      if (seen.has(id)) complain([path, i, 'id'], PUBLISHED.idTwice(id));
      seen.add(id);
    });
  twice(pages, 'pages', new Set());
  const facts = new Set<string>();
  twice(figures, 'figures', facts);
  twice(profiles, 'profiles', facts);
}

/** A moment that the calendar has: no 31 June. */
function isMoment(moment: string): boolean {
  if (moment.length < 10) return true;
  const day = new Date(`${moment}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(moment);
}

/** True if one moment begins after the other has ended, as exactly as both are known. */
function isAfter(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}

function checkPeriod({ from, to }: Figure, at: (key: string, rule: Said) => void): void {
  for (const moment of [from, to]) if (moment !== undefined && !isMoment(moment)) at('to', PUBLISHED.noMoment(moment));
  if (from !== undefined && isAfter(from, to)) at('from', PUBLISHED.period(from, to));
}

function checkPage(pages: ReadonlyMap<string, Page>, id: string, moment: string | undefined, at: (key: string, rule: Said) => void): void {
  const page = pages.get(id);
  if (!page) at('page', REFERENCES.unknown('page', id, closest(id, pages.keys())));
  const known = page?.published ?? page?.read;
  if (known !== undefined && moment !== undefined && isAfter(moment, known)) at('page', PUBLISHED.later(moment, known));
}

function checkConflicts(list: readonly { id: string; conflicts: readonly string[] }[], path: string, complain: At): void {
  const byId = new Map(list.map((one) => [one.id, one]));
  list.forEach(({ id, conflicts }, i) =>
    conflicts.forEach((other, j) => {
      const at = (rule: Said) => complain([path, i, 'conflicts', j], rule);
      const theirs = byId.get(other);
      if (other === id) at(PUBLISHED.selfConflict(id));
      else if (!theirs) at(PUBLISHED.unknownConflict(id, path, other));
      else if (!theirs.conflicts.includes(id)) at(PUBLISHED.oneSided(id, other));
    })
  );
}

/** What makes figures one series. */
const kindOf = ({ metric, adcode, place, scope, unit, definition }: Figure): string => JSON.stringify([metric, adcode, place, scope, unit, definition]);

function checkSeries(figures: readonly Figure[], complain: At): void {
  const first = new Map<string, Figure>();
  const seen = new Set<string>();
  figures.forEach((figure, i) => {
    if (figure.series === undefined) return;
    const at = (rule: Said) => complain(['figures', i, 'series'], of('figure', figure.id, rule));
    const one = first.get(figure.series);
    if (!one) first.set(figure.series, figure);
    else if (kindOf(one) !== kindOf(figure)) at(PUBLISHED.series(figure.series, one.id));
    const point = `${figure.series} ${figure.from} ${figure.to}`;
    if (seen.has(point)) at(PUBLISHED.seriesTwice(figure.series));
    seen.add(point);
  });
}

function checkBeside(pack: Pack, { figures, beside }: PublishedFile, units: ReadonlySet<string>, complain: At): void {
  const targets = new Map(pack.documents.flatMap(({ targets: { data } }) => data.map((target) => [target.id, target])));
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const seen = new Set<string>();
  beside.forEach(({ target: goal, figure: id, kind }, i) => {
    const at = (key: string, rule: Said) => complain(['beside', i, key], rule);
    const target = targets.get(goal);
    const figure = byId.get(id);
    if (!target) at('target', REFERENCES.unknown('target', goal, closest(goal, targets.keys())));
    if (!figure) at('figure', REFERENCES.unknown('figure', id, closest(id, byId.keys())));
    if (seen.has(`${goal} ${id}`)) at('figure', PUBLISHED.besideTwice(id, goal));
    seen.add(`${goal} ${id}`);
    if (!target || !figure || kind === 'near') return;
    const differ = (rule: Said) => at('kind', PUBLISHED.notComparable(id, goal, rule));
    if (figure.unit !== target.unit && units.has(target.unit)) differ(PUBLISHED.otherUnit(figure.unit, target.unit));
    if (figure.family !== target.family) differ(PUBLISHED.otherFamily(figure.family, target.family));
    if (figure.scope) differ(PUBLISHED.otherGround());
    if (figure.place !== target.scope.place) differ(PUBLISHED.otherPlace(figure.place ?? figure.adcode, target.scope.place));
    if (target.scope.adcodes.length !== 1 || target.scope.adcodes[0] !== figure.adcode)
      differ(PUBLISHED.otherPlace(figure.adcode, target.scope.adcodes.join(', ')));
  });
}
