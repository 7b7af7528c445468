import type { Cite, Link } from '#lib/schema/pack';
import type { Problem } from '../problem';
import { closest } from './describe/closest';
import { problemAt, problemInRow } from './problems-of';
import type { DocumentFolder, Pack } from './read-pack';
import type { Located } from './read-yaml';
import { unknownAdcode } from './unknown-adcode';
import type { Adcodes } from './unknown-adcode';
import type { Kind } from './words/kinds';
import { REFERENCES } from './words/references';

type Path = PropertyKey[];
type Source = Located<unknown>;

/**
 * Every id that a pack's files refer to must exist, and every id must be unique.
 * @param adcodes the administrative units that the base geometry knows, or undefined to skip that check
 */
export function checkReferences(pack: Pack, adcodes?: Adcodes): Problem[] {
  const problems: Problem[] = [];
  const index = (kind: Kind, entries: { id: string; file: string; line?: number }[]): Set<string> => {
    const seen = new Map<string, string>();
    for (const { id, file, line } of entries) {
      const first = seen.get(id);
      if (first) problems.push({ file, line, rule: REFERENCES.twice(kind, id, first) });
      else seen.set(id, line === undefined ? file : `${file}:${line}`);
    }
    return new Set(seen.keys());
  };
  const ids = (source: Located<{ id: string }[]>, base: Path = []) =>
    source.data.map((entry, i) => ({ id: entry.id, file: source.file, line: source.lineOf([...base, i]) }));
  const folders = pack.documents;

  const sectors = index('sector', ids(pack.sectors));
  const capabilities = index('capability', ids(pack.capabilities));
  const units = index('unit', ids(pack.units));
  const agencies = index('agency', ids(pack.agencies));
  const groups = index('group', ids(pack.unitGroups));
  const places = index(
    'place',
    pack.places.map(({ data, file, line }) => ({ id: data.id, file, line }))
  );
  const documents = index(
    'document',
    folders.map(({ document }) => ({ id: document.data.id, file: document.file }))
  );
  const notes = index(
    'note',
    folders.flatMap(({ notes }) => ids(notes))
  );
  const targets = index(
    'target',
    folders.flatMap(({ targets }) => ids(targets))
  );
  const incentives = index(
    'incentive',
    folders.flatMap(({ incentives }) => ids(incentives))
  );
  const nested = (source: DocumentFolder['zones'], key: 'layouts' | 'zones') =>
    source.data[key].map((entry, i) => ({ id: entry.id, file: source.file, line: source.lineOf([key, i]) }));
  const layouts = index(
    'layout',
    folders.flatMap(({ zones }) => nested(zones, 'layouts'))
  );
  const zones = index(
    'zone',
    folders.flatMap(({ zones: file }) => nested(file, 'zones'))
  );
  const clauses = new Map(folders.map(({ document }) => [document.data.id, new Set(document.data.clauses.map((c) => c.id))]));

  const renamed = new Map(pack.info.data.renamed.map(({ from, to }) => [from, to]));
  const need = (kind: Kind, known: ReadonlySet<string>, source: Source) => (id: string | undefined, path: Path) => {
    if (id !== undefined && !known.has(id)) problems.push(problemAt(source, path, REFERENCES.unknown(kind, id, closest(id, known), renamed.get(id))));
  };
  const citing = (source: Located<unknown>, home: string) => {
    const one = (cite: Cite, at: Path) => {
      const document = typeof cite === 'string' ? home : cite.document;
      const clause = typeof cite === 'string' ? cite : cite.clause;
      const known = clauses.get(document);
      if (!known) need('document', documents, source)(document, at);
      else if (!known.has(clause)) problems.push(problemAt(source, at, REFERENCES.noClause(document, clause, [...known])));
    };
    return (cites: Cite | readonly Cite[] | undefined, path: Path): void => {
      if (cites instanceof Array) cites.forEach((cite, i) => one(cite, [...path, i]));
      else if (cites !== undefined) one(cites as Cite, path);
    };
  };
  const adcode = (source: Source) => (code: string, path: Path) => {
    if (adcodes && !adcodes.has(code)) problems.push(problemAt(source, path, unknownAdcode(code, pack, adcodes)));
  };
  const each = (list: readonly string[] | undefined, path: Path, check: (id: string, path: Path) => void) => list?.forEach((id, i) => check(id, [...path, i]));

  const info = pack.info;
  need('layout', layouts, info)(info.data.defaultLayout, ['defaultLayout']);
  need('layout', layouts, info)(info.data.focusLayout, ['focusLayout']);
  citing(info, '')(info.data.placeSource, ['placeSource']);
  citing(info, '')(info.data.boundarySource, ['boundarySource']);
  const { comparisons, projects } = info.data.examples;
  comparisons.forEach((list, i) => each(list, ['examples', 'comparisons', i], need('zone', zones, info)));
  projects.forEach((project, i) => {
    const at = ['examples', 'projects', i];
    each(project.sectors, [...at, 'sectors'], need('sector', sectors, info));
    for (const kind of ['stage', 'land', 'want'] as const) each(project[kind], [...at, kind], need('capability', capabilities, info));
  });
  pack.sectors.data.forEach((s, i) => need('sector', sectors, pack.sectors)(s.parent, [i, 'parent']));
  pack.unitGroups.data.forEach((g, i) => {
    each(g.adcodes, [i, 'adcodes'], adcode(pack.unitGroups));
    citing(pack.unitGroups, '')(g.cite, [i, 'cite']);
    each(g.notes, [i, 'notes'], need('note', notes, pack.unitGroups));
  });

  for (const folder of folders) {
    const home = folder.document.data.id;
    const document = folder.document;
    const documentNote = need('note', notes, document);
    if (document.file.split('/').at(-2) !== home) problems.push(problemAt(document, ['id'], REFERENCES.folder(home)));
    each(document.data.notes, ['notes'], documentNote);
    index(
      'clause',
      document.data.clauses.map((c, i) => ({ id: c.id, file: document.file, line: document.lineOf(['clauses', i]) }))
    );
    document.data.clauses.forEach((clause, i) => {
      for (const role of ['lead', 'support', 'responsible'] as const)
        each(clause.agencies?.[role], ['clauses', i, 'agencies', role], need('agency', agencies, document));
      each(clause.notes, ['clauses', i, 'notes'], documentNote);
    });

    const source = folder.zones;
    const cite = citing(source, home);
    const note = need('note', notes, source);
    source.data.layouts.forEach((layout, i) => {
      cite(layout.cite, ['layouts', i, 'cite']);
      each(layout.notes, ['layouts', i, 'notes'], note);
      adcode(source)(layout.adcode, ['layouts', i, 'adcode']);
    });
    const link = (kind: Kind, known: ReadonlySet<string>) => (links: readonly Link[], path: Path) =>
      links.forEach((item, j) => {
        const at = [...path, j];
        if (typeof item === 'string') return need(kind, known, source)(item, at);
        need(kind, known, source)(item.id, [...at, 'id']);
        cite(item.cite, [...at, 'cite']);
        each(item.units, [...at, 'units'], adcode(source));
        each(item.notes, [...at, 'notes'], note);
      });
    source.data.zones.forEach((zone, i) => {
      const at = ['zones', i];
      need('layout', layouts, source)(zone.layout, [...at, 'layout']);
      need('group', groups, source)(zone.unitGroup, [...at, 'unitGroup']);
      each(zone.units, [...at, 'units'], adcode(source));
      cite(zone.cite, [...at, 'cite']);
      cite(zone.membershipCite, [...at, 'membershipCite']);
      each(zone.notes, [...at, 'notes'], note);
      link('sector', sectors)(zone.sectors, [...at, 'sectors']);
      link('capability', capabilities)(zone.capabilities, [...at, 'capabilities']);
      link('place', places)(zone.platforms, [...at, 'platforms']);
      link('place', places)(zone.parks, [...at, 'parks']);
      need('place', places, source)(zone.place, [...at, 'place']);
      zone.formerNames?.forEach(({ adcode: code }, j) => adcode(source)(code, [...at, 'formerNames', j, 'adcode']));
      if (zone.units.length === 0 && !zone.unitGroup && zone.membership !== 'unknown') problems.push(problemAt(source, at, REFERENCES.noUnits(zone.id)));
      if (zone.units.length > 0 && zone.unitGroup) problems.push(problemAt(source, at, REFERENCES.bothUnits(zone.id)));
    });

    const goals = folder.targets;
    goals.data.forEach((target, i) => {
      citing(goals, home)(target.clause, [i, 'clause']);
      need('unit', units, goals)(target.unit, [i, 'unit']);
      need('zone', zones, goals)(target.scope.zone, [i, 'scope', 'zone']);
      need('place', places, goals)(target.scope.place, [i, 'scope', 'place']);
      each(target.scope.zones, [i, 'scope', 'zones'], need('zone', zones, goals));
      each(target.scope.adcodes, [i, 'scope', 'adcodes'], adcode(goals));
      need('target', targets, goals)(target.partOf, [i, 'partOf']);
      need('target', targets, goals)(target.sameAs, [i, 'sameAs']);
      each(target.sectors, [i, 'sectors'], need('sector', sectors, goals));
      each(target.notes, [i, 'notes'], need('note', notes, goals));
    });

    const money = folder.incentives;
    money.data.forEach((incentive, i) => {
      citing(money, home)(incentive.clause, [i, 'clause']);
      if (incentive.stackingClause !== undefined) citing(money, home)(incentive.stackingClause, [i, 'stackingClause']);
      each(incentive.sectors, [i, 'sectors'], need('sector', sectors, money));
      each(incentive.notes, [i, 'notes'], need('note', notes, money));
      each(incentive.scope?.adcodes, [i, 'scope', 'adcodes'], adcode(money));
      each(incentive.scope?.zones, [i, 'scope', 'zones'], need('zone', zones, money));
      need('unit', units, money)(incentive.threshold?.unit, [i, 'threshold', 'unit']);
      need('unit', units, money)(incentive.annualCap?.unit, [i, 'annualCap', 'unit']);
      need('incentive', incentives, money)(incentive.follows, [i, 'follows']);
      each(incentive.annualCap?.sharedWith, [i, 'annualCap', 'sharedWith'], need('incentive', incentives, money));
      incentive.tiers.forEach((tier, j) => {
        need('unit', units, money)(tier.cap?.unit, [i, 'tiers', j, 'cap', 'unit']);
        need('unit', units, money)(tier.amount?.unit, [i, 'tiers', j, 'amount', 'unit']);
        each(tier.notes, [i, 'tiers', j, 'notes'], need('note', notes, money));
      });
    });
    folder.notes.data.forEach((entry, i) => citing(folder.notes, home)(entry.cite, [i, 'cite']));

    for (const { data, line } of folder.mentions.rows) {
      const { file } = folder.mentions;
      const known = clauses.get(home) ?? new Set<string>();
      if (!places.has(data.place)) problems.push(problemInRow(file, line, 'place', REFERENCES.unknown('place', data.place, closest(data.place, places))));
      if (!known.has(data.clause)) problems.push(problemInRow(file, line, 'clause', REFERENCES.noClause(home, data.clause, [...known])));
    }
  }
  pack.stories.data.forEach((story, i) => {
    const source = pack.stories;
    story.steps.forEach(({ focus, cite }, j) => {
      const at = [i, 'steps', j, 'focus'];
      need('layout', layouts, source)(focus.layout, [...at, 'layout']);
      each(focus.zones, [...at, 'zones'], need('zone', zones, source));
      each(focus.units, [...at, 'units'], adcode(source));
      each(focus.places, [...at, 'places'], need('place', places, source));
      citing(source, '')(cite, [i, 'steps', j, 'cite']);
    });
    need('layout', layouts, source)(story.selfCheck?.layout, [i, 'selfCheck', 'layout']);
    each(story.selfCheck?.units, [i, 'selfCheck', 'units'], adcode(source));
  });
  pack.glossary.data.forEach((entry, i) => {
    need('sector', sectors, pack.glossary)(entry.sector, [i, 'sector']);
    need('capability', capabilities, pack.glossary)(entry.capability, [i, 'capability']);
  });
  index('story', ids(pack.stories));
  index('term', ids(pack.glossary));
  for (const { data, file, line } of pack.places) {
    if (adcodes && !adcodes.has(data.adcode)) problems.push(problemInRow(file, line, 'adcode', unknownAdcode(data.adcode, pack, adcodes)));
    for (const note of data.notes.split(/\s+/).filter(Boolean))
      if (!notes.has(note)) problems.push(problemInRow(file, line, 'notes', REFERENCES.unknown('note', note, closest(note, notes))));
    if ((data.precision === 'unlocated') !== (data.lon === '' || data.lat === ''))
      problems.push(problemInRow(file, line, undefined, REFERENCES.located(data.id)));
  }
  return problems;
}
