import type { PublishedFile } from '#lib/schema/published';
import { problemsOf } from './problems-of';
import type { Problem } from '../problem';
import type { Pack } from './read-pack';
import { unknownAdcode } from './unknown-adcode';
import type { Adcodes } from './unknown-adcode';

type At = (path: PropertyKey[], rule: string) => void;
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
    const at = (key: string, rule: string) => complain(['figures', i, key], `figure "${figure.id}": ${rule}`);
    if (!units.has(figure.unit)) at('unit', `unknown unit "${figure.unit}"`);
    if (adcodes && !adcodes.has(figure.adcode)) at('adcode', unknownAdcode(figure.adcode, pack, adcodes));
    const ground = places.get(figure.place ?? '');
    if (figure.place !== undefined && ground === undefined) at('place', `unknown place "${figure.place}"`);
    if (ground !== undefined && !ground.startsWith(figure.adcode.replace(/(00){1,2}$/, '')))
      at('place', `the place "${figure.place}" lies in ${ground}, not in ${figure.adcode}`);
    checkPeriod(figure, at);
    checkPage(pages, figure.page, figure.to, at);
    if (pages.has(figure.page) && !pages.get(figure.page)?.published) at('page', `the page "${figure.page}" has no date`);
  });
  data.profiles.forEach((fact, i) => {
    const at = (key: string, rule: string) => complain(['profiles', i, key], `fact "${fact.id}": ${rule}`);
    if (!places.has(fact.place)) at('place', `unknown place "${fact.place}"`);
    if (fact.asOf !== undefined && !isMoment(fact.asOf)) at('asOf', `there is no ${fact.asOf}`);
    if (fact.field === 'web' && (fact.value.zh !== fact.value.en || !URL.canParse(fact.value.en))) at('value', 'an address, the same in both languages');
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
    const at = (key: string, rule: string) => complain(['pages', i, key], `page "${id}": ${rule}`);
    const other = first.get(bare(url));
    if (other === undefined) first.set(bare(url), id);
    else at('url', `its address is that of "${other}": give a page once`);
    if (!named.has(id)) at('id', 'no figure or fact is from it');
    if (published !== undefined && !isMoment(published)) at('published', `there is no ${published}`);
    if (published !== undefined && isAfter(published, read)) at('read', `read on ${read}, before it was published on ${published}`);
    if (read > searched) at('read', `read on ${read}, after the last search on ${searched}`);
  });
}

const bare = (url: string): string => url.replace(/^https?:\/\//, '').replace(/\/$/, '');

function checkIds({ pages, figures, profiles }: PublishedFile, complain: At): void {
  const twice = (list: readonly { id: string }[], path: string, seen: Set<string>): void =>
    list.forEach(({ id }, i) => {
      if (seen.has(id)) complain([path, i, 'id'], `the id "${id}" is used twice`);
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

function checkPeriod({ from, to }: Figure, at: (key: string, rule: string) => void): void {
  for (const moment of [from, to]) if (moment !== undefined && !isMoment(moment)) at('to', `there is no ${moment}`);
  if (from !== undefined && isAfter(from, to)) at('from', `its period ends (${to}) before it begins (${from})`);
}

function checkPage(pages: ReadonlyMap<string, Page>, id: string, moment: string | undefined, at: (key: string, rule: string) => void): void {
  const page = pages.get(id);
  if (!page) at('page', `unknown page "${id}"`);
  const known = page?.published ?? page?.read;
  if (known !== undefined && moment !== undefined && isAfter(moment, known)) at('page', `it is of ${moment}, and its page of ${known}`);
}

function checkConflicts(list: readonly { id: string; conflicts: readonly string[] }[], path: string, complain: At): void {
  const byId = new Map(list.map((one) => [one.id, one]));
  list.forEach(({ id, conflicts }, i) =>
    conflicts.forEach((other, j) => {
      const at = (rule: string) => complain([path, i, 'conflicts', j], `"${id}": ${rule}`);
      const theirs = byId.get(other);
      if (other === id) at('it cannot say other than itself');
      else if (!theirs) at(`unknown in ${path}: "${other}"`);
      else if (!theirs.conflicts.includes(id)) at(`"${other}" must name it in its conflicts, too`);
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
    const at = (rule: string) => complain(['figures', i, 'series'], `figure "${figure.id}": ${rule}`);
    const one = first.get(figure.series);
    if (!one) first.set(figure.series, figure);
    else if (kindOf(one) !== kindOf(figure)) at(`metric, area, scope, unit and definition of the series "${figure.series}" must be those of "${one.id}"`);
    const point = `${figure.series} ${figure.from} ${figure.to}`;
    if (seen.has(point)) at(`the series "${figure.series}" has this period twice`);
    seen.add(point);
  });
}

function checkBeside(pack: Pack, { figures, beside }: PublishedFile, units: ReadonlySet<string>, complain: At): void {
  const targets = new Map(pack.documents.flatMap(({ targets: { data } }) => data.map((target) => [target.id, target])));
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const seen = new Set<string>();
  beside.forEach(({ target: goal, figure: id, kind }, i) => {
    const at = (key: string, rule: string) => complain(['beside', i, key], rule);
    const target = targets.get(goal);
    const figure = byId.get(id);
    if (!target) at('target', `unknown target "${goal}"`);
    if (!figure) at('figure', `unknown figure "${id}"`);
    if (seen.has(`${goal} ${id}`)) at('figure', `"${id}" is beside "${goal}" twice`);
    seen.add(`${goal} ${id}`);
    if (!target || !figure || kind === 'near') return;
    const differ = (rule: string) => at('kind', `"${id}" is not comparable with "${goal}": ${rule}`);
    if (figure.unit !== target.unit && units.has(target.unit)) differ(`the unit is ${figure.unit}, not ${target.unit}`);
    if (figure.family !== target.family) differ(`the family is ${figure.family}, not ${target.family}`);
    if (figure.scope) differ('it is of other ground, as its scope says');
    if (figure.place !== target.scope.place) differ(`it is of ${figure.place ?? figure.adcode}, not of ${target.scope.place ?? 'the area'}`);
    if (target.scope.adcodes.length !== 1 || target.scope.adcodes[0] !== figure.adcode)
      differ(`it is of ${figure.adcode}, not of ${target.scope.adcodes.join(', ')}`);
  });
}
