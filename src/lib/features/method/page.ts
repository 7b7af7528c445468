import { version as site } from '../../../../package.json';
import { formatList } from '#lib/design/page/local';
import * as m from '#lib/paraglide/messages';
import { getLocale } from '#lib/paraglide/runtime';
import type { PolicyDocument } from '#lib/schema/atlas';
import type { NoteKind, Text } from '#lib/schema/common';
import { PRECISIONS } from '#lib/schema/terms';
import { readAtlas, readGlossary } from '#lib/site/prerender/read-data';
import { describeFiles } from './files';

const KINDS: readonly NoteKind[] = ['silent', 'outside', 'inferred', 'contradiction', 'lookalike', 'renamed', 'scrambled', 'status'];

/** The texts of one language only: there are hundreds of remarks. */
export function methodPage() {
  const data = readAtlas();
  const say = (text: Text): string => text[getLocale()];
  const countOf = (list: readonly { document: string }[], id: string): number => list.filter(({ document }) => document === id).length;
  const placesOf = (id: string): number => data.places.filter(({ mentions }) => mentions.some(({ document }) => document === id)).length;
  const dates = ({ kind, issued, validFrom, validTo, periodStart, periodEnd, horizon, outlook, status }: PolicyDocument) => ({
    kind,
    issued,
    validFrom,
    validTo,
    periodStart,
    periodEnd,
    horizon,
    outlook,
    status
  });
  const { base, updated, compared, notDrawn } = data.index.boundaries;
  const nameOf = new Map(data.admin.map(({ adcode, name }) => [adcode, say(name)]));
  const units = notDrawn.map(({ name, since, within }) =>
    m.method_boundary_not_drawn_unit({ unit: say(name), year: since, within: formatList(within.map((code) => nameOf.get(code) ?? code)) })
  );
  return {
    site,
    vintage: {
      base,
      year: updated,
      compared,
      /** what is not drawn, in a sentence; empty where all is */
      notDrawn: units.length > 0 ? m.method_boundary_not_drawn({ units: formatList(units) }) : ''
    },
    version: data.index.version,
    statusAsOf: data.index.statusAsOf,
    documents: data.documents.map((document) => ({
      id: document.id,
      title: say(document.title),
      short: say(document.short),
      issuer: say(document.issuer),
      number: document.number,
      dateNote: document.dateNote && say(document.dateNote),
      ...dates(document),
      gives: document.kind === 'outside' ? document.clauses.map(({ title }) => say(title)) : [],
      counts: {
        clauses: document.clauses.length,
        zones: countOf(data.zones, document.id),
        targets: countOf(data.targets, document.id),
        incentives: countOf(data.incentives, document.id),
        places: placesOf(document.id)
      }
    })),
    precisions: PRECISIONS.map((precision) => ({ precision, count: data.places.filter((place) => place.precision === precision).length })),
    notes: KINDS.map((kind) => ({
      kind,
      list: data.notes
        .filter((note) => note.kind === kind)
        .map(({ id, document, text, citations }) => ({ id, document, text: say(text), clause: citations.find((cite) => cite.document === document)?.clause }))
    })).filter(({ list }) => list.length > 0),
    glossary: readGlossary().map(({ id, term, gloss }) => ({ id, term: say(term), gloss: say(gloss) })),
    layouts: data.layouts.map(({ id, short }) => ({ id, short: say(short) })),
    files: describeFiles(data.index.files, data.layouts)
  };
}

export type MethodPage = ReturnType<typeof methodPage>;
