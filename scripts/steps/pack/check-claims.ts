import type { Problem } from '../problem';
import type { Pack } from './read-pack';

type Complain = (path: PropertyKey[], rule: string) => void;
type Source = { file: string; lineOf: (path: PropertyKey[]) => number | undefined };

/** Facts that say more, or other, than what they rest on: what a program can see of that. */
export function checkClaims(pack: Pack): Problem[] {
  const problems: Problem[] = [];
  const complainIn =
    ({ file, lineOf }: Source): Complain =>
    (path, rule) =>
      problems.push({ file, line: lineOf(path), path: path.join('.'), rule });
  for (const { zones, targets, incentives } of pack.documents) {
    checkTargets(targets.data, complainIn(targets));
    checkTiers(pack, zones.data.zones, complainIn(zones));
    checkZones(zones.data.zones, complainIn(zones));
    checkBodies(pack, incentives.data, complainIn(incentives));
  }
  for (const { data, file, line } of pack.places) checkPlace(pack, data, complainIn({ file, lineOf: () => line }));
  checkGlossary(pack, complainIn(pack.glossary));
  return problems;
}

function checkTargets(targets: Pack['documents'][number]['targets']['data'], complain: Complain): void {
  targets.forEach(({ id, value, fraction, unit, operator }, i) => {
    const [part = 0, whole = 1] = fraction?.split('/').map(Number) ?? [];
    if (fraction && value !== Math.round((part / whole) * 1e6) / 1e6) complain([i, 'fraction'], `the value of "${id}" is not ${fraction} to six places`);
    if (unit === 'share' && !fraction && !Number.isInteger(value * 100)) complain([i, 'value'], `"${id}" is a fraction: give it as printed, fraction: 1/3`);
    if (unit === 'rank' && operator !== '<=') complain([i, 'operator'], `"${id}" is a rank: “the first n” is <= n`);
  });
}

/** The layout says what its tiers are called. */
function checkTiers(pack: Pack, zones: Pack['documents'][number]['zones']['data']['zones'], complain: Complain): void {
  const layouts = new Map(pack.documents.flatMap(({ zones: { data } }) => data.layouts.map((layout) => [layout.id, layout])));
  zones.forEach(({ id, tier, layout }, i) => {
    const tiers = layouts.get(layout)?.tiers;
    if (tiers && !tiers.some((one) => one.tier === tier))
      complain(['zones', i, 'tier'], `zone "${id}" is a ${tier}, which is no tier of its layout "${layout}"`);
  });
}

/** What a zone is said to have must be said to be there, to come, or to be named only; a place is no park of its own. */
function checkZones(zones: Pack['documents'][number]['zones']['data']['zones'], complain: Complain): void {
  zones.forEach((zone, i) => {
    const { id, place, sectors, capabilities, parks, platforms, formerNames, units } = zone;
    capabilities.forEach((link, j) => {
      if (typeof link === 'string' || !link.standing)
        complain(['zones', i, 'capabilities', j], `zone "${id}" does not say how the text speaks of this: standing: existing, planned or named`);
    });
    sectors.forEach((link, j) => {
      if (typeof link !== 'string' && link.standing) complain(['zones', i, 'sectors', j, 'standing'], `zone "${id}": a sector is a field and has no standing`);
    });
    if (place && [...parks, ...platforms].some((link) => (typeof link === 'string' ? link : link.id) === place))
      complain(['zones', i, 'place'], `zone "${id}" is the place "${place}" itself, which is then none of its parks or platforms`);
    formerNames?.forEach(({ adcode }, j) => {
      if (!units.includes(adcode)) complain(['zones', i, 'formerNames', j], `${adcode} is no unit of zone "${id}"`);
    });
  });
}

function checkBodies(pack: Pack, incentives: Pack['documents'][number]['incentives']['data'], complain: Complain): void {
  const places = new Set(pack.places.map(({ data }) => data.id));
  incentives.forEach(({ bodies }, i) =>
    bodies?.forEach((body, j) => {
      if (!places.has(body)) complain([i, 'bodies', j], `unknown place "${body}"`);
    })
  );
}

function checkPlace(pack: Pack, { id, adcode, precision, notes }: Pack['places'][number]['data'], complain: Complain): void {
  if (precision === 'prefecture' && !/[1-9]\d00$|\d[1-9]00$/.test(adcode))
    complain(['precision'], `place "${id}" is known by its prefecture only, but its adcode ${adcode} is no prefecture`);
  // a remark is cited with its document: one that does not name the place has nothing to say of it
  const speaks = new Set([
    pack.info.data.placeSource.document,
    ...pack.documents.filter(({ mentions }) => mentions.rows.some(({ data }) => data.place === id)).map(({ document }) => document.data.id)
  ]);
  for (const note of notes.split(/\s+/).filter(Boolean)) {
    const home = pack.documents.find((folder) => folder.notes.data.some((entry) => entry.id === note))?.document.data.id;
    if (home && !speaks.has(home)) complain(['notes'], `the note "${note}" is one of ${home}, which does not name the place "${id}"`);
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
    for (const [short] of term.en.matchAll(/\b(?!I+\b)[A-Z]{2,}\b/g))
      if (!initials(words?.en ?? '').includes(short)) complain([i], `the term "${id}" does not spell out ${short}: its English gloss must have the words`);
  });
}
