import type { Problem } from '../problem';
import { closest } from './describe/closest';
import { problemInRow, problemsOf } from './problems-of';
import type { Complain } from './problems-of';
import type { Pack } from './read-pack';
import { CLAIMS } from './words/claims';
import { REFERENCES } from './words/references';

/** Facts that say more, or other, than what they rest on: what a program can see of that. */
export function checkClaims(pack: Pack): Problem[] {
  const problems: Problem[] = [];
  const within = (source: Parameters<typeof problemsOf>[0], check: (complain: Complain) => void): void => {
    const own = problemsOf(source);
    check(own.complain);
    problems.push(...own.problems);
  };
  for (const { document, zones, targets, incentives } of pack.documents) {
    within(document, (complain) => checkDates(document.data, complain));
    within(targets, (complain) => checkTargets(targets.data, complain));
    within(zones, (complain) => {
      checkTiers(pack, zones.data, complain);
      checkZones(zones.data.zones, complain);
    });
    within(incentives, (complain) => checkBodies(pack, incentives.data, complain));
  }
  for (const { data, file, line } of pack.places)
    checkPlace(pack, data, (path, rule) => problems.push(problemInRow(file, line, path.map(String).join('.'), rule)));
  within(pack.glossary, (complain) => checkGlossary(pack, complain));
  return problems;
}

type Dates = Pack['documents'][number]['document']['data'];
/** Days of a document that come one after the other, where both are known. What it goes back to (retroactiveFrom) is of no order. */
const ORDER: readonly (readonly [keyof Dates, keyof Dates])[] = [
  ['issued', 'published'],
  ['issued', 'validFrom'],
  ['published', 'validTo'],
  ['validFrom', 'validTo'],
  ['periodStart', 'periodEnd']
];

function checkDates(document: Dates, complain: Complain): void {
  for (const [first, then] of ORDER) {
    const [a, b] = [document[first], document[then]];
    if (typeof a === 'string' && typeof b === 'string' && b < a) complain([then], CLAIMS.order(first, a, then, b));
  }
  const { horizon, outlook } = document;
  if (horizon !== undefined && outlook !== undefined && outlook < horizon)
    complain(['outlook'], CLAIMS.order('horizon', `${horizon}`, 'outlook', `${outlook}`));
}

function checkTargets(targets: Pack['documents'][number]['targets']['data'], complain: Complain): void {
  targets.forEach(({ id, value, upper, fraction, unit, operator }, i) => {
    const [part = 0, whole = 1] = fraction?.split('/').map(Number) ?? [];
    if (fraction && value !== Math.round((part / whole) * 1e6) / 1e6) complain([i, 'fraction'], CLAIMS.notItsFraction(id, fraction));
    if (unit === 'share' && (value > 1 || value < 0)) complain([i, 'value'], CLAIMS.share(id, value));
    else if (unit === 'share' && !fraction && !Number.isInteger(value * 100)) complain([i, 'value'], CLAIMS.fraction(id));
    if (unit === 'rank' && operator !== '<=') complain([i, 'operator'], CLAIMS.rank(id));
    if (upper !== undefined && upper <= value) complain([i, 'upper'], CLAIMS.range(id, value, upper));
  });
}

/** The layout says what its tiers are called. */
function checkTiers(pack: Pack, { layouts: own, zones }: Pack['documents'][number]['zones']['data'], complain: Complain): void {
  own.forEach(({ id, tiers }, i) =>
    tiers.forEach(({ tier }, j) => {
      if (tiers.findIndex((one) => one.tier === tier) < j) complain(['layouts', i, 'tiers', j, 'tier'], CLAIMS.tierTwice(id, tier));
    })
  );
  const layouts = new Map(pack.documents.flatMap(({ zones: { data } }) => data.layouts.map((layout) => [layout.id, layout])));
  zones.forEach(({ id, tier, layout }, i) => {
    const tiers = layouts.get(layout)?.tiers.map((one) => one.tier);
    if (tiers && !tiers.includes(tier)) complain(['zones', i, 'tier'], CLAIMS.tier(id, tier, layout, tiers));
  });
}

/** What a zone is said to have must be said to be there, to come, or to be named only; a place is no park of its own. */
function checkZones(zones: Pack['documents'][number]['zones']['data']['zones'], complain: Complain): void {
  zones.forEach((zone, i) => {
    const { id, place, sectors, capabilities, parks, platforms, formerNames, units } = zone;
    capabilities.forEach((link, j) => {
      if (typeof link === 'string' || !link.standing) complain(['zones', i, 'capabilities', j], CLAIMS.noStanding(id));
    });
    sectors.forEach((link, j) => {
      if (typeof link !== 'string' && link.standing) complain(['zones', i, 'sectors', j, 'standing'], CLAIMS.sectorStanding(id));
    });
    if (place && [...parks, ...platforms].some((link) => (typeof link === 'string' ? link : link.id) === place))
      complain(['zones', i, 'place'], CLAIMS.ownPark(id, place));
    formerNames?.forEach(({ adcode }, j) => {
      if (!units.includes(adcode)) complain(['zones', i, 'formerNames', j], CLAIMS.formerUnit(id, adcode));
    });
  });
}

function checkBodies(pack: Pack, incentives: Pack['documents'][number]['incentives']['data'], complain: Complain): void {
  const places = new Set(pack.places.map(({ data }) => data.id));
  incentives.forEach(({ id, scope, bodies }, i) => {
    if (scope && scope.adcodes.length + scope.zones.length === 0) complain([i, 'scope'], CLAIMS.emptyScope(id));
    bodies?.forEach((body, j) => {
      if (!places.has(body)) complain([i, 'bodies', j], REFERENCES.unknown('place', body, closest(body, places)));
    });
  });
}

function checkPlace(pack: Pack, { id, adcode, precision, notes }: Pack['places'][number]['data'], complain: Complain): void {
  if (precision === 'prefecture' && !/[1-9]\d00$|\d[1-9]00$/.test(adcode)) complain(['precision'], CLAIMS.precision(id, adcode));
  // a remark is cited with its document: one that does not name the place has nothing to say of it
  const speaks = new Set([
    pack.info.data.placeSource.document,
    ...pack.documents.filter(({ mentions }) => mentions.rows.some(({ data }) => data.place === id)).map(({ document }) => document.data.id)
  ]);
  for (const note of notes.split(/\s+/).filter(Boolean)) {
    const home = pack.documents.find((folder) => folder.notes.data.some((entry) => entry.id === note))?.document.data.id;
    if (home && !speaks.has(home)) complain(['notes'], CLAIMS.foreignNote(note, home, id));
  }
}

/** Words without those that abbreviations pass over, as initials. */
const initials = (text: string): string =>
  text
    .split(/[^A-Za-z]+/)
    .filter((word) => word && !['and', 'of', 'for', 'the'].includes(word))
    .map((word) => word.charAt(0).toUpperCase())
    .join('');

/** An abbreviation is spelt out where it is explained. */
function checkGlossary({ glossary, sectors, capabilities }: Pack, complain: Complain): void {
  const explained = [...sectors.data, ...capabilities.data];
  glossary.data.forEach(({ id, term, gloss, sector, capability }, i) => {
    const words = gloss ?? explained.find((entry) => entry.id === (sector ?? capability))?.gloss;
    for (const [short] of term.en.matchAll(/\b(?!I+\b)[A-Z]{2,}\b/g)) if (!initials(words?.en ?? '').includes(short)) complain([i], CLAIMS.spelling(id, short));
  });
}
